"""An article becomes a deck: facts, candidates, checks, distractors, ranking."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from quizzer.article.model import Article
from quizzer.collection import no_collection
from quizzer.deck.model import Deck, Question, Source
from quizzer.facts.language import ParsedParagraph, load_language, parse_article
from quizzer.facts.model import Fact
from quizzer.questions.alone.context import Grounding
from quizzer.questions.alone.definites import Definites
from quizzer.questions.alone.discourse import Discourse
from quizzer.questions.alone.mentions import Mentions
from quizzer.questions.alone.setting import Setting
from quizzer.questions.candidates import MATCHED, Candidate, Desk, Dropped, Writer
from quizzer.questions.done.constituents import write_constituents
from quizzer.questions.done.figures import write_figures
from quizzer.questions.done.meetings import write_meetings
from quizzer.questions.done.timing import write_dates
from quizzer.questions.events import find_main_event
from quizzer.questions.ids import question_id
from quizzer.questions.names.accepted import with_other_names
from quizzer.questions.names.entities import Entities
from quizzer.questions.names.epithets import Epithets
from quizzer.questions.names.passers_by import few_passers_by
from quizzer.questions.names.people import find_people
from quizzer.questions.options.distractors import Pools
from quizzer.questions.ranking import ranked
from quizzer.questions.reading import Reading
from quizzer.questions.repeats import few_per_sentence, without_repeats
from quizzer.questions.review.candidate import (
    stop_before_options,
    stop_reason,
    stop_with_options,
)
from quizzer.questions.said.attributions import write_attributions
from quizzer.questions.said.impersonal import write_impersonal
from quizzer.questions.several.matching import not_matched, write_matches
from quizzer.questions.several.statements import write_statements
from quizzer.questions.several.timelines import write_timelines
from quizzer.questions.who.roles import write_roles

WRITERS: tuple[Writer, ...] = (
    write_dates,
    write_meetings,
    write_figures,
    write_attributions,
    write_impersonal,
    write_roles,
    write_constituents,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeResult:
    """The deck, what was left out and by which check, and how many questions of each kind."""

    deck: Deck
    dropped: tuple[Dropped, ...]
    counts: dict[str, int]


def make_deck(
    article: Article,
    *,
    count: int | None = None,
    kinds: frozenset[str] | None = None,
    seed: int = 0,
    deck_id: str,
    title: str | None = None,
    source_path: str | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> MakeResult:
    """The best `count` questions (all, by default) of the wanted kinds about the article.

    The same article, options and seed give the same deck, on every machine.

    Raises:
        QuizzerError: the language model is not installed.
    """
    from quizzer.facts.extract import extract_parsed  # noqa: PLC0415 - it leads to spaCy

    steps = len(WRITERS) + 2
    report = on_progress or (lambda _done, _all: None)
    language = load_language()
    with no_collection():
        paragraphs = parse_article(article, language)
        report(1, steps)
        facts = extract_parsed(article, paragraphs)
        report(2, steps)
        return deck_from_facts(
            article, paragraphs, facts, count=count, kinds=kinds, seed=seed, deck_id=deck_id,
            title=title, source_path=source_path, on_progress=on_progress,
        )  # fmt: skip


def deck_from_facts(
    article: Article,
    paragraphs: Sequence[ParsedParagraph],
    facts: Sequence[Fact],
    *,
    count: int | None = None,
    kinds: frozenset[str] | None = None,
    seed: int = 0,
    deck_id: str,
    title: str | None = None,
    source_path: str | None = None,
    on_progress: Callable[[int, int], None] | None = None,
) -> MakeResult:
    """As `make_deck`, for an article that is already parsed and searched for facts."""
    report = on_progress or (lambda _done, _all: None)
    desk = open_desk(article, paragraphs, facts, seed)
    candidates: list[Candidate] = []
    for done, write in enumerate(WRITERS):
        candidates.extend(write(desk))
        report(done + 3, len(WRITERS) + 2)
    if kinds is not None:
        # Timelines are made of the questions about dates.
        needed = kinds | ({"date"} if "timeline" in kinds else set())
        candidates = [candidate for candidate in candidates if candidate.kind in needed]
    with_statements = kinds is None or "event" in kinds
    chosen = _checked(candidates, desk, with_statements=with_statements)
    if kinds is not None:
        chosen = [candidate for candidate in chosen if candidate.kind in kinds]
    if count is not None:
        chosen = chosen[:count]
    chosen.sort(key=lambda candidate: (candidate.evidence, candidate.stem))
    questions = tuple(_question(candidate) for candidate in chosen)
    source = Source(
        title=article.title, publisher=article.publisher, published=article.published,
        url=article.url, path=source_path,
        sha256=sha256(article.text.encode("utf-8", "surrogatepass")).hexdigest(),
    )  # fmt: skip
    deck = Deck(
        id=deck_id, title=title or article.title or deck_id, source=source, questions=questions
    )
    counts = Counter(candidate.kind for candidate in chosen)
    return MakeResult(
        deck=deck, dropped=tuple(desk.dropped), counts={k: counts[k] for k in sorted(counts)}
    )


def open_desk(
    article: Article, paragraphs: Sequence[ParsedParagraph], facts: Sequence[Fact], seed: int
) -> Desk:
    """Everything that the question writers share, found once for an article."""
    reading = Reading(article, paragraphs, facts)
    people = find_people(reading)
    event = find_main_event(reading, people)
    epithets = Epithets(reading, people)
    definites = Definites(
        reading, event, Mentions(reading, people), Setting(reading, people), epithets
    )
    grounding = Grounding(reading, people, Discourse(reading, people, epithets), definites)
    return Desk(reading, people, grounding, Entities(reading), seed, [])


def _checked(candidates: list[Candidate], desk: Desk, *, with_statements: bool) -> list[Candidate]:
    pools = Pools(desk)
    kept: list[Candidate] = []
    for candidate in candidates:
        stop = stop_before_options(candidate, desk)
        if stop is None:
            takes_options = not candidate.distractors and candidate.form != MATCHED
            complete = replace(
                candidate,
                distractors=pools.choose(candidate) if takes_options else candidate.distractors,
                accept=with_other_names(candidate, desk),
            )
            stop = stop_with_options(complete, desk)
            if stop is None:
                kept.append(complete)
                continue
        desk.refuse(candidate.kind, candidate.stem, *stop, candidate.evidence[0])
    asked = [candidate for candidate in kept if candidate.form != MATCHED]
    single = few_per_sentence(without_repeats(ranked(asked, desk.reading), desk), desk)
    described = [candidate for candidate in kept if candidate.form == MATCHED]
    matches = [
        match
        for match in write_matches(single, described, desk)
        if stop_reason(match, desk) is None
    ]
    orders = [order for order in write_timelines(single, desk) if stop_reason(order, desk) is None]
    single = few_passers_by(not_matched(single, matches), matches, desk)
    statements = [
        statement
        for statement in (write_statements(single, desk) if with_statements else [])
        if stop_reason(statement, desk) is None
    ]
    return ranked([*matches, *orders, *statements, *single], desk.reading)


def _question(candidate: Candidate) -> Question:
    return Question(
        id=question_id(candidate.kind, candidate.stem),
        stem=candidate.stem,
        answer=candidate.answer,
        accept=candidate.accept,
        distractors=candidate.distractors,
        explanation=candidate.explanation,
        evidence=candidate.evidence,
        kind=candidate.kind,
    )
