"""Forms, keys and cards as PDF, set by typst; the text of a deck reaches it as data only."""

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from quizzer.classroom.forms import ONE_LETTER, Form, Item
from quizzer.deck.model import Deck, Question
from quizzer.deck.render import answer_text
from quizzer.diagnostics import QuizzerError
from quizzer.extras import require

_HALF_LINE, _QUARTER_LINE = 34, 13
"""Options up to so many characters fit into half and into a quarter of a line."""

_LINE, _MOST_LINES = 75, 45
"""Characters that a line surely holds, and lines that a page does."""

_SURE = frozenset(map(chr, (*range(0x20, 0x7F), *range(0xA1, 0x180)))) | set("‘’“”„–—…→−×½")
"""Characters of the font that comes with typst: the Latin letters of Europe."""

_PROBE = b"""
#let d = json(bytes(sys.inputs.at("d")))
#set page(width: 200mm, height: 280mm, margin: 5mm)
#set text(font: ("Libertinus Serif", "DejaVu Sans"), size: 6pt)
#for (n, c) in d.enumerate() [#str(n):#text(c) #linebreak()]
"""
"""Sets each character of a list behind its number."""


def forms_pdf(deck: Deck, forms: Sequence[Form], *, with_sheet: bool) -> bytes:
    """All forms one after the other, each from page 1, with an answer sheet behind if wanted.

    Raises:
        QuizzerError: typst is not installed, or no font has some character.
    """
    shown = [{"code": form.code, "items": _items(form)} for form in forms]
    return _compile({**_head(deck), "forms": shown, "sheet": with_sheet})


def keys_pdf(deck: Deck, forms: Sequence[Form], seed: str) -> bytes:
    """The key of every form, a page each, for the teacher."""
    keys = [{"code": form.code, "items": [_key(item) for item in form.items]} for form in forms]
    return _compile({**_head(deck), "keys": keys, "seed": seed})


def cards_pdf(deck: Deck, questions: Sequence[Question]) -> bytes:
    """Cards to cut out, eight a page; backs are mirrored for printing on both sides."""
    cards = [{"front": one.stem, "back": answer_text(one.answer)} for one in questions]
    return _compile({**_head(deck), "cards": cards})


def _items(form: Form) -> list[dict[str, Any]]:
    return [
        {
            "number": item.number,
            "stem": item.question.stem,
            "options": list(item.options),
            "targets": list(item.targets),
            "task": item.task,
            "bubbles": len(item.options) if item.task == ONE_LETTER else 0,
            "columns": _columns(item),
            "long": _lines(item) > _MOST_LINES,
        }
        for item in form.items
    ]


def _columns(item: Item) -> int:
    """How many options stand side by side: short ones share a line."""
    longest = max(map(len, item.options), default=0)
    if item.task != ONE_LETTER or longest > _HALF_LINE:
        return 1
    return 4 if longest <= _QUARTER_LINE and len(item.options) > 2 else 2


def _lines(item: Item) -> float:
    """About how many lines a question takes; letters are seldom wider than reckoned here."""
    options = sum(1 + len(text) / _LINE for text in item.options)
    stem = item.question.stem.count("\n") + len(item.question.stem) / _LINE
    return stem + options + len(item.targets)


def _key(item: Item) -> dict[str, Any]:
    """The letters with the words that they stand for; words alone where there are no letters."""
    words = answer_text(item.question.answer) if item.options else ""
    return {"number": item.number, "key": item.key, "words": words}


def _head(deck: Deck) -> dict[str, Any]:
    return {"title": deck.title, "language": deck.language.split("-")[0]}


def _compile(data: dict[str, Any]) -> bytes:
    _refuse_missing_glyphs(data)
    template = files("quizzer.classroom").joinpath("paper.typ").read_bytes()
    return _typeset(template, data)


def _typeset(template: bytes, data: object) -> bytes:
    require("typst", "classroom", "quizzer", "paper", "P101")
    import typst  # noqa: PLC0415 - 80 MB that only paper needs

    pdf = typst.compile(template, sys_inputs={"d": json.dumps(data, ensure_ascii=False)})
    assert isinstance(pdf, bytes)
    return pdf


def _refuse_missing_glyphs(data: dict[str, Any]) -> None:
    """Names characters that no font has: typst prints a blank for them, without a word.

    Each character is set on a line of its own and read back; one without a glyph comes back as
    nothing. What typst's own font surely has is not tried.
    """
    letters = {letter for text in _texts(data) for letter in text if letter.isprintable()}
    wanted = sorted(letters - _SURE)
    printed = _printed(tuple(wanted)) if wanted else frozenset()
    missing = [letter for letter in wanted if letter not in printed]
    if missing:
        hint = "install a font that has them (Noto has most), or write them otherwise"
        named = " ".join(missing[:20])
        raise QuizzerError.at("paper", f"no font here has: {named}", hint, "P102")


@lru_cache(maxsize=4)
def _printed(letters: tuple[str, ...]) -> frozenset[str]:
    """Those of the letters that can be seen on paper."""
    from io import BytesIO  # noqa: PLC0415

    from pypdf import PdfReader  # noqa: PLC0415

    pdf = _typeset(_PROBE, letters)
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    found = re.findall(r"^(\d+):(.*)$", text, re.MULTILINE)
    # What has no glyph is read as a zero, or not at all.
    return frozenset(letters[int(place)] for place, shown in found if shown.strip().strip("\x00"))


def _texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            return [text for part in value.values() for text in _texts(part)]
        case list():
            return [text for part in value for text in _texts(part)]
        case _:
            return []
