"""Verbs as cues: who does what the verb says, and what is said."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizzer.facts.attributions.candidates import (
    Candidate,
    Range,
    noun_phrase,
    subject_of,
    trimmed,
)
from quizzer.facts.attributions.complements import readings
from quizzer.facts.attributions.features import common_features
from quizzer.facts.attributions.quotes import Quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def verb_candidates(doc: "Doc", quotes: Quotes) -> Iterator[Candidate]:
    """What may be the content of each verb; of several readings the surest one counts later."""
    for verb in doc:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass"):
            continue
        seen: set[Range] = set()
        for form, found in readings(doc, verb, quotes):
            candidate = _candidate(doc, verb, form, found, quotes)
            if candidate is not None and candidate.content not in seen:
                seen.add(candidate.content)
                yield candidate


def _candidate(
    doc: "Doc", verb: "Token", form: str, found: Range, quotes: Quotes
) -> Candidate | None:
    subject = _source(verb, found)
    if subject is None:
        return None
    source = noun_phrase(subject)
    content = _whole_quote(found, verb.i, quotes)
    is_split = form in ("before", "quote") and quotes.share(content) > 0.5
    content = trimmed(doc, _without(content, source, verb.i, is_split))
    if content[0] >= content[1] or (content[0] <= verb.i < content[1] and not is_split):
        return None
    features = tuple(common_features(doc, verb, subject, content, quotes, form))
    return Candidate(source, (verb.i, verb.i + 1), content, verb.lemma_.lower(), form, features)


def _source(verb: "Token", content: Range) -> "Token | None":
    subject = subject_of(verb)
    passive = any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children)
    if passive:
        for child in verb.children:
            if child.dep_ == "agent":
                return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    if subject is not None and content[0] <= subject.i < content[1]:
        # Only a quotation that is split by "he said" may stand around its source.
        return subject if content[0] < verb.i < content[1] else None
    return subject


def _whole_quote(content: Range, verb: int, quotes: Quotes) -> Range:
    """A content that begins as a quotation behind the cue runs to that quotation's end."""
    start, end = content
    for opened, closed in quotes.ranges:
        if verb < opened <= start + 1 and start - opened <= 1 and closed > end:
            return opened, closed
    return content


def _without(content: Range, source: Range, verb: int, is_split: bool) -> Range:
    """A content that lies wholly on one side of the source and the cue."""
    start, end = content
    for barrier in (source, (verb, verb + 1)):
        if start < barrier[0] < end and barrier[1] < end:
            if is_split:
                continue
            # Inserted in the middle: the larger side.
            if barrier[0] - start >= end - barrier[1]:
                end = barrier[0]
            else:
                start = barrier[1]
        elif barrier[0] <= start < barrier[1]:
            start = barrier[1]
        elif barrier[0] < end <= barrier[1]:
            end = barrier[0]
    return start, end
