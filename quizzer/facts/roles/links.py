"""A body that a name is tied to: `ABC's Ida Holm`, `Ida Holm of the Nordic Institute`."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token

_LINK = 0.85
LINK = re.compile(
    r"of\s(?:the\s)?(?P<after>[A-Z].*)|(?:[Tt]he\s)?(?P<before>[A-Z].*)['’]s?", re.DOTALL
)
"""A role that is nothing but a tie to a body: `of ABC News`, `CNN's`."""


def link_of(entity: "Span") -> tuple["Span", float] | None:
    """The body's name with the ending or the preposition that ties it, and how sure that is."""
    doc = entity.doc
    place = entity.start - 1
    if place > entity.sent.start and doc[place].tag_ == "POS":
        owner = doc[place - 1]
        body = _body_of(owner, entity.sent)
        if body is not None and body.end in {place, place + 1} and owner.head is entity.root:
            return doc[body.start : place + 1], _LINK
    place = entity.end
    if place + 1 < entity.sent.end and doc[place].lower_ == "of":
        noun = next((c for c in doc[place].children if c.dep_ == "pobj"), None)
        body = None if noun is None else _body_of(noun, entity.sent)
        opened = place + 1 if body is None else place + 1 + (doc[place + 1].lower_ == "the")
        if body is not None and body.start in {opened, place + 1} and body.root is noun:
            return doc[place : body.end], _LINK
    return None


def _body_of(token: "Token", sentence: "Span") -> "Span | None":
    return next(
        (e for e in sentence.ents if e.label_ == "ORG" and e.start <= token.i < e.end), None
    )
