"""A question becomes the fields, tags and form of an Anki note."""

from dataclasses import dataclass
from typing import assert_never

from quizzer.deck.model import (
    BLANK,
    AllAnswer,
    DateAnswer,
    Deck,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    TextAnswer,
    TruthAnswer,
)
from quizzer.exchange.anki.escape import as_cloze_html, as_html, as_tag
from quizzer.exchange.anki.identity import identity_of, note_guid
from quizzer.exchange.anki.notetypes import CLOZE_TYPE, QUESTION_TYPE, Kind
from quizzer.quiz.options import shown_distractors, shown_key
from quizzer.quiz.passages import passages_of
from quizzer.seeded import seeded_order

LONGEST_TYPED = 40
"""Characters; longer keys are recalled and judged by oneself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnkiNote:
    """A note with one card; `fields` in the order of its note type, `changed` in seconds."""

    question_id: str
    guid: str
    note_type: int
    fields: tuple[str, ...]
    tags: tuple[str, ...]
    changed: int

    @property
    def kind(self) -> Kind:
        """Which of the two note types it has."""
        return "cloze" if self.note_type == CLOZE_TYPE else "question"


def note_of(
    deck: Deck, question: Question, passage: str, changed: int, was: Kind | None = None
) -> AnkiNote:
    """The note of a question.

    `passage` is the cited sentence as `passage_html` gives it. `was` is the kind under which Anki
    may have the note already: a note never changes its type, since Anki would refuse the update.
    """
    kind = was or ("cloze" if fits_cloze(question) else "question")
    behind = (
        as_html(question.explanation or ""),
        passage,
        _source_html(deck),
        identity_of(deck.id, question.id),
    )
    fields: tuple[str, ...]
    if kind == "cloze":
        fields = (_cloze_text(question), _options(deck, question), *behind)
    else:
        answer = _answer(question)
        fields = (
            as_html(question.stem),
            answer,
            _options(deck, question),
            _items(deck, question),
            answer if is_typed(question) else "",
            *behind,
        )
    return AnkiNote(
        question_id=question.id,
        guid=note_guid(deck.id, question.id),
        note_type=CLOZE_TYPE if kind == "cloze" else QUESTION_TYPE,
        fields=fields,
        tags=_tags(question),
        changed=changed,
    )


def fits_cloze(question: Question) -> bool:
    """Whether the gaps of the stem can be filled with the key: one key, or as many as gaps."""
    gaps = question.stem.count(BLANK)
    match question.answer:
        case TextAnswer() | NumberAnswer() | DateAnswer():
            return gaps == 1
        case AllAnswer(items):
            return gaps == len(items) > 0
        case TruthAnswer() | OrderAnswer() | PairsAnswer():
            return False
        case _:
            assert_never(question.answer)


def is_typed(question: Question) -> bool:
    """Whether Anki asks to type the key: it is short, one line, and there are no options."""
    match question.answer:
        case TextAnswer() | NumberAnswer() | DateAnswer():
            key = shown_key(question)
            is_short = len(key) <= LONGEST_TYPED and len(key.splitlines()) == 1
            return is_short and not (question.distractors and shown_distractors(question))
        case _:
            return False


def _cloze_text(question: Question) -> str:
    keys = (
        question.answer.items if isinstance(question.answer, AllAnswer) else (shown_key(question),)
    )
    parts = [as_cloze_html(part) for part in question.stem.split(BLANK)]
    gaps = [f"{{{{c1::{as_cloze_html(key)}}}}}" for key in keys]
    if len(parts) != len(gaps) + 1:
        # The note was a cloze when Anki first got it, and stays one.
        return f"{as_cloze_html(question.stem)}<br>{{{{c1::{as_cloze_html(shown_key(question))}}}}}"
    return parts[0] + "".join(gap + part for gap, part in zip(gaps, parts[1:], strict=True))


def _answer(question: Question) -> str:
    match question.answer:
        case OrderAnswer(items):
            return "<ol>" + "".join(f"<li>{as_html(item)}</li>" for item in items) + "</ol>"
        case AllAnswer(items):
            return "<ul>" + "".join(f"<li>{as_html(item)}</li>" for item in items) + "</ul>"
        case PairsAnswer(pairs):
            rows = (f"<tr><td>{as_html(a)}</td><td>{as_html(b)}</td></tr>" for a, b in pairs)
            return f"<table>{''.join(rows)}</table>"
        case TextAnswer() | TruthAnswer() | NumberAnswer() | DateAnswer():
            return as_html(shown_key(question))
        case _:
            assert_never(question.answer)


def _options(deck: Deck, question: Question) -> str:
    match question.answer:
        case TruthAnswer(value):
            return "".join(
                f"<li data-fixed{' data-key' if option is value else ''}>{word}</li>"
                for option, word in ((True, "true"), (False, "false"))
            )
        case OrderAnswer() | PairsAnswer():
            return ""
        case TextAnswer() | NumberAnswer() | DateAnswer() | AllAnswer():
            if not question.distractors:
                return ""
        case _:
            assert_never(question.answer)
    wrong = shown_distractors(question)
    if not wrong:
        return ""
    key = shown_key(question)
    # Where no script runs, the key still stands anywhere.
    shown = seeded_order([key, *wrong], deck.id, question.id)
    return "".join(
        f"<li{' data-key' if option == key else ''}>{as_html(option)}</li>" for option in shown
    )


def _items(deck: Deck, question: Question) -> str:
    match question.answer:
        case OrderAnswer(items):
            return _list("items", _shuffled(items, deck.id, question.id), "ol")
        case PairsAnswer(pairs):
            rights = list(dict.fromkeys(right for _, right in pairs))
            lefts = [left for left, _ in pairs]
            return _list("sides", lefts, "ul") + _list(
                "sides", _shuffled(tuple(rights), deck.id, question.id), "ul"
            )
        case _:
            return ""


def _shuffled(items: tuple[str, ...], *seed: str) -> list[str]:
    shuffled = seeded_order(items, *seed)
    return shuffled if tuple(shuffled) != items else shuffled[1:] + shuffled[:1]


def _list(name: str, items: list[str], tag: str) -> str:
    rows = "".join(f"<li>{as_html(item)}</li>" for item in items)
    return f'<{tag} class="{name}">{rows}</{tag}>'


def passage_html(question: Question, text: str | None) -> str:
    """The cited sentences, with the words of the key marked."""
    if text is None or not question.evidence:
        return ""
    quotes = []
    for passage in passages_of(question, text):
        parts = [
            f"<mark>{as_html(part)}</mark>" if is_marked else as_html(part)
            for part, _, is_marked in passage.sentence.parts()
        ]
        quotes.append("".join(parts))
    return " … ".join(quotes)


def _source_html(deck: Deck) -> str:
    source = deck.source
    if source is None:
        return ""
    day = source.published.in_words if source.published else None
    words = ", ".join(as_html(part) for part in (source.title, source.publisher, day) if part)
    url = source.url or ""
    if not url.lower().startswith(("http://", "https://")):
        return words
    address = as_html(url).replace('"', "&quot;").replace("<br>", "")
    return f'<a href="{address}">{words or address}</a>'


def _tags(question: Question) -> tuple[str, ...]:
    tags = [as_tag(tag) for tag in question.tags]
    if question.kind:
        tags.append(f"quizzer::{as_tag(question.kind)}")
    return tuple(sorted({tag for tag in tags if tag}))
