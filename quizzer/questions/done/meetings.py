"""When two met before: `their first call on 3 May`, of which the article tells in passing."""

from datetime import timedelta
from typing import TYPE_CHECKING

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import DateAnswer, TextAnswer
from quizzer.facts.model import DateFact, FigureFact
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.days.calendar_words import exact_date
from quizzer.questions.events import MEETINGS
from quizzer.questions.grammar.clauses import clause_of
from quizzer.questions.grammar.wording import plain_marks, render
from quizzer.questions.reading import Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh")
_OWN = frozenset({"det", "poss", "amod", "compound", "prep"})


def write_meetings(desk: Desk) -> list[Candidate]:
    """On what date the first of the meetings was, and the how many-th the one of the article is."""
    if desk.grounding.event is None:
        return []
    found = [_when(desk, fact) for fact in desk.reading.dates]
    found += [_which(desk, fact) for fact in desk.reading.figures if fact.ordinal]
    return [candidate for candidate in found if candidate is not None]


def _when(desk: Desk, fact: DateFact) -> Candidate | None:
    """`On what date was the first call between A and B?`, from "after their first call on ..."."""
    event = desk.grounding.event
    date = exact_date(fact.value)
    sentence = desk.reading.sentence_at(fact.span.start)
    if event is None or date is None or sentence is None or sentence.is_heading:
        return None
    if "T" in fact.value or desk.reading.is_quoted(fact.span.start):
        return None
    words = sentence.tokens_in(fact.span)
    top = next((t for t in words if t.head not in words), None)
    noun = top.head.head if top is not None and top.head.lower_ in {"on", "in"} else None
    if noun is None or noun.lemma_ not in MEETINGS or not _is_of_the_two(desk, sentence, noun):
        return None
    number = next((c for c in noun.children if c.lower_ in _ORDINALS), None)
    if number is None:
        return None
    if date.first_day >= event.date.first_day:
        return None
    wh = "on what date" if date.day else "in what month" if date.month else "in what year"
    own = [c for c in noun.children if c.i < noun.i and c.dep_ in {"amod", "compound"}]
    what = render([*own, noun])
    both = " and ".join(event.participants)
    return Candidate(
        kind="date",
        form="when",
        stem=f"Before {event.name}, {wh} was the {what} between {both}?",
        answer=DateAnswer(date),
        key=str(date),
        evidence=(fact.evidence,),
        fact=fact.span,
        sentence=sentence.number,
        pool="date",
        distractors=_earlier_dates(date, event.date),
        weight=fact.confidence,
    )


def _earlier_dates(key: PartialDate, event: PartialDate) -> tuple[str, ...]:
    """Three others of the key's precision, all of them before the day that the stem names."""
    if key.day is None and key.month is None:
        return tuple(str(PartialDate(key.year - back)) for back in (3, 2, 1))
    if key.day is None:
        months = [key.year * 12 + (key.month or 1) - 1 - back for back in (3, 2, 1)]
        return tuple(str(PartialDate(month // 12, month % 12 + 1)) for month in months)
    days = [key.first_day + timedelta(days=shift) for shift in (-9, -4, 5, -14)]
    before = [day for day in days if day < event.first_day][:3]
    return tuple(str(PartialDate.of(day)) for day in sorted(before))


def _is_of_the_two(desk: Desk, sentence: Sentence, noun: "Token") -> bool:
    """Whether the meeting is one of the two of the main event: theirs, or "the first call"."""
    event = desk.grounding.event
    owner = next((c for c in noun.children if c.dep_ in {"det", "poss"}), None)
    if event is None or owner is None or noun.tag_ != "NN":
        return False
    if any(c.dep_ not in _OWN and not c.is_punct for c in noun.children):
        return False
    if sum(c.dep_ == "prep" for c in noun.children) > 1:
        return False
    if owner.lower_ == "the":
        return event.is_one_of(noun)
    if owner.lower_ != "their":
        return False
    before = [t for t in sentence.tokens if t.i < owner.i and t.tag_ == "NNS"]
    return bool(before) and event.parties_of(before[-1].left_edge) is not None


def _which(desk: Desk, fact: FigureFact) -> Candidate | None:
    """`The call of ... was the ____ conversation between A and B.`"""
    sentence = desk.reading.sentence_at(fact.span.start)
    event = desk.grounding.event
    tokens = [] if sentence is None else sentence.tokens_in(fact.span)
    if sentence is None or event is None or len(tokens) != 1 or sentence.is_heading:
        return None
    number = tokens[0]
    noun, verb = number.head, number.head.head
    if number.lower_ not in _ORDINALS or noun.dep_ != "attr" or verb.lemma_ != "be":
        return None
    clause = clause_of(verb)
    if clause is None or clause.is_negated or clause.auxiliaries or noun.lemma_ not in MEETINGS:
        return None
    told = event.words_for(clause.subject.left_edge)
    between = next((c for c in noun.children if c.lower_ == "between"), None)
    if told is None or told[0] != event.name or between is None:
        return None
    sides = next(iter(between.children), None)
    if sides is None or event.parties_of(sides.left_edge) is None:
        return None
    own = [c for c in noun.children if c.i < noun.i and c.dep_ in {"amod", "compound"}]
    own.remove(number)
    both = " and ".join(event.participants)
    stem = f"The {event.noun} of {event.day} was the ____ {render([*own, noun])} between {both}."
    place = _ORDINALS.index(number.lower_)
    others = [word for word in _ORDINALS[: place + 3] if word != number.lower_]
    return Candidate(
        kind="figure",
        form="gap",
        stem=plain_marks(stem),
        answer=TextAnswer(number.lower_),
        key=number.lower_,
        evidence=(fact.evidence,),
        fact=fact.span,
        sentence=sentence.number,
        distractors=tuple(others[-3:]),
        weight=0.9,
    )
