"""Where something happened: a place in a phrase that belongs to a verb of the sentence."""

from collections.abc import Iterator, Sequence

from quizzer.facts.language import ParsedParagraph
from quizzer.facts.model import Mention, NamedMention, PlaceFact
from quizzer.facts.names import with_article

_WHERE = frozenset({"in", "at", "near", "outside", "inside", "off"})


def find_places(paragraphs: Sequence[ParsedParagraph]) -> Iterator[PlaceFact]:
    """Named places that hang on a verb by a preposition of place, in the order of the text."""
    for parsed in paragraphs:
        if parsed.paragraph.is_heading:
            continue
        for entity in parsed.doc.ents:
            if entity.label_ not in ("GPE", "LOC", "FAC"):
                continue
            noun = entity.root
            preposition = noun.head
            verb = preposition.head
            if noun.dep_ != "pobj" or preposition.lower_ not in _WHERE or verb.pos_ != "VERB":
                continue
            place = NamedMention(parsed.span(entity), entity.text, with_article(entity))
            event = Mention(parsed.span(verb), verb.text)
            yield PlaceFact(parsed.span(entity.sent), place, event, 0.7)
