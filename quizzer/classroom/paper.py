"""Forms, keys and cards as PDF, set by typst; the text of a deck reaches it as data only."""

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from quizzer.classroom.forms import Form
from quizzer.deck.model import Deck, Question
from quizzer.deck.render import answer_text
from quizzer.diagnostics import QuizzerError


def forms_pdf(deck: Deck, forms: Sequence[Form], *, with_sheet: bool) -> bytes:
    """All forms one after the other, each from page 1, with an answer sheet behind if wanted.

    Raises:
        QuizzerError: typst is not installed, or no font has some character.
    """
    shown = [{"code": form.code, "items": _items(form)} for form in forms]
    return _compile({**_head(deck), "forms": shown, "sheet": with_sheet})


def keys_pdf(deck: Deck, forms: Sequence[Form], seed: str) -> bytes:
    """The key of every form, a page each, for the teacher."""
    keys = [
        {"code": form.code, "items": [{"number": i.number, "key": i.key} for i in form.items]}
        for form in forms
    ]
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
        }
        for item in form.items
    ]


def _head(deck: Deck) -> dict[str, Any]:
    return {"title": deck.title, "language": deck.language.split("-")[0]}


def _compile(data: dict[str, Any]) -> bytes:
    try:
        import typst  # noqa: PLC0415 - 80 MB that only paper needs
    except ImportError:
        hint = "pip install 'quizzer[classroom]'"
        message = "paper needs typst, which is not installed"
        raise QuizzerError.at("quizzer", message, hint, "P101") from None
    template = files("quizzer.classroom").joinpath("paper.typ").read_bytes()
    text = json.dumps(data, ensure_ascii=False)
    pdf = typst.compile(template, sys_inputs={"d": text})
    assert isinstance(pdf, bytes)
    _refuse_missing_glyphs(pdf, data)
    return pdf


def _refuse_missing_glyphs(pdf: bytes, data: dict[str, Any]) -> None:
    """typst leaves out a character that no font has, without a word; a blank in an exam is worse
    than no exam, so the missing ones are named."""
    from io import BytesIO  # noqa: PLC0415

    from pypdf import PdfReader  # noqa: PLC0415

    printed = {letter for page in PdfReader(BytesIO(pdf)).pages for letter in page.extract_text()}
    items = data.get("cards") or [data["title"], data.get("forms") or data["keys"]]
    wanted = {letter for text in _texts(items) for letter in text if not letter.isspace()}
    missing = sorted(letter for letter in wanted - printed if letter.isprintable())
    if missing:
        hint = "install a font that has them (Noto has most), or write them otherwise"
        named = " ".join(missing[:20])
        raise QuizzerError.at("paper", f"no font here has: {named}", hint, "P102")


def _texts(value: object) -> list[str]:
    match value:
        case str():
            return [value]
        case dict():
            # What to write on a line is printed on answer sheets only.
            inner = [part for key, part in value.items() if key != "task"]
            return [text for part in inner for text in _texts(part)]
        case list():
            return [text for part in value for text in _texts(part)]
        case _:
            return []
