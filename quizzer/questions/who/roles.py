"""Questions about who is who: who holds an office, who was described how, who works where.

A description is asked for in the words of the article, which describes one person so; nobody of
whom the same may be said stands beside the key.
"""

from quizzer.deck.model import Span, TextAnswer
from quizzer.questions.candidates import MATCHED, Candidate, Desk
from quizzer.questions.days.tenure import is_of_another_time, when_held
from quizzer.questions.grammar.wording import word_count
from quizzer.questions.names.accepted import accepted_forms
from quizzer.questions.names.descriptions import Description, describe, has_first_name, person_of
from quizzer.questions.names.fields import field_of, is_hers, sex_fits
from quizzer.questions.names.introduced import Introduced
from quizzer.questions.names.public_offices import is_public_office
from quizzer.questions.names.role_words import (
    RELATIVES,
    content_of,
    main_noun,
    may_both_fit,
    names_in,
    needs_whose,
    says_something,
)
from quizzer.questions.options.distractors import FEWEST, MOST
from quizzer.questions.who.seats import write_seats
from quizzer.questions.who.workplaces import linked_body, workplace_of
from quizzer.seeded import seeded_number

_EASY = RELATIVES | {"nominee", "candidate", "mate"}
_HEADS = frozenset("president minister chancellor premier king queen pope emperor".split())
"""Offices so well known that only those of several persons are told apart."""
_PUBLIC = _HEADS | frozenset(
    "governor mayor secretary speaker commissioner general prosecutor sheriff leader whip".split()
)
_OFTEN = 5
"""Mentions of a candidate who is then known to every reader."""
_MOST_IN_KEY = 10
"""Words of a description that is a key; longer ones are no choice to read."""


def write_roles(desk: Desk) -> list[Candidate]:
    """Two questions at most for each person whom the article introduces, and one for a seat.

    Beside them a description for each, of the form `MATCHED`, that may stand in a match alone.
    """
    all_of_them = [d for d in (describe(desk, fact) for fact in desk.reading.roles) if d]
    introduced = Introduced(desk, all_of_them)
    best: dict[str, Description] = {}
    for description in sorted(all_of_them, key=_worth):
        best.setdefault(description.person, description)
    chosen = sorted(best.values(), key=lambda d: d.fact.role.span)
    found: list[Candidate] = []
    for description in chosen:
        who = _who(desk, description, introduced)
        what = _workplace(desk, description) or _what(desk, description, introduced)
        matched = _matched(desk, description, introduced)
        found.extend(candidate for candidate in (who, what, matched) if candidate is not None)
    return [*found, *_links(desk, set(best)), *write_seats(desk)]


def _worth(description: Description) -> tuple[bool, bool, bool, int]:
    """The best description of a person first: an office, then one with names, then the longer."""
    words = description.words
    return (
        not description.is_office,
        not names_in(words),
        word_count(words) > _MOST_IN_KEY,
        -len(content_of(words)),
    )


def _evidence(desk: Desk, description: Description) -> tuple[Span, ...]:
    return desk.reading.naming(description.sentence, description.person)


def _who(desk: Desk, description: Description, introduced: Introduced) -> Candidate | None:
    """`Who was the mayor of Bergen in May 2019?`, `..., who was described as a geologist ...?`."""
    if not description.is_telling:
        _refuse(desk, description, "F3", "too general")
        return None
    if introduced.is_said_of_another(description):
        _refuse(desk, description, "F3", "said of two persons")
        return None
    if main_noun(description.words) in _EASY and desk.people.counts[description.person] >= _OFTEN:
        _refuse(desk, description, "W", "whoever the article is about is no riddle")
        return None
    month = when_held(desk, description.fact)
    if description.is_office and month is not None and is_public_office(description.words):
        stem = f"Who was {description.opened} in {month}?"
    elif description.is_office and is_of_another_time(desk, description.fact):
        _refuse(desk, description, "F3", "an office of another time")
        return None
    else:
        stem = _described_as(desk, description)
    return _who_candidate(desk, description, introduced, stem, "who")


def _matched(desk: Desk, description: Description, introduced: Introduced) -> Candidate | None:
    """The description for a match, where others than the person may be called so in the world:
    `a hedge fund manager`, but no `spokesman` of nobody knows whom."""
    if not description.is_telling and needs_whose(description.words):
        return None
    return _who_candidate(desk, description, introduced, _described_as(desk, description), MATCHED)


def _described_as(desk: Desk, description: Description) -> str:
    article = _article(desk)
    lead = f"In {article}, who" if article else "Who"
    return f"{lead} was described as {description.opened}?"


def _who_candidate(
    desk: Desk, description: Description, introduced: Introduced, stem: str, form: str
) -> Candidate:
    person = description.person
    worth = 0.9 if description.is_office else 0.8 if description.is_telling else 0.6
    return Candidate(
        kind="role", form=form, stem=stem,
        answer=TextAnswer(person), key=person, accept=accepted_forms(desk, person),
        evidence=_evidence(desk, description), fact=description.fact.role.span,
        sentence=description.sentence.number, pool="person",
        predicate=description.as_key, weight=worth * description.fact.confidence,
        rivals=introduced.who_cannot_fit(description),
        unfit=introduced.who_may_fit(description),
    )  # fmt: skip


