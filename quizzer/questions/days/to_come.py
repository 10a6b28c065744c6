"""What an article tells of days to come, for a reader to whom they are long gone.

`Holm is expected to call for it on Sunday` becomes `was expected to call`, and `will open` becomes
`was to open`, behind an opening that says when that was so.
"""

import re
from collections.abc import Container, Sequence
from datetime import date
from typing import TYPE_CHECKING

from quizzer.deck.dates import PartialDate
from quizzer.facts.model import DateFact
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.days.calendar_words import exact_date
from quizzer.questions.grammar.asides import VERBAL
from quizzer.questions.grammar.clauses import own_subject
from quizzer.questions.grammar.speech import past
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_DUE = frozenset(
    "expect schedule set slate plan suppose due book tip bill likely ready certain sure go poise"
    " invite require ask order oblige".split()
)
"""Words that say, behind "is", what is to come."""
_MEANING = frozenset("plan intend hope expect aim propose want mean".split())
"""Verbs for what somebody has in mind, told as what somebody had."""
_WILL = frozenset({"will", "'ll", "’ll", "wo", "shall"})
_IS = frozenset({"is", "are", "'s", "’s", "'re", "’re"})
_BEHIND = frozenset({"that", "which", "who"})


def put_as_then(
    reading: Reading,
    sentence: Sentence,
    tokens: Sequence["Token"],
    quoted: Container[int],
    found: Grounded,
) -> None:
    """Puts the verbs of days to come among `tokens` into the past, and notes in `found` that the
    stem has to say when they were to come."""
    published = reading.article.published
    kept = {t.i for t in tokens}
    days: list[PartialDate] = []
    for fact in reading.dates_in(sentence.span):
        inside = [t for t in sentence.tokens_in(fact.span) if t.i in kept]
        if not inside or inside[0].i in quoted:
            continue
        day = exact_date(fact.value)
        days += [] if day is None else [day]
        words = as_then(inside, kept) if is_to_come(fact, published) else {}
        if words and not any(i in quoted for i in words):
            found.swaps.update(words)
            found.is_to_come = True
    # "vows to open it by 2030" does not tell when that was vowed
    if days and all(is_later(day, published) for day in days):
        found.is_to_come = True


def is_later(day: PartialDate, published: PartialDate | None) -> bool:
    """Whether the day, month or year begins after the article came out."""
    return published is not None and day.first_day > published.first_day


def is_to_come(fact: DateFact, published: PartialDate | None) -> bool:
    """Whether the date is, or holds, the day of the article or a later one."""
    if published is None:
        return False
    day, week = exact_date(fact.value), _WEEK.match(fact.value)
    if day is not None:
        return day.last_day >= published.first_day
    if week is not None:
        return date.fromisocalendar(int(week[1]), int(week[2]), 7) >= published.first_day
    return fact.value[:4].isdecimal() and int(fact.value[:4]) >= published.year


_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def as_then(inside: Sequence["Token"], kept: Container[int]) -> dict[int, str]:
    """What to put so that the verb of the date, whose words are `inside`, looks back; empty where
    it does already, or is not among the tokens `kept`."""
    verb = next((t for t in inside[0].ancestors if t.pos_ in VERBAL and t not in inside), None)
    if verb is None or verb.i not in kept:
        return {}
    if verb.tag_ == "VB" and any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children):
        return _meant(verb.head, kept) if verb.dep_ == "xcomp" else {}
    first = verb
    while first.dep_ == "conj" and first.head.pos_ in VERBAL and not _auxiliaries(first):
        first = first.head
    row = _auxiliaries(first)
    if not row or row[0].i not in kept:
        return {}
    if row[0].lower_ in _WILL:
        told = first if first.i in kept else verb
        return _would(told, row[0], kept) if told.dep_ == "ccomp" else _was_to(told, row)
    is_due = verb.tag_ == "VBG" or verb.lemma_ in _DUE
    return _was(row[0], first) if row[0].lower_ in _IS and is_due else {}


def _auxiliaries(verb: "Token") -> list["Token"]:
    return [c for c in verb.lefts if c.dep_ in {"aux", "auxpass"}]


def _meant(head: "Token", kept: Container[int]) -> dict[int, str]:
    """For the word over "to do": "is expected", "is due", "plans"."""
    verb = head.head if head.pos_ == "ADJ" and head.dep_ == "acomp" else head
    row = _auxiliaries(verb)
    finite = row[0] if row else verb
    if finite.i not in kept:
        return {}
    if finite.lower_ in _IS and (head.lemma_ in _DUE or finite == head):
        return _was(finite, verb)
    if finite == head and head.tag_ in {"VBZ", "VBP"} and head.lemma_ in _MEANING:
        return {head.i: past(head.lemma_)}
    return {}


def _was(finite: "Token", verb: "Token") -> dict[int, str]:
    return {finite.i: " were" if _is_plural(verb) else " was"}


def _would(verb: "Token", will: "Token", kept: Container[int]) -> dict[int, str]:
    """For what somebody says, or says to hope, which the verb over it may say in the present."""
    cue = verb.head
    is_now = cue.tag_ in {"VBZ", "VBP"} and cue.lemma_ in _SAYING and cue.i in kept
    return {will.i: " would"} | ({cue.i: past(cue.lemma_)} if is_now else {})


_SAYING = frozenset("say hope expect believe claim warn promise predict insist add".split())


def _was_to(verb: "Token", row: "list[Token]") -> dict[int, str]:
    opening = row[1] if len(row) > 1 else verb
    return {**_was(row[0], verb), opening.i: f"to {opening.text}"}


def _is_plural(verb: "Token") -> bool:
    subject = own_subject(verb)
    while subject is None and verb.dep_ in {"conj", "xcomp"} and verb.head != verb:
        verb = verb.head
        subject = own_subject(verb)
    if subject is not None and subject.lower_ in _BEHIND and verb.dep_ == "relcl":
        subject = verb.head
    if subject is None:
        return False
    return (
        subject.tag_ in {"NNS", "NNPS"}
        or subject.lower_ in {"they", "we", "you", "these", "those"}
        or any(c.dep_ == "conj" for c in subject.children)
        or any(t.lower_ in {"are", "'re", "’re", "have"} for t in _auxiliaries(verb))
    )
