"""A question on its way into a deck, with what the later steps need to judge it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from quizzer.deck.model import Answer, Span
from quizzer.questions.alone.context import Grounding
from quizzer.questions.grammar.wording import close_quotes, plain_marks, word_count
from quizzer.questions.names.entities import Entities
from quizzer.questions.names.people import People
from quizzer.questions.reading import Reading
from quizzer.seeded import seeded_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A stem without its final mark of punctuation missing, its key, and where it comes from.

    `fact` is the place of the fact asked about, `form` the way it is asked: no two questions
    share both. `pool` names where distractors come from: person organization place country
    number date role, or none. `predicate` is what stands for the fact in a question about
    several: a description, or an event without its date.
    `weight` grows with how much the question is worth. `rivals` are names that make good
    distractors, `unfit` those that may also be right.
    """

    kind: str
    form: str
    stem: str
    answer: Answer
    key: str
    evidence: tuple[Span, ...]
    fact: Span
    sentence: int
    pool: str = "none"
    accept: tuple[str, ...] = ()
    distractors: tuple[str, ...] = ()
    explanation: str | None = None
    predicate: str = ""
    weight: float = 1.0
    rivals: tuple[str, ...] = ()
    unfit: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A candidate that did not become a question: the check that stopped it, and why."""

    kind: str
    stem: str
    check: str
    reason: str
    evidence: Span


@dataclass(slots=True)
class Desk:
    """What every question writer gets: the reading, who is who, and where to put refusals."""

    reading: Reading
    people: People
    grounding: Grounding
    entities: Entities
    seed: int
    dropped: list[Dropped]
    asked_cues: set[Span] = field(default_factory=set)
    """The reporting words of the attributions that have a question already."""

    def refuse(self, kind: str, stem: str, check: str, reason: str, evidence: Span) -> None:
        """Notes that nothing is asked here, and why."""
        self.dropped.append(
            Dropped(kind=kind, stem=stem, check=check, reason=reason, evidence=evidence)
        )

    def refuse_for(self, kind: str, stem: str, problems: list[str], evidence: Span) -> None:
        """Notes a refusal for the first of `problems`, each a check's name and a reason."""
        check, _, reason = problems[0].partition(" ")
        self.refuse(kind, stem, check, reason, evidence)

    def month(self) -> str:
        """The month in which the article came out, in words; empty where that is unknown."""
        published = self.reading.article.published
        if published is None:
            return ""
        return published.in_words.split(" ", 1)[1] if published.day else published.in_words

    def lead(self, question: str, *, has_date: bool) -> str:
        """Words that put a question into its time, where it names no date itself."""
        month = self.month()
        if has_date or not month:
            return ""
        if self.reading.is_opinion:
            return f"{OPINION} {month}, "
        event = self.grounding.event
        if event is not None and event.day not in question:
            about = EVENT_LEADS[seeded_number(self.seed, question) % len(EVENT_LEADS)]
            lead = f"{about} {event.name}, "
            if word_count(lead) + word_count(question) <= MOST_WORDS:
                return lead
        return f"{LEADS[seeded_number(self.seed, question) % len(LEADS)]} {month}, "

    def opening(self, claimant: str, question: str, *, has_date: bool) -> str:
        """As `lead`, behind the claimant where there is one: `according to NAME in May 2020, `."""
        if not claimant:
            return self.lead(question, has_date=has_date)
        month = self.month()
        if has_date or not month:
            return claimant
        return f"{claimant.removesuffix(', ')} in {month}, "


LEADS = ("As reported in", "In an article of")
"""Openings of stems that say when; which one a stem gets depends on its words alone."""
EVENT_LEADS = ("In reports on", "In an article about")
"""The same openings for an article about one meeting on one day, which tells more than a month."""
MATCHED = "matched"
"""The form of what is good enough for one of several pairs, but no question of its own."""
MOST_WORDS = 35
"""Words that a stem may have."""
OPINION = "According to an opinion piece of"
"""The opening for what the author of an opinion piece holds."""

Writer = Callable[[Desk], list[Candidate]]
"""Turns the facts of one kind into candidates."""


def opened(lead: str, question: str) -> str:
    """Lead and question as one stem with a capital at the front and a question mark."""
    if "according to" in question and lead.startswith("according to"):
        lead = ""
    text = re.sub(r'[.,](["”]?)$', r"\1", (lead + close_quotes(plain_marks(question))).strip())
    if re.search(r"\b(?:[ap]\.m|U\.S|D\.C|U\.N|U\.K|Jr|Sr|Inc|Co|N\.\w)$", text):
        text += "."
    return text[0].upper() + text[1:] + "?"
