"""In which field of life a role lies: rulers stand beside rulers, singers beside singers.

Nobody takes a mechanic for a minister: options of another field are no options.
"""

import re
from functools import lru_cache

from quizzer.facts.first_names import FEMALE, MALE
from quizzer.questions.names.body_kinds import kind_of_body
from quizzer.questions.names.public_offices import is_public_office
from quizzer.questions.names.role_words import main_noun, own_part

RULER, STATE, WORK, STAGE, ARMS = "ruler", "state", "work", "stage", "arms"

_RULERS = frozenset("president premier chancellor king queen pope emperor monarch leader".split())
_OF_STATE = frozenset(
    "minister secretary senator representative congressman congresswoman governor mayor ambassador"
    " speaker whip justice judge lawmaker legislator nominee candidate mate democrat republican"
    " general envoy sheriff prosecutor delegate councilman councilwoman politician"
    " secretary-general diplomat commissioner sen rep gov del".split()
)
_HEADING = frozenset("director head chief administrator deputy chairman chairwoman".split())
_AT_WORK = frozenset(
    "spokesman spokeswoman spokesperson chairman chairwoman chair chairperson head president chief"
    " director executive ceo manager founder co-founder adviser advisor aide staffer official"
    " operative strategist consultant pollster assistant scholar professor expert economist analyst"
    " fellow researcher scientist historian physicist author specialist academic reporter"
    " journalist correspondent editor columnist host anchor moderator writer commentator"
    " broadcaster lawyer attorney counsel businessman businesswoman investor developer"
    " entrepreneur owner activist advocate organizer organiser doctor physician surgeon"
    " psychologist psychiatrist secretary leader engineer architect treasurer officer associate"
    " liaison partner lobbyist".split()
)
_ON_STAGE = frozenset(
    "actor actress singer musician star player model athlete comedian winner artist".split()
)
_IN_ARMS = frozenset(
    "general gen col colonel captain lieutenant admiral soldier commander sergeant".split()
)
_SEAT = re.compile(r"[DRI]-[A-Z]")
_WITHIN = re.compile(
    r"\b(?:Senate|House|Parliament|Congress|majority|minority|party|caucus)\b", re.I
)
_NAMES = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)*")

_HER = frozenset(
    "wife daughter sister mother widow niece aunt actress queen princess lady heroine"
    " granddaughter grandmother".split()
)
_HIS = frozenset(
    "husband son brother father widower nephew uncle actor king prince grandson grandfather".split()
)


@lru_cache(maxsize=4096)
def field_of(words: str) -> str | None:
    """The field of a role, None where its noun tells none."""
    if _SEAT.match(words):
        return STATE
    noun, own = main_noun(words), own_part(words)
    is_title = len(words.split()) == 1 and words[:1].isupper()
    if re.search(r"\b(?:press|executive) secretary\b", own, re.I):
        return WORK
    if re.search(r"\bvice[- ]president\b", own, re.I):
        return STATE if is_public_office(words) or is_title else WORK
    if noun in _RULERS or re.search(r"\bprime minister$", own, re.I):
        if _WITHIN.search(words):
            return STATE
        if is_title or is_public_office(re.sub(r"^[Ff]ormer ", "", words)):
            return RULER
        return WORK if noun in _AT_WORK else None
    if noun == "general" and not re.search(r"\b(?:attorney|secretary|surgeon) ", own, re.I):
        return ARMS
    if noun in _HEADING and any(
        kind_of_body(n) in {"agency", "police"} for n in _NAMES.findall(own)
    ):
        return STATE
    if noun in _OF_STATE or re.search(r"\bU\.?S\.? attorney\b|\bpolice chief\b", own, re.I):
        return STATE
    for field, nouns in ((ARMS, _IN_ARMS), (STAGE, _ON_STAGE), (WORK, _AT_WORK)):
        if noun in nouns:
            return field
    return None


def is_hers(noun: str) -> bool:
    """Whether only a woman is called so."""
    return noun in _HER or noun.endswith("woman")


def is_his(noun: str) -> bool:
    """Whether only a man is called so."""
    return noun in _HIS or (noun.endswith("man") and not noun.endswith("woman"))


def sex_fits(name: str, noun: str) -> bool:
    """Whether the person may be she where the role is a woman's, and he where it is a man's."""
    first = name.split(maxsplit=1)[0].lower()
    if is_hers(noun):
        return first not in MALE
    return first not in FEMALE if is_his(noun) else True


_HUSBAND = re.compile(r"\b(?:their|my) (?:late |ex-|former )?(?:husband|boyfriend)\b")
_WIFE = re.compile(r"\b(?:their|my) (?:late |ex-|former )?(?:wife|girlfriend)\b")
_AS_A = re.compile(
    r"\b(?:[Aa]s|I am|I'm|they are|they were) an? (?:[\w-]+ ){0,2}?"
    r"(mother|woman|wife|widow|grandmother|father|husband|grandfather|man)\b"
)


def stem_fits(name: str, stem: str) -> bool:
    """Whether what the stem says of the one asked for may be said of a man or woman so called."""
    return all(sex_fits(name, noun) for noun in _nouns_for_asked(stem))


@lru_cache(maxsize=64)  # one stem is set beside many names
def _nouns_for_asked(stem: str) -> tuple[str, ...]:
    """What the stem calls the one asked for, in words that tell the sex: wife for "my husband"."""
    nouns = [found[1] for found in _AS_A.finditer(stem)]
    if _HUSBAND.search(stem):
        nouns.append("wife")
    if _WIFE.search(stem):
        nouns.append("husband")
    return tuple(nouns)
