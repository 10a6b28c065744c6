"""Questions about when something happened."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from quizzer.deck.model import DateAnswer
from quizzer.facts.model import DateFact
from quizzer.facts.word_classes import first_class
from quizzer.questions.candidates import MOST_WORDS, Candidate, Desk, opened
from quizzer.questions.days.calendar_words import exact_date
from quizzer.questions.days.date_doubts import is_told_as_past, may_be_to_come
from quizzer.questions.days.to_come import as_then, is_later, is_to_come
from quizzer.questions.done.tolls import as_counted
from quizzer.questions.grammar.asides import VERBAL, opener_of
from quizzer.questions.grammar.clauses import Clause, clause_of
from quizzer.questions.grammar.shortening import core_of, first_of_several
from quizzer.questions.grammar.soundness import breaks_off, is_hypothetical
from quizzer.questions.grammar.transform import can_lead, fronted_question, full_forms
from quizzer.questions.grammar.wording import (
    capitalize,
    close_quotes,
    plain_marks,
    render,
    word_count,
)
from quizzer.questions.reading import Sentence
from quizzer.questions.said.claims import claimant_name, claimant_of

if TYPE_CHECKING:
    from quizzer.facts.parse import Token


def write_dates(desk: Desk) -> list[Candidate]:
    """`On what date did ...?`, `In what month ...?` and `In what year ...?`."""
    found = []
    for fact in desk.reading.dates:
        candidate = _when(desk, fact)
        if candidate is not None:
            found.append(candidate)
    return found


def _when(desk: Desk, fact: DateFact) -> Candidate | None:
    date = exact_date(fact.value)
    sentence = desk.reading.sentence_at(fact.span.start)
    if (
        date is None
        or sentence is None
        or sentence.is_heading
        or fact.confidence < _LEAST_CONFIDENCE
    ):
        return None
    if "T" in fact.value or desk.reading.is_quoted(fact.span.start):
        return None
    words = sentence.tokens_in(fact.span)
    if fact.confidence < 1 and not any(t.tag_ in {"VBD", "VBN"} for t in sentence.tokens):
        return None  # a weekday to come is not told from one gone by
    phrase = adverbial_of(words)
    if phrase is None:
        return None
    verb, tokens = phrase
    if verb.dep_ not in {"ROOT", "conj", "ccomp", "advcl"} or is_hypothetical(verb):
        return None
    clause = clause_of(verb)
    if clause is None or clause.is_negated or not clause.is_whole or clause.verb in tokens:
        return None
    if (
        verb.dep_ == "advcl"
        and opener_of(verb) == "as"
        and first_class("verb", verb.lemma_) in ("communication", "perception")
    ):
        return None  # "As the Bergen Post reported on Monday, ..."
    if clause.finite.lower_ in {"has", "have"} and tokens[0].lower_ != "since":
        return None  # on no day "has she come"
    if any(
        cue.cue.span.start <= sentence.place(verb) < cue.cue.span.end
        and cue.content.span.end <= sentence.place(verb)
        for cue in desk.reading.cues_in(sentence.number)
    ):
        return None
    inside = {t.i for t in clause.tokens}
    published = desk.reading.article.published
    if may_be_to_come(fact, words, inside, published) or is_told_as_past(fact, words, published):
        return None
    if breaks_off(clause.tokens, set()) or any(
        t.i not in inside and t.lower_ not in _LOCAL for t in tokens
    ):
        return None
    tokens = [t for t in tokens if t.i in inside]
    gone = {t.i for t in tokens}
    claimant = claimant_of(desk, sentence, verb)
    if claimant is None:
        return None
    core = core_of(desk, sentence, clause, told=claimant_name(desk, claimant))
    clause = core if gone <= {t.i for t in core.tokens} else clause
    wh = "on what date" if date.day else "in what month" if date.month else "in what year"
    if tokens[0].lower_ in {"since", "until"}:
        unit = "date" if date.day else "month" if date.month else "year"
        wh = f"{tokens[0].lower_} what {unit}"
    if words[0].i > 0 and (part := part_of_day(words)) is not None:
        wh = f"{tokens[0].lower_} the {part} of what date"
    gone |= _same_day(desk, fact, sentence, clause)
    gone |= _counted_day(clause, max(gone))
    kept = [t for t in clause.tokens if t.i not in gone]
    clause = replace(clause, tokens=tuple(t for t in clause.tokens if t in tokens or t in kept))
    grounded = desk.grounding.ground(sentence, kept, told=claimant_name(desk, claimant))
    then = as_then(words, inside) if is_to_come(fact, published) else {}
    question = fronted_question(clause, wh, tokens, {**grounded.swaps, **then})
    if grounded.problems or (question and word_count(f"{claimant}{question}") > MOST_WORDS):
        clause = first_of_several(clause)
        kept = [t for t in clause.tokens if t.i not in gone]
        grounded = desk.grounding.ground(sentence, kept, told=claimant_name(desk, claimant))
        question = fronted_question(clause, wh, tokens, {**grounded.swaps, **then})
    if question is None:
        return None
    question = _told_as_due(question, clause)
    lead = _lead(
        desk, sentence, kept, question, claimant, is_ahead=bool(then) or is_later(date, published)
    )
    stem = plain_marks(opened(lead, question))
    if grounded.problems:
        desk.refuse_for("date", stem, grounded.problems, fact.evidence)
        return None
    if word_count(question) < 6 or not grounded.has_name or grounded.has_date:
        return None
    return Candidate(
        kind="date",
        form="when",
        stem=stem,
        answer=DateAnswer(date),
        key=str(date),
        evidence=(fact.evidence,),
        fact=fact.span,
        sentence=sentence.number,
        pool="date",
        predicate="" if claimant else _told(clause, kept, tokens[0], grounded.swaps),
        weight=1.2 * fact.confidence,
    )


def _lead(
    desk: Desk,
    sentence: Sentence,
    kept: list["Token"],
    question: str,
    claimant: str,
    *,
    is_ahead: bool,
) -> str:
    """The opening of the stem: who says so, or when it was so that is no longer so."""
    counted = "" if claimant else as_counted(desk, sentence, kept, question)
    if is_ahead and not counted:
        return desk.opening(claimant, question, has_date=False)
    return counted or claimant or _as_of(desk, kept)


_AHEAD = frozenset("plan intend expect hope schedule promise want agree decide mean".split())


def _told(clause: Clause, kept: list["Token"], opening: "Token", swaps: Mapping[int, str]) -> str:
    """The clause without its date, as something that happened then; empty where it was only
    planned, or lasted until or since then."""
    is_done = clause.finite.tag_ == "VBD" and clause.verb.lemma_ not in _AHEAD
    if not is_done or opening.lower_ in {"since", "until"}:
        return ""
    words = [t for t in kept if t in clause.tokens]
    while words and words[0].is_punct and not words[0].is_quote:
        words = words[1:]
    before = clause.subject.left_edge.i
    if not words or not can_lead([t for t in words if t.i < before], swaps):
        return ""
    told = render(words, full_forms(words, swaps))
    return capitalize(close_quotes(plain_marks(told))).rstrip(".,")


def _as_of(desk: Desk, kept: list["Token"]) -> str:
    """`as of May 2020, ` for what was last seen, which may have been seen again."""
    is_last = any(t.lower_ == "last" and t.dep_ == "advmod" for t in kept)
    return f"as of {desk.month()}, " if is_last and desk.month() else ""


_PLANNING = re.compile(r"^(.*?\b(?:date|month|year)) (?:did|does|do) (.+?) (?:plan|intend) to ")


def _told_as_due(question: str, clause: Clause) -> str:
    """`On what date was X due to ...` for `On what date did X plan to ...`, which seems to ask
    for the day on which the plan was made."""
    if clause.verb.lemma_ not in {"plan", "intend"}:
        return question
    several = clause.subject.tag_ in {"NNS", "NNPS"} or any(
        c.dep_ == "conj" for c in clause.subject.children
    )
    return _PLANNING.sub(rf"\1 {'were' if several else 'was'} \2 due to ", question)


_LEAST_CONFIDENCE = 0.75
_OCCASIONS = frozenset({"interview", "speech", "statement", "conference"})
_LOCAL = frozenset({"local", "time", ","})
_PARTS_OF_DAY = frozenset("night evening morning afternoon eve day".split())


def part_of_day(words: "list[Token]") -> str | None:
    """`night` in "on the night of 18 March"."""
    inside = {t.i for t in words}
    of = next((t.head for t in words if t.head.i not in inside), None)
    if of is None or of.lower_ != "of" or of.head.lower_ not in _PARTS_OF_DAY:
        return None
    return of.head.lower_


def _same_day(desk: Desk, fact: DateFact, sentence: Sentence, clause: Clause) -> set[int]:
    """The words that tell of something else on the same day, which would give the key away."""
    gone: set[int] = set()
    for other in desk.reading.dates_in(sentence.span):
        if other.span == fact.span or other.value != fact.value:
            continue
        phrase = adverbial_of(sentence.tokens_in(other.span))
        if phrase is not None and clause.verb not in phrase[1]:
            gone |= {t.i for t in phrase[1]}
    return gone


def _counted_day(clause: Clause, last: int) -> set[int]:
    """The words of ", the day before the flood" right behind the date: a second date, which
    would seem to be the one asked for."""
    for token in clause.tokens:
        start = token.left_edge.i
        opener = start - 1 if token.doc[start - 1].text == "," else start
        measured = token if token.lemma_ in _UNITS else None
        is_next = opener in {last, last + 1}
        if is_next and measured is not None and token.dep_ == "npadvmod":
            part = token if token.head.i < start else token.head
            gone = {t.i for t in part.subtree if t.i >= start} | {opener}
            return gone | {t.i for t in clause.tokens if t.i == max(gone) + 1 and t.text == ","}
    return set()


_UNITS = frozenset("day week month year hour".split())


def adverbial_of(words: "list[Token]") -> "tuple[Token, list[Token]] | None":
    """The verb that the date says the time of, and the words to take out; None where it is
    the time of a noun or something else than a point in time ("since", "until")."""
    if not words:
        return None
    inside = {t.i for t in words}
    tops = [t for t in words if t.head.i not in inside]
    if len(tops) != 1:
        return None
    top = tops[0]
    if top.head.lower_ == "time" and any(c.lower_ == "local" for c in top.head.children):
        top = top.head  # "on March 18 local time"
    head = top.head
    if head.lower_ == "of" and head.head.lower_ in _PARTS_OF_DAY and head.head.dep_ == "pobj":
        top, head = head.head, head.head.head  # "on the night of 18 March"
    if top.dep_ == "pobj" and head.lower_ in {"on", "in", "since", "until"} and head.dep_ == "prep":
        governor = head.head
        if governor.pos_ == "NOUN" and governor.dep_ in {"dobj", "attr"}:
            # "had a call on 18 March": the day of the call is the day of the deed.
            governor = governor.head
        if governor.lemma_ in _OCCASIONS and governor.dep_ == "pobj":
            # "in an interview on 18 March, she said": so is the day of the interview.
            governor = governor.head.head
        if governor.pos_ not in VERBAL or _is_of_a_contest(head):
            return None
        return governor, list(head.subtree)
    if top.dep_ == "npadvmod" and head.pos_ in VERBAL:
        before = words[0].nbor(-1) if words[0].i > 0 else None
        if before is not None and before.pos_ == "NOUN" and words[0].i < head.i:
            return None  # "after the death Tuesday": the day of the noun
        return head, _own_words(top, inside)
    return None


_CONTESTS = frozenset(
    "primary election runoff caucus referendum by-election vote ballot race match game final"
    " debate summit trial".split()
)


def _is_of_a_contest(opening: "Token") -> bool:
    """Whether the date stands right behind a contest that only tells something apart, and is that
    of the contest: "will face the winner of the primary on 10 August"."""
    noun = opening.nbor(-1) if opening.i else opening
    return (
        noun.lemma_ in _CONTESTS
        and noun.dep_ == "pobj"
        and noun.head.lower_ in {"of", "from", "for"}
        and noun.head.head.pos_ == "NOUN"
    )


def _own_words(top: "Token", inside: set[int]) -> "list[Token]":
    """The words of a date without those that the parser wrongly hangs on it: the name in "broke
    with President Obama Monday", the number in "sold 300,000 last year"."""
    words = [t for t in top.subtree if t.i in inside or t.pos_ in _ABOUT_A_DATE
             or t.lower_ in _LOCAL or t.lower_ in _PARTS_OF_DAY]  # fmt: skip
    if len(words) == len(list(top.subtree)):
        return words
    return [t for t in words if t.i in inside]


_ABOUT_A_DATE = frozenset("ADV ADJ DET ADP PUNCT PART".split())
