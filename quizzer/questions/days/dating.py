"""Dates inside a stem: `on Monday` becomes `on 26 September 2016`, `last month` a month.

Each way a date can stand in a phrase has its own case; where none fits, the stem is refused.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.deck.dates import PartialDate
from quizzer.facts.model import DateFact
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.days.calendar_words import PARTS_OF_DAY, date_in_words, is_weekday
from quizzer.questions.days.date_doubts import is_behind, is_of_perfect, is_open, month_on_sunday
from quizzer.questions.days.date_hedges import is_rough, narrowing_words
from quizzer.questions.days.date_places import PREPOSITIONS, place
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_LEAST_CONFIDENCE = 0.6
_EARLIER = re.compile(r"(?:a|the|one) (?:year|month) (?:earlier|before)")


def put_dates(
    reading: Reading,
    sentence: Sentence,
    tokens: Sequence["Token"],
    quoted: set[int],
    found: Grounded,
) -> None:
    """Puts absolute dates into `found` for all time expressions among `tokens`."""
    by_index = {token.i: token for token in tokens}
    said: set[tuple[str, str]] = set()
    began: tuple[int, str] | None = None
    for fact in reading.dates_in(sentence.span):
        inside = [t for t in sentence.tokens_in(fact.span) if t.i in by_index]
        if not inside or inside[0].i in quoted or _is_duration(fact.value):
            continue
        if fact.text.strip() == "9/11" or fact.text.endswith("-century"):
            continue  # a name, or a kind of thing, more than a date
        if said and _EARLIER.fullmatch(fact.text.strip()):
            continue  # counted from the date that the stem has just told
        words = month_on_sunday(fact, reading.article.published) or date_in_words(fact.value)
        if (
            words is None
            or not words[1]  # it is open which month
            or fact.confidence < _LEAST_CONFIDENCE
            or is_open(fact, inside, by_index, reading.article.published)
        ):
            _leave_out(fact, inside, found)
            continue
        if is_rough(inside):
            _count_from_article(fact, inside, reading, found)
            continue
        if is_weekday(fact.text) and not any(t.tag_ in {"VBD", "VBN"} for t in tokens):
            found.blame(inside[0], f"F4 time: {fact.text}")
        found.swaps.update({t.i: "" for t in inside})
        before = by_index.get(inside[0].i - 1)
        if words in said and words[0] == "on" and before is not None and before.lower_ == "on":
            found.swaps[before.i] = ""  # "Earlier Friday, ... on Friday"
            continue
        said.add(words)
        if began and began[0] == inside[0].i - 2 and fact.value < began[1]:
            found.blame(inside[0], f"F2 time: {fact.text}")  # "from Monday to Friday"
        began = (inside[-1].i, fact.value)
        if is_of_perfect(fact, inside, reading.article.published):
            _leave_perfect_alone(fact, inside, by_index, found)
            continue
        if fact.value[:4] not in fact.text:
            for word in narrowing_words(inside):
                found.swaps[word.i] = ""
        place(fact, inside, by_index, words, found)
        for noun, weekday in found.weekday_of:
            if inside[0] in weekday and is_behind(noun, fact, reading.article.published):
                part = next((t.lower_ for t in weekday if t.lower_ in PARTS_OF_DAY), None)
                found.day_of[noun.i] = f"on the {part} of {words[1]}" if part else f"of {words[1]}"
        if not _is_of_weekday(inside[0], found) and not _is_in_an_aside(inside[0]):
            found.has_date = True


def _leave_perfect_alone(
    fact: DateFact, inside: list["Token"], by_index: dict[int, "Token"], found: Grounded
) -> None:
    """Takes the time of "has come on Monday" out, where no number or other count leans on it."""
    others = [t for t in by_index.values() if t not in inside]
    counts = any(t.like_num or t.lower_ in {"first", "last"} for t in others)
    if counts:
        found.blame(inside[0], f"F8 date of a perfect: {fact.text}")
        return
    before = by_index.get(inside[0].i - 1)
    if before is not None and before.lower_ in PREPOSITIONS:
        found.swaps[before.i] = ""


def _count_from_article(
    fact: DateFact, inside: list["Token"], reading: Reading, found: Grounded
) -> None:
    """No date stands for "almost a year ago", but almost a year before the article's month."""
    published = reading.article.published
    if inside[-1].lower_ != "ago" or published is None or published.month is None:
        found.blame(inside[0], f"F4 time: {fact.text}")
        return
    is_short = any(t.lemma_.lower() in {"day", "week", "month"} for t in inside)
    anchor = published if is_short else PartialDate(published.year, published.month)
    found.swaps[inside[-1].i] = f"before {anchor.in_words}"
    found.has_date = True


def _is_of_weekday(token: "Token", found: Grounded) -> bool:
    """Whether the date was a weekday that owns something, and left no date behind."""
    return any(token in weekday for _, weekday in found.weekday_of)


_NOT_LONG_AGO = re.compile(r"in recent (?:days|weeks|months|years)|at the moment", re.IGNORECASE)


def _is_in_an_aside(token: "Token") -> bool:
    """Whether the date stands in a relative clause, so that it does not tell when all that is."""
    return any(above.dep_ in {"relcl", "acl"} for above in token.ancestors) or (
        any(above.ent_type_ == "LAW" for above in token.ancestors)
    )


def _is_duration(value: str) -> bool:
    return value.startswith("P") and (value[1:2].isdigit() or value[1:2] == "T")


def _is_of_verb(token: "Token") -> bool:
    return token.dep_ != "prep" or token.head.pos_ in {"VERB", "AUX"}


def _leave_out(fact: DateFact, inside: list["Token"], found: Grounded) -> None:
    """Drops `now` and `recently`; any other time without a value makes the stem hang."""
    within = {token.i for token in inside}
    tops = [token for token in inside if token.head.i not in within]
    refers = fact.value in {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
    joined = inside[-1].i + 1 < len(inside[-1].doc) and inside[-1].nbor(1).text == "-"
    is_loose = bool(_NOT_LONG_AGO.fullmatch(fact.text.strip()))
    loose = {"advmod", "npadvmod", "prep"} if is_loose else {"advmod", "npadvmod"}
    if refers and not joined and all(t.dep_ in loose and _is_of_verb(t) for t in tops):
        found.swaps.update({t.i: "" for t in inside})
        after = inside[-1].nbor(1) if inside[-1].i + 1 < len(inside[-1].doc) else None
        if is_loose and inside[0].is_sent_start and after is not None and after.text == ",":
            found.swaps[after.i] = ""
        return
    found.blame(inside[0], f"F4 time: {fact.text}")
    found.swaps.update({t.i: t.text for t in inside})
