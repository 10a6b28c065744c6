"""What might be an attribution, as token ranges of one parsed paragraph, with its features."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.facts.attributions.lexicon import CLASSES
from quizzer.facts.attributions.quotes import Quotes

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Range = tuple[int, int]
"""Tokens from the first up to the second number."""

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SPEAKERS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_NOMINAL_SUBJECT = frozenset({"PRON", "PROPN", "NOUN"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible attribution; `features` name what speaks for and against it."""

    source: Range
    cue: Range
    content: Range
    lemma: str
    form: str
    features: tuple[str, ...]


def subtree_range(token: "Token") -> Range:
    """The stretch of tokens from the leftmost to the rightmost below `token`."""
    return token.left_edge.i, token.right_edge.i + 1


def noun_phrase(token: "Token") -> Range:
    """A noun with its modifiers and appositions, without clauses that hang loosely."""
    start, end = subtree_range(token)
    for child in token.children:
        if child.dep_ in ("relcl", "advcl", "parataxis", "ccomp", "acl") and child.i > token.i:
            end = min(end, child.left_edge.i)
    doc = token.doc
    while end - 1 > token.i and doc[end - 1].is_punct and doc[end - 1].text not in ')]”"':
        end -= 1
    return start, max(end, token.i + 1)


def subject_of(verb: "Token") -> "Token | None":
    """Who does what the verb says: its subject, or that of the verb it hangs on."""
    for _ in range(4):
        for child in verb.children:
            if child.dep_ in SUBJECTS:
                return child
        if verb.dep_ in ("acl", "relcl"):
            return verb.head if verb.head.pos_ in _NOMINAL_SUBJECT else None
        if verb.dep_ not in ("conj", "xcomp", "advcl", "pcomp", "prep"):
            return None
        verb = verb.head
        if verb.pos_ not in ("VERB", "AUX", "ADP"):
            return verb if verb.pos_ in _NOMINAL_SUBJECT else None
    return None


def trimmed(doc: "Doc", content: Range) -> Range:
    """A content without commas at its ends, but with the quotation marks that belong to it."""
    start, end = content
    while (start < end and doc[start].text in ",;:—–-") or (start < end and doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].text in ",;:—–-" or doc[end - 1].is_space):
        end -= 1
    return start, end


def common_features(
    doc: "Doc", cue: "Token", source: "Token | None", content: Range, quotes: Quotes, form: str
) -> Iterator[str]:
    """Features that every form of candidate has."""
    lemma = cue.lemma_.lower()
    classes = [name for name, words in CLASSES.items() if lemma in words]
    for name in classes or ["other"]:
        yield f"{form}&{name}"
    yield form
    yield f"classes={min(len(classes), 2)}"
    if source is not None:
        kind = source.ent_type_ if source.ent_type_ in SPEAKERS else source.pos_
        yield f"source={kind}"
        yield f"{form}&source={kind}"
        if source.lower_ in ("i", "we", "you", "it", "that", "this", "which", "what", "there"):
            yield f"source={source.lower_}"
        elif source.lower_ in ("he", "she", "they", "who"):
            yield "source=person"
    first = doc[content[0]]
    if first.lower_ in ("that", "to", "if", "whether", "how", "what", "why"):
        yield f"first={first.lower_}"
    quoted = quotes.share(content)
    if quoted > 0:
        yield "quoted=all" if quoted > 0.8 else "quoted=part"
        yield f"{form}&quoted"
    if quotes.around(cue.i):
        yield "cue in quotes"
    length = content[1] - content[0]
    yield f"length={'1' if length < 2 else '3' if length < 4 else '7' if length < 8 else 'long'}"
    yield f"tag={cue.tag_}"
    children = {child.dep_: child for child in cue.children}
    if "neg" in children:
        yield "negated"
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in cue.children):
        yield "modal"
    if cue.dep_ in ("ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "xcomp", "parataxis"):
        yield f"cue={cue.dep_}"
