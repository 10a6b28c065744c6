"""For which organization somebody works, where the role says it in so many words."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.facts.model import RoleFact
from quizzer.facts.roles.links import LINK
from quizzer.questions.candidates import Desk
from quizzer.questions.grammar.wording import plain_marks, render
from quizzer.questions.names.descriptions import Description
from quizzer.questions.names.entities import as_key
from quizzer.questions.names.role_words import (
    BRANCHES,
    in_running_text,
    is_office,
    main_noun,
    with_article,
)
from quizzer.questions.options.distractors import FEWEST

if TYPE_CHECKING:
    from quizzer.facts.parse import Span

_JOINING = frozenset("of at for with".split())
_FOR = frozenset("spokesman spokeswoman spokesperson lawyer attorney lobbyist strategist".split())
_OF = frozenset(
    "president director chairman chairwoman chair head leader chief executive ceo founder secretary"
    " commissioner manager".split()
)
_AT = frozenset(
    "fellow professor economist analyst scholar expert engineer reporter correspondent columnist"
    " editor host anchor moderator producer researcher scientist historian physicist counsel"
    " adviser advisor associate consultant lecturer organizer writer manager ceo co-founder"
    " pollster specialist designer programmer".split()
)
_WORKERS = _FOR | _OF | _AT


@dataclass(frozen=True, slots=True)
class Workplace:
    """An organization as the key, with what asks for it and the rest of the role."""

    name: str
    asking: str
    rest: str
    pool: str


def linked_body(desk: Desk, fact: RoleFact) -> Workplace | None:
    """The body that a name is tied to without a word for the work: `CNN's Ida Holm`."""
    link = LINK.fullmatch(fact.role.text)
    if link is None or desk.reading.is_quoted(fact.role.span.start):
        return None
    name = as_key(link["after"] or link["before"])
    asked = desk.entities.wh(name)
    if asked is None or not (asked[1] == "news" or re.fullmatch(r"[A-Z]{2,6}", name)):
        return None  # a league's team, a museum's treasure
    pool = asked[1] if asked[1] == "news" else "none"
    return Workplace(name, f"For {asked[0]}", "", pool)


def workplace_of(desk: Desk, description: Description) -> Workplace | None:
    """The organization in the role, behind a preposition or before the noun; None without one."""
    entities = [
        entity for entity in description.sentence.entities
        if entity.label_ == "ORG" and entity[0] in description.tokens
    ]  # fmt: skip
    if len(entities) != 1:
        return None
    entity = entities[0]
    asked = desk.entities.wh(entity.text)
    if asked is None or desk.entities.label(entity.text) != "ORG":
        return None
    split = _behind(description, entity) or _in_front(description, entity)
    if split is None:
        return None
    preposition, rest, single = split
    if not rest or main_noun(rest) not in _WORKERS:
        return None
    wh, pool = asked
    same = [other for other in desk.entities.names("ORG") if desk.entities.wh(other) == asked]
    if len(same) <= FEWEST + 1:
        return None
    return Workplace(
        as_key(entity.text), f"{preposition.capitalize()} {wh}",
        f"the {rest}" if single else with_article(rest), pool,
    )  # fmt: skip


def _behind(description: Description, entity: "Span") -> tuple[str, str, bool] | None:
    """`a lawyer for the Sierra Club`: preposition, rest, and whether one person holds it."""
    tokens = description.tokens
    preposition = entity.root.head
    if tokens[-1].i + 1 != entity.end or preposition.lower_ not in _JOINING:
        return None
    if preposition not in tokens or preposition.dep_ != "prep":
        return None
    before = tokens[: tokens.index(preposition)]
    between = tokens[len(before) + 1 : tokens.index(entity[0])]
    if any(t.lower_ != "the" for t in between) or preposition.head not in before:
        return None
    rest = in_running_text(plain_marks(render(before, description.swaps)), frozenset())
    if any(t.dep_ in {"poss", "prep"} for t in before):
        return None
    return preposition.lower_, rest, description.opened.startswith("the ")


def _in_front(description: Description, entity: "Span") -> tuple[str, str, bool] | None:
    """`Arctic Council chief economist`: the preposition that the noun takes, rest, whether one."""
    tokens = description.tokens
    if tokens[0] != entity[0]:
        return None
    after = tokens[len([t for t in tokens if t.i < entity.end]) :]
    if not after or any(t.pos_ not in {"NOUN", "PROPN", "ADJ"} for t in after):
        return None
    if any(t.ent_type_ for t in after) or entity[-1].lower_ in BRANCHES:
        return None
    rest = in_running_text(plain_marks(render(after, description.swaps)), frozenset())
    noun = main_noun(rest)
    preposition = "of" if noun in _OF else "for" if noun in _FOR else "at"
    return preposition, rest, is_office(description.words)
