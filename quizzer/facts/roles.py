"""Who holds which office: titles in front of a name and appositions behind it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizzer.facts.language import ParsedParagraph
from quizzer.facts.model import Mention, NamedMention, RoleFact
from quizzer.facts.names import OFFICES, Names, plain_name

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token

_LONGEST = 12
"""Tokens of a role; a longer apposition tells a story rather than an office."""


def find_roles(paragraphs: Sequence[ParsedParagraph], names: Names) -> Iterator[RoleFact]:
    """The roles that the running text gives to persons by name, in the order of the text."""
    for parsed in paragraphs:
        if parsed.paragraph.is_heading:
            continue
        for entity in parsed.doc.ents:
            if entity.label_ != "PERSON":
                continue
            for role, sure in _roles_of(entity):
                sentence = parsed.span(entity.sent)
                name = names.full_name(plain_name(entity.text))
                if name is None:
                    continue
                person = NamedMention(parsed.span(entity), entity.text, name)
                mention = Mention(parsed.span(role), role.text)
                yield RoleFact(sentence, person, mention, sure)


def _roles_of(entity: "Span") -> Iterator[tuple["Span", float]]:
    before = _title_before(entity)
    if before is not None:
        yield before, 0.85
    for child in entity.root.children:
        if child.dep_ == "appos" and child.i >= entity.end and child.lower_ in OFFICES:
            start, end = child.left_edge.i, _end_of_phrase(child)
            if end - start <= _LONGEST:
                yield entity.doc[start:end], 0.85


def _title_before(entity: "Span") -> "Span | None":
    """`Russian Foreign Minister` in front of a name; it must end in an office."""
    doc = entity.doc
    start = entity.start
    if start == 0 or doc[start - 1].lower_ not in OFFICES or not doc[start - 1].is_title:
        return None
    while start > entity.sent.start and entity.start - start < _LONGEST:
        token = doc[start - 1]
        if not (token.text[0].isupper() and token.pos_ in ("ADJ", "NOUN", "PROPN")):
            break
        start -= 1
    return doc[start : entity.start]


def _end_of_phrase(noun: "Token") -> int:
    """The end of an apposition without its relative clauses."""
    end = noun.right_edge.i + 1
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("relcl", "acl", "appos", "punct", "cc", "conj"):
            end = min(end, child.left_edge.i)
    return end