def _what(desk: Desk, description: Description, introduced: Introduced) -> Candidate | None:
    """`Which office did NAME hold?`, or `How did an article of May 2019 describe NAME?`."""
    words, person = description.words, description.person
    if word_count(words) > _MOST_IN_KEY or not says_something(words) or _is_known(words):
        return None
    month = when_held(desk, description.fact)
    own = introduced.own(person)
    if not names_in(words) or is_hers(main_noun(words)):
        return None  # the only one without a name, or the only woman's, stands out
    wrong = [
        d for d in introduced.near(description)
        if _is_wrong(d, person, own) and _is_alike(d, description)
    ]  # fmt: skip
    if description.is_office and month is not None and is_public_office(words):
        offices = _distractors(desk, description, [d for d in wrong if d.is_office])
        if len(offices) >= FEWEST:
            noun = "office" if main_noun(words) in _PUBLIC else "post"
            stem = f"Which {noun} did {person} hold in {month}?"
            return _what_candidate(desk, description, stem, "office", offices)
        if main_noun(words) in _HEADS:
            return None
    chosen = _distractors(desk, description, wrong)
    article = _article(desk)
    if len(chosen) < FEWEST or not article:
        return None
    stem = f"How did {article} describe {person}?"
    return _what_candidate(desk, description, stem, "what", chosen)


def _what_candidate(
    desk: Desk, description: Description, stem: str, form: str, wrong: tuple[str, ...]
) -> Candidate:
    words = description.words
    return Candidate(
        kind="role", form=form, stem=stem, answer=TextAnswer(description.as_key),
        key=words, evidence=_evidence(desk, description), fact=description.fact.role.span,
        sentence=description.sentence.number, distractors=wrong,
        weight=0.6 * description.fact.confidence,
    )  # fmt: skip


def _is_wrong(description: Description, person: str, own: list[str]) -> bool:
    """Whether a description of somebody else cannot be said of the person."""
    words = description.words
    return (
        bool(names_in(words))
        and word_count(words) <= _MOST_IN_KEY
        and not _is_known(words)
        and not any(may_both_fit(words, mine) for mine in own)
        and not any(names_in(words) & names_in(mine) for mine in own)
        and not any(part in words for part in person.split() if len(part) > 2)
    )


def _is_alike(other: Description, description: Description) -> bool:
    """Whether the description is of the same field, and a person of that name may bear it."""
    field = field_of(description.words)
    return (
        field is not None
        and field_of(other.words) == field
        and sex_fits(description.person, main_noun(other.words))
    )


def _is_known(words: str) -> bool:
    """Whether the words are too easy a key, or too odd an option: nominees and relatives."""
    return main_noun(words) in _EASY


def _distractors(desk: Desk, description: Description, wrong: list[Description]) -> tuple[str, ...]:
    """The descriptions nearest in length to the key, none two of which say the same."""
    length = word_count(description.words)
    order = sorted(
        wrong,
        key=lambda d: (
            abs(word_count(d.words) - length),
            seeded_number(desk.seed, description.words, d.words),
        ),
    )
    chosen: list[str] = []
    for other in order:
        if not any(may_both_fit(other.words, taken) for taken in chosen):
            chosen.append(other.as_key)
        if len(chosen) == MOST:
            break
    return tuple(chosen)


def _workplace(desk: Desk, description: Description) -> Candidate | None:
    """`In an article of May 2019, for which organization was NAME described as a spokesman?`."""
    article = _article(desk)
    found = workplace_of(desk, description)
    if not article or when_held(desk, description.fact) is None or found is None:
        return None
    if is_public_office(description.words):
        return None  # a majority leader of the Senate, a director of the FBI: too easy
    asking = found.asking[0].lower() + found.asking[1:]
    return Candidate(
        kind="role", form="where",
        stem=f"In {article}, {asking} was {description.person} described as {found.rest}?",
        answer=TextAnswer(found.name), key=found.name,
        evidence=_evidence(desk, description), fact=description.fact.role.span,
        sentence=description.sentence.number, pool=found.pool,
        weight=0.6 * description.fact.confidence,
    )  # fmt: skip


def _links(desk: Desk, described: set[str]) -> list[Candidate]:
    """`For which news organization did NAME work, according to an article of May 2019?`, for
    persons whom the article does not describe otherwise."""
    found: dict[str, Candidate] = {}
    for fact in desk.reading.roles:
        person = person_of(desk, fact)
        sentence = desk.reading.sentence_at(fact.person.span.start)
        body = linked_body(desk, fact)
        article = _article(desk)
        if body is None or person is None or sentence is None or not article:
            continue
        if person in described or sentence.is_heading or not has_first_name(person):
            continue
        asking = f"{body.asking} did {person} work, according to {article}?"
        found.setdefault(
            person,
            Candidate(
                kind="role", form="where", stem=asking,
                answer=TextAnswer(body.name), key=body.name,
                evidence=desk.reading.naming(sentence, person), fact=fact.role.span,
                sentence=sentence.number, pool=body.pool, weight=0.5 * fact.confidence,
            ),
        )  # fmt: skip
    return list(found.values())


def _article(desk: Desk) -> str:
    """What describes the person, `an article of May 2019`; empty where it has no date."""
    month = desk.month()
    if not month:
        return ""
    return f"an opinion piece of {month}" if desk.reading.is_opinion else f"an article of {month}"


def _refuse(desk: Desk, description: Description, check: str, reason: str) -> None:
    desk.refuse(
        "role", f"{description.person}: {description.words}", check, reason,
        description.fact.evidence,
    )  # fmt: skip
