"""Cues that are neither verbs nor nouns: "according to", colons, dashes, lone quotations."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizzer.facts.attributions.candidates import (
    Candidate,
    Range,
    lemma_of,
    noun_phrase,
    subtree_range,
    trimmed,
)
from quizzer.facts.attributions.features import common_features
from quizzer.facts.attributions.quotes import Quotes

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Token


def according_candidates(doc: "Doc", quotes: Quotes) -> Iterator[Candidate]:
    """ "According to X, ...": the rest of the sentence is the content."""
    for token in doc:
        if (
            token.lower_ != "according"
            or token.i + 1 >= len(doc)
            or doc[token.i + 1].lower_ != "to"
        ):
            continue
        noun = next(
            (n for to in token.children for n in to.children if n.dep_ == "pobj"),
            next(
                (n for n in doc[token.i + 2 : token.i + 14] if n.pos_ in ("PROPN", "NOUN", "PRON")),
                None,
            ),
        )
        if noun is None:
            continue
        source = noun_phrase(noun)
        sentence = token.sent
        if token.i - sentence.start <= 2:
            content = (source[1], sentence.end)
        else:
            content = (sentence.start, token.i)
        content = trimmed(doc, content)
        if content[0] < content[1]:
            features = tuple(common_features(doc, token, noun, content, quotes, "according"))
            yield Candidate(
                source, (token.i, token.i + 2), content, "according", "according", features
            )


def heading_candidates(doc: "Doc", quotes: Quotes) -> Iterator[Candidate]:
    """ "Moe: The port will close": a short name, a colon, and the rest of the line."""
    for token in doc[:12]:
        if token.text != ":" or token.i == 0 or token.i + 2 >= len(doc):
            continue
        content = trimmed(doc, (token.i + 1, len(doc)))
        before = doc[token.i - 1]
        if before.pos_ in ("PROPN", "NOUN") and content[0] < content[1]:
            features = tuple(common_features(doc, token, before, content, quotes, "colon"))
            yield Candidate((0, token.i), (token.i, token.i + 1), content, ":", "colon", features)
        return


def signed_quotations(doc: "Doc", quotes: Quotes) -> Iterator[Candidate]:
    """A quotation with a dash and a name behind it."""
    for start, end in quotes.ranges:
        if end + 1 >= len(doc) or doc[end].text[0] not in "―—–-" or doc[end + 1].pos_ != "PROPN":
            continue
        last = end + 1
        while last < len(doc) and not doc[last].is_punct and not doc[last].is_space:
            last += 1
        if last - end > 8:
            continue
        content = trimmed(doc, (start, end))
        features = tuple(common_features(doc, doc[end], doc[last - 1], content, quotes, "signed"))
        yield Candidate((end + 1, last), (end, end + 1), content, "-", "signed", features)


def adjective_candidates(doc: "Doc", quotes: Quotes) -> Iterator[Candidate]:
    """ "She is sure that ...", "he was critical of ...": a feeling with what it is about."""
    for adjective in doc:
        if adjective.dep_ != "acomp":
            continue
        subject = next((c for c in adjective.head.children if c.dep_ == "nsubj"), None)
        found = _adjective_content(adjective)
        if subject is None or found is None:
            continue
        form, content = found
        source = noun_phrase(subject)
        content = trimmed(doc, content)
        if content[0] < content[1] and source[1] <= content[0]:
            features = tuple(common_features(doc, adjective, subject, content, quotes, form))
            lemma = lemma_of(adjective)
            yield Candidate(source, (adjective.i, adjective.i + 1), content, lemma, form, features)


def _adjective_content(adjective: "Token") -> tuple[str, Range] | None:
    for child in adjective.children:
        if child.i < adjective.i:
            continue
        if child.dep_ in ("ccomp", "xcomp"):
            return f"adjective {child.dep_}", subtree_range(child)
        if child.dep_ == "prep" and child.lower_ in ("of", "about", "to", "for", "with"):
            inner = next((n for n in child.children if n.dep_ in ("pobj", "pcomp")), None)
            if inner is not None:
                return "adjective prep", subtree_range(inner)
    return None


def lone_quotations(doc: "Doc", quotes: Quotes, found: list[Candidate]) -> Iterator[Candidate]:
    """A quotation that nobody claims keeps the source of the one before it."""
    speakers = [
        one for one in found if "quoted=all" in one.features or "quoted=part" in one.features
    ]
    for start, end in quotes.ranges:
        if end - start < 7 or any(
            one.content[0] < end and start < one.content[1] and not start < one.cue[0] < end
            for one in found
        ):
            continue
        before = [one for one in speakers if one.cue[0] < start]
        after = [one for one in speakers if one.cue[0] >= end]
        near = before[-1] if before else after[0] if after else None
        if near is None:
            continue
        source = doc[near.source[1] - 1]
        cue = doc[near.cue[0]]
        features = tuple(common_features(doc, cue, source, (start, end), quotes, "lone"))
        yield Candidate(near.source, near.cue, (start, end), near.lemma, "lone", features)
