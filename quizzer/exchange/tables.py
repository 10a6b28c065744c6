"""Decks as tables of text: CSV, TSV (which Quizlet reads) and Anki's own text format."""

import csv
import io
from collections.abc import Container
from dataclasses import replace

from quizzer.deck.fields import ID
from quizzer.deck.model import BLANK, Deck, Question, TextAnswer
from quizzer.deck.render import answer_text, option_text
from quizzer.diagnostics import Place, QuizzerError
from quizzer.exchange.anki.escape import as_html
from quizzer.exchange.anki.identity import note_guid
from quizzer.exchange.cells import csv_text, meant
from quizzer.seeded import seeded_number

_COLUMNS = ("id", "stem", "answer", "accept", "distractors", "explanation", "kind", "tags")
_SEPARATOR = "; "
_NAMES = {
    "stem": ("stem", "question", "front", "term", "prompt"),
    "answer": ("answer", "key", "back", "definition"),
    "id": ("id",),
    "accept": ("accept", "accepted"),
    "distractors": ("distractors", "options", "wrong"),
    "explanation": ("explanation", "comment", "notes"),
    "kind": ("kind",),
    "tags": ("tags",),
}


def write_csv(deck: Deck) -> str:
    """A row a question with a heading row, by RFC 4180."""
    return csv_text([_COLUMNS, *map(_row, deck.questions)], line_end="\r\n")


def _row(question: Question) -> tuple[str, ...]:
    distractors = (option_text(one, question.answer) for one in question.distractors)
    return (
        question.id,
        question.stem,
        answer_text(question.answer),
        _SEPARATOR.join(question.accept),
        _SEPARATOR.join(distractors),
        question.explanation or "",
        question.kind or "",
        _SEPARATOR.join(question.tags),
    )


def write_tsv(deck: Deck) -> str:
    """Stem, tab, answer: what Quizlet and most others take."""
    rows = ((question.stem, answer_text(question.answer)) for question in deck.questions)
    return "".join("\t".join(" ".join(cell.split()) for cell in row) + "\n" for row in rows)


def write_anki_text(deck: Deck) -> str:
    """Anki's text import with its headers, so that it needs no settings."""
    name = " ".join(deck.title.replace("::", ": ").split())
    lines = [
        "#separator:tab",
        "#html:true",
        "#notetype:Basic",
        f"#deck:{name}",
        "#guid column:1",
        "#tags column:4",
    ]
    for question in deck.questions:
        tags = " ".join("_".join(tag.split()) for tag in question.tags)
        cells = (
            note_guid(deck.id, question.id),
            as_html(question.stem),
            as_html(answer_text(question.answer)),
            tags,
        )
        lines.append("\t".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in cells))
    return "".join(f"{line}\n" for line in lines)


def read_table(text: str, name: str, deck_id: str) -> Deck:
    """A CSV or TSV file as a deck; with a heading row columns are known by name, else by place.

    Accepted answers, distractors and tags are parted by semicolons.

    Raises:
        QuizzerError: no row has both a stem and an answer, or a row is short.
    """
    rows = [row for row in _rows(text) if any(row)]
    columns = _heading(rows[0]) if rows else {}
    body = rows[1:] if columns else rows
    columns = columns or {"stem": 0, "answer": 1}
    if not body:
        raise QuizzerError.at(name, "there is no row in it", "write a stem and an answer", "X201")
    questions: dict[str, Question] = {}
    first = 2 if len(body) < len(rows) else 1
    for number, row in enumerate(body, start=first):
        cells = {key: meant(row[at].strip()) for key, at in columns.items() if at < len(row)}
        if not cells.get("stem") or not cells.get("answer"):
            hint = "each row needs a stem and an answer"
            raise QuizzerError.at(Place(name, number, 1), "the row is short", hint, "X202")
        question = _question(cells)
        free = _free(question.id, questions)
        questions[free] = replace(question, id=free)
    return Deck(id=deck_id, title=deck_id, questions=tuple(questions.values()))


def _rows(text: str) -> list[list[str]]:
    """The rows of CSV, or of TSV, in which not everybody puts quotes around quotes."""
    if "\t" not in text.split("\n", 1)[0]:
        return list(csv.reader(io.StringIO(text, newline="")))
    try:
        return list(csv.reader(io.StringIO(text, newline=""), csv.excel_tab, strict=True))
    except csv.Error:
        return [line.split("\t") for line in text.splitlines()]


def _question(cells: dict[str, str]) -> Question:
    made = f"q{seeded_number('table row', cells['stem'], cells['answer']) % 10**10:010d}"
    return Question(
        id=cells["id"] if ID.fullmatch(cells.get("id", "")) else made,
        stem=cells["stem"].replace("_" * 5, BLANK),
        answer=TextAnswer(cells["answer"]),
        accept=_parts(cells.get("accept", "")),
        distractors=_parts(cells.get("distractors", "")),
        explanation=cells.get("explanation") or None,
        kind=cells["kind"] if ID.fullmatch(cells.get("kind", "")) else None,
        tags=_parts(cells.get("tags", "")),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _free(identity: str, taken: Container[str]) -> str:
    number, free = 2, identity
    while free in taken:
        free, number = f"{identity}-{number}", number + 1
    return free


def _heading(row: list[str]) -> dict[str, int]:
    """Which column is what, when the row names at least a stem and an answer."""
    words = [cell.strip().lower() for cell in row]
    found = {
        key: next(words.index(name) for name in names if name in words)
        for key, names in _NAMES.items()
        if any(name in words for name in names)
    }
    return found if {"stem", "answer"} <= set(found) else {}
