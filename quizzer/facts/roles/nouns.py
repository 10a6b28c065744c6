"""Nouns that say what a person is: by their class of meaning, a table, or their ending."""

from typing import TYPE_CHECKING

from quizzer.facts.names import OFFICES
from quizzer.facts.word_classes import first_class

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

ABBREVIATED = {
    "sen.": "senator", "rep.": "representative", "gov.": "governor", "gen.": "general",
    "lt.": "lieutenant", "col.": "colonel", "sgt.": "sergeant", "capt.": "captain",
    "adm.": "admiral", "prof.": "professor", "rev.": "reverend", "del.": "delegate",
    "maj.": "major", "atty.": "attorney", "supt.": "superintendent", "asst.": "assistant",
}  # fmt: skip
"""Short titles in front of names, and the words they stand for."""
_MORE = frozenset(
    "spokeswoman spokesperson pollster nominee surrogate adviser advisor chairwoman chairperson"
    " chair founder head star activist operative congresswoman queen billionaire millionaire"
    " anchor anchorwoman anchorman counsel ceo cfo coo frontrunner staffer lobbyist strategist"
    " envoy aide host co-host whip ombudsman freshman retiree designer blogger mate"
    " magnate tycoon mogul liaison patriarch matriarch partner mp msp mep seed".split()
)
_ENDINGS = ("er", "or", "ist", "man", "woman", "ian", "ee", "eer", "person", "ant")
_NOBODY = frozenset("former late number order paper matter offer center newspaper page".split())


def is_person_word(word: str) -> bool:
    """Whether a noun, in the singular and in small letters, names a person by what they are."""
    word = word.removeprefix("co-").removeprefix("ex-").removeprefix("vice-")
    if word in ABBREVIATED or word in OFFICES or word in _MORE:
        return True
    if word in _NOBODY:
        return False
    known = first_class("noun", word)
    if known == "none":
        return word.endswith(_ENDINGS) and len(word) > 4
    return known == "person"


def is_role_noun(token: "Token") -> bool:
    """Whether the token is a noun in the singular that says what a person is."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ"} or token.tag_ in {"NNS", "NNPS"}:
        return False
    if token.ent_type_ in {"PERSON", "GPE", "DATE"}:
        return token.lower_ in OFFICES and token.is_title  # "Bergen Mayor" taken for a name
    return is_person_word(token.lower_)
