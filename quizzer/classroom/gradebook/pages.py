"""A page for each student: the marks, and what to repeat with the right answers."""

from collections.abc import Sequence
from datetime import tzinfo
from html import escape

from quizzer.classroom.gradebook.marks import Book, Row
from quizzer.classroom.gradebook.misses import Miss, ToRepeat
from quizzer.classroom.gradebook.scale import Scale
from quizzer.classroom.gradebook.tables import titles
from quizzer.classroom.style import TABLES
from quizzer.deck.render import answer_text
from quizzer.quiz.responses import response_words
from quizzer.stats.frame import page

_STYLE = (
    TABLES
    + """
.again { break-inside: avoid; border-top: 1px solid var(--line); padding: .5rem 0; }
.again p { margin: .2rem 0; }
.again .stem { font-weight: 600; }
section.student + section.student { break-before: page; }
"""
)


def student_page(row: Row, book: Book, found: ToRepeat, scale: Scale, timezone: tzinfo) -> str:
    """One student's page."""
    return page(row.student.name, _student(row, book, found, scale, timezone), style=_STYLE)


def _student(row: Row, book: Book, found: ToRepeat, scale: Scale, timezone: tzinfo) -> str:
    taken = [
        f"<tr><th scope='row'>{escape(title)}</th><td>{mark.points:g} of {mark.of}</td>"
        f"<td>{100 * mark.share:.0f} %</td></tr>"
        for title, mark in zip(titles(book.drills, timezone), row.marks, strict=True)
        if mark is not None
    ]
    mean = ""
    if row.mean is not None:
        mean = f"<p>Mean {100 * row.mean:.1f} %, mark {escape(scale.mark(row.mean))}.</p>"
    head = "".join(f"<th scope='col'>{name}</th>" for name in ("Drill", "Points", "Share"))
    return (
        f"<p class='note'>{escape(row.student.class_name)}</p><h2>Marks</h2>"
        f"<table><thead><tr>{head}</tr></thead><tbody>{''.join(taken)}</tbody></table>{mean}"
        f"{_repeat(found.misses)}"
    )


def _repeat(misses: Sequence[Miss]) -> str:
    if not misses:
        return "<h2>To repeat</h2><p>Nothing: every question was answered rightly in the end.</p>"
    return "<h2>To repeat</h2>" + "".join(_missed(miss) for miss in misses)


def _missed(miss: Miss) -> str:
    given = ", ".join(response_words(miss.response).split("\n")) or "nothing"
    parts = [
        f"<p class='stem'>{escape(miss.question.stem)}</p>",
        f"<p>Right: <b>{escape(answer_text(miss.question.answer))}</b></p>",
        f"<p class='note'>You answered: {escape(given)}</p>",
    ]
    if miss.question.explanation:
        parts.append(f"<p>{escape(miss.question.explanation)}</p>")
    for passage in miss.drill.passages.get(miss.question.id, ()):
        cited = passage.paragraph[passage.cited.start : passage.cited.end]
        parts.append(f"<p class='note'>From the text: “{escape(cited.strip())}”</p>")
    return f"<div class='again'>{''.join(parts)}</div>"
