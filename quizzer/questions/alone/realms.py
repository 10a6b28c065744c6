"""Bodies that every state has, and whose the article means: the Danish Interior Ministry.

"The National Assembly" or "the Embassy" is clear to whoever reads on from the dateline, and to
nobody who meets the question alone.
"""

import re
from typing import TYPE_CHECKING

from quizzer.questions.names.demonyms import DEMONYMS, country_of
from quizzer.questions.names.entities import bare
from quizzer.questions.names.gazetteer import COUNTRIES, is_same_place
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from quizzer.facts.parse import Token

_PORTFOLIO = (
    r"(?:Foreign|Finance|Interior|Defen[cs]e|Justice|Health|Education|Transport|Trade|Labou?r"
    r"|Agriculture|Energy|Economy|Environment|Culture|Information|Home|External) "
)
_OF_EVERY_STATE = re.compile(
    rf"(?:{_PORTFOLIO})?(?:Affairs )?Ministry|(?:Foreign|Home) Office|Ministry of [A-Z]\w+"
    r"|(?:National|Federal|State|Legislative) (?:Assembly|Council|Bank|Police)|Parliament"
    r"|(?:Supreme|Constitutional|High|Federal) Court|Cabinet|Central Bank|Embassy|Consulate"
    r"|(?:Central |National )?Election Commission"
)
_OF_AMERICA = re.compile(
    r"government|(?:Federal|State) (?:Assembly|Council|Police)|(?:Supreme|Federal|High) Court"
    r"|Cabinet|Embassy|Consulate|Election Commission"
)
"""Those of them that the United States have too, under that very name."""
_NEAR = 2
"""Sentences back in which the state may be named."""


def start_of_body(token: "Token") -> "Token | None":
    """The first word of a name like `Interior Ministry` that ends in the token, where each state
    has such a body; also a bare `government`."""
    doc = token.doc
    if token.lower_ == "government":
        is_bare = all(c.dep_ in {"det", "case", "punct"} for c in token.children)
        return token if is_bare and token.dep_ != "compound" else None
    if not token.text[:1].isupper():
        return None
    start = token.i
    while start > 0 and doc[start - 1].text[:1].isupper() and doc[start - 1].lower_ != "the":
        start -= 1
    end = token.i + 1
    if doc[end : end + 1].text == "of" and doc[end + 1 : end + 2].text[:1].isupper():
        end += 2
    return doc[start] if _OF_EVERY_STATE.fullmatch(doc[start:end].text) else None


def america_has(start: "Token") -> bool:
    """Whether the United States have a body of the name that begins at `start`."""
    words = start.doc[start.i : start.i + 3].text
    return _OF_AMERICA.match(words.replace("Government", "government")) is not None


def names_a_state(tokens: "Sequence[Token]") -> bool:
    """Whether a country, its adjective or its people are among the words."""
    return any(_state(t) is not None for t in tokens)


def adjective_near(reading: Reading, sentence: Sentence, *, in_america: bool = True) -> str | None:
    """`Danish`, where the sentence and those just before it name one country alone.

    `in_america` tells that it may be America.
    """
    found: list[str] = []
    for number in range(max(0, sentence.number - _NEAR), sentence.number + 1):
        for entity in reading.sentences[number].entities:
            state = _state(entity.root)
            if state is None or (not in_america and is_same_place(state, "U.S.")):
                continue
            if not any(is_same_place(state, other) for other in found):
                found.append(state)
    return DEMONYMS.get(found[0]) if len(found) == 1 else None


def _state(token: "Token") -> str | None:
    name = bare(token.text)
    if token.ent_type_ not in {"GPE", "NORP"}:
        return None
    return name if name in COUNTRIES else country_of(name)
