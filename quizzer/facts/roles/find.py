"""Who is who: every role that the running text gives to a person by name."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quizzer.deck.model import Span as Stretch
from quizzer.facts.language import ParsedParagraph
from quizzer.facts.model import Mention, NamedMention, RoleFact
from quizzer.facts.names import Names, plain_name
from quizzer.facts.roles.before import role_before
from quizzer.facts.roles.behind import role_behind, role_by_copula
from quizzer.facts.roles.links import link_of
from quizzer.facts.roles.seats import seat_behind

if TYPE_CHECKING:
    from quizzer.facts.parse import Span

_MISTAKEN = frozenset({"ORG", "GPE", "NORP", "FAC", "WORK_OF_ART", "PRODUCT"})
"""What the recogniser takes some persons for; their names are known from other mentions."""


def find_roles(paragraphs: Sequence[ParsedParagraph], names: Names) -> Iterator[RoleFact]:
    """The roles of persons whose full name is clear, in the order of the text."""
    for parsed in paragraphs:
        if parsed.paragraph.is_heading:
            continue
        for entity in parsed.doc.ents:
            name = _person(entity, names)
            if name is None:
                continue
            person = NamedMention(parsed.span(entity), entity.text, name)
            evidence = parsed.span(entity.sent)
            for role, sure in _roles_of(entity, parsed):
                words = role.of(parsed.text)
                start = parsed.paragraph.span.start
                span = Stretch(start + role.start, start + role.end)
                yield RoleFact(evidence, person, Mention(span, words), sure)


def _person(entity: "Span", names: Names) -> str | None:
    if entity.label_ == "PERSON" or entity.label_ in _MISTAKEN:
        name = names.full_name(plain_name(entity.text))
        if entity.label_ == "PERSON" or (name is not None and " " in entity.text.strip()):
            return name
    return None


def _roles_of(entity: "Span", parsed: ParsedParagraph) -> Iterator[tuple[Stretch, float]]:
    """Roles as stretches of the paragraph, each with how sure it is."""
    ways = (role_before, role_behind, role_by_copula, link_of)
    for found in (way(entity) for way in ways):
        if found is not None:
            words, sure = found
            yield Stretch(words.start_char, words.end_char), sure
    seat = seat_behind(entity, parsed.text)
    if seat is not None:
        yield seat
