"""Finds the attributions of an article: who said, proposed, denied or wanted what."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from quizzer.deck.model import Span
from quizzer.facts.attributions.acts import act_of
from quizzer.facts.attributions.candidates import Candidate, Range
from quizzer.facts.attributions.confidence import (
    LEAST,
    cue_confidence,
    cue_of,
    reading_confidence,
    surest_by_cue,
    without_doubles,
)
from quizzer.facts.attributions.nouns import noun_candidates
from quizzer.facts.attributions.phrases import (
    according_candidates,
    adjective_candidates,
    heading_candidates,
    lone_quotations,
    signed_quotations,
)
from quizzer.facts.attributions.quotes import find_quotes
from quizzer.facts.attributions.verbs import verb_candidates
from quizzer.facts.language import ParsedParagraph
from quizzer.facts.model import AttributionFact, Mention, NamedMention
from quizzer.facts.names import Names

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc
    from quizzer.facts.parse import Span as Words


def find_attributions(
    paragraphs: Sequence[ParsedParagraph], names: Names
) -> Iterator[AttributionFact]:
    """The attributions in the order of the text; none crosses a paragraph."""
    for number, parsed in enumerate(paragraphs):
        for sure, candidate in _surest(candidates(parsed.doc, is_hopeful)):
            yield _fact(number, parsed, candidate, sure, names)


def _surest(found: list[Candidate]) -> list[tuple[float, Candidate]]:
    """The readings that are sure enough, one for each cue and content."""
    scored = []
    last, sure = None, 0.0
    for one in found:
        # All readings of a cue share their cue's features.
        if one.features is not last:
            last, sure = one.features, cue_confidence(one)
        if sure >= LEAST:
            scored.append((sure * reading_confidence(one), one))
    return without_doubles(pair for pair in surest_by_cue(scored, cue_of) if pair[0] >= LEAST)


def is_hopeful(candidate: Candidate) -> bool:
    """Whether any reading of the candidate's cue may become a fact."""
    return cue_confidence(candidate) >= LEAST


def candidates(
    doc: "Doc", is_worth: Callable[[Candidate], bool] = lambda _: True
) -> list[Candidate]:
    """Everything in a paragraph that might be an attribution, in the order of the cues.

    Of a verb whose first reading is not worth it the others are left out.
    """
    quotes = find_quotes(doc)
    found = [
        *verb_candidates(doc, quotes, is_worth),
        *according_candidates(doc, quotes),
        *noun_candidates(doc, quotes),
        *adjective_candidates(doc, quotes),
        *signed_quotations(doc, quotes),
        *heading_candidates(doc, quotes),
    ]
    found.sort(key=lambda one: (one.cue, one.content))
    return [*found, *lone_quotations(doc, quotes, found)]


def _fact(
    number: int, parsed: ParsedParagraph, candidate: Candidate, sure: float, names: Names
) -> AttributionFact:
    doc = parsed.doc
    source, cue, content = (
        _mention(parsed, part) for part in (candidate.source, candidate.cue, candidate.content)
    )
    head = doc[candidate.source[0] : candidate.source[1]].root
    name, certainty = names.resolve(number, parsed, head)
    start = min(candidate.source[0], candidate.cue[0], candidate.content[0])
    end = max(candidate.source[1], candidate.cue[1], candidate.content[1])
    first, last = doc[start].sent, doc[end - 1].sent
    if name is not None and head.pos_ == "PRON":
        # "She" proves nothing without the sentence that names her.
        named = names.named_before(number, name, source.span.start)
        if named is not None:
            first = _sentence_at(parsed, named) or first
    return AttributionFact(
        evidence=parsed.span(doc[first.start : last.end]),
        source=NamedMention(source.span, source.text, name),
        cue=cue,
        content=content,
        act=act_of(doc, candidate),
        is_quote="quoted=all" in candidate.features,
        # A source that is only guessed makes the whole fact less sure.
        confidence=round(sure * (certainty if name else 1.0), 3),
    )


def _sentence_at(parsed: ParsedParagraph, place: int) -> "Words | None":
    words = parsed.words(Span(place, place + 1))
    return words.sent if words is not None and len(words) else None


def _mention(parsed: ParsedParagraph, part: Range) -> Mention:
    words = parsed.doc[part[0] : part[1]]
    return Mention(parsed.span(words), words.text)
