"""Reads what Anki exports as text: rows of fields below lines that begin with `#`.

https://docs.ankiweb.net/importing/text-files.html#file-headers. The first field is the stem, the
second the answer, and what follows the explanation; columns with a GUID, tags, a deck or a note
type are known by the headers.
"""

import csv
import io
import re

from quizzer.deck.model import Deck, Question, TextAnswer
from quizzer.diagnostics import Place, QuizzerError
from quizzer.exchange.anki.incoming.html_text import html_text
from quizzer.exchange.anki.incoming.questions import question_id, with_one_gap
from quizzer.seeded import seeded_number

_HEADER = re.compile(r"#([a-z ]+):(.*)")
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "space": " ", "pipe": "|", "colon": ":"}


def is_anki_text(text: str) -> bool:
    """Whether a text begins with a header of Anki's."""
    return _HEADER.match(text) is not None


def read_anki_text(text: str, name: str, deck_id: str) -> Deck:
    """The notes of an export as a deck.

    Raises:
        QuizzerError: no row has both a stem and an answer, or a row is short.
    """
    headers, body, first = _headers(text)
    separator = headers.get("separator", "tab").strip().lower()
    delimiter = _SEPARATORS.get(separator, separator[:1] or "\t")
    columns = {
        key.removesuffix(" column"): int(value) - 1
        for key, value in headers.items()
        if key.endswith(" column") and value.strip().isdecimal()
    }
    is_html = headers.get("html", "false").strip().lower() == "true"
    reader = csv.reader(io.StringIO(body, newline=""), delimiter=delimiter)
    questions: dict[str, Question] = {}
    for row in reader:
        if not any(cell.strip() for cell in row):
            continue
        question = _question(row, columns, is_html)
        if question is None:
            place = Place(name, first + reader.line_num - 1, 1)
            raise QuizzerError.at(place, "the row is short", "it needs two fields", "X202")
        questions[question.id] = question
    if not questions:
        raise QuizzerError.at(name, "there is no row in it", "write a stem and an answer", "X201")
    title = headers.get("deck", "").strip() or deck_id
    return Deck(id=deck_id, title=title, questions=tuple(questions.values()))


def _headers(text: str) -> tuple[dict[str, str], str, int]:
    """The headers, the rest, and the number of its first line."""
    headers: dict[str, str] = {}
    lines = text.splitlines(keepends=True)
    place = 0
    while place < len(lines) and (match := _HEADER.match(lines[place])):
        headers[match.group(1)] = match.group(2).rstrip("\r\n")
        place += 1
    return headers, "".join(lines[place:]), place + 1


def _question(row: list[str], columns: dict[str, int], is_html: bool) -> Question | None:
    def column(name: str) -> str:
        place = columns.get(name, len(row))
        return row[place] if 0 <= place < len(row) else ""

    fields = [cell for place, cell in enumerate(row) if place not in columns.values()]
    texts = [html_text(cell) if is_html else cell.strip() for cell in fields]
    if len(texts) < 2 or not texts[0] or not texts[1]:
        return None
    guid = column("guid") or str(seeded_number("anki text", *fields))
    return Question(
        id=question_id(guid, 0),
        stem=with_one_gap(texts[0]),
        answer=TextAnswer(texts[1]),
        explanation="\n".join(text for text in texts[2:] if text) or None,
        tags=tuple(column("tags").split()),
    )
