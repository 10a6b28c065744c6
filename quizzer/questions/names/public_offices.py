"""Which roles are public offices of one holder, known to the world and not to one article alone."""

import re

from quizzer.questions.names.demonyms import country_of
from quizzer.questions.names.gazetteer import place_noun
from quizzer.questions.names.role_words import PORTFOLIOS

_OFFICES = frozenset(
    "president premier minister chancellor secretary speaker leader whip general justice"
    " secretary-general".split()
)
_LOCAL = frozenset("governor mayor king queen emperor empress pope sheriff monarch".split())
"""Offices that whatever realm or town is named makes clear."""
_TITLE = re.compile(
    r"(?:(?:prime|foreign|finance|defen[cs]e|interior|justice|attorney|secretary|press|majority"
    r"|minority|chief|vice|health|education|trade|labor|energy|treasury) )*"
    r"(?P<noun>[a-z-]+)"
)
_BODY = re.compile(
    r"(?:[tT]he )?(?:(?:U\.?S\.?|[A-Z]\w+) )?"
    r"(?:White House|Senate|House(?: of (?:Representatives|Commons|Lords))?|Congress|Parliament"
    r"|National Assembly|Supreme Court|Security Council|Bundestag|Knesset|Duma|Storting"
    r"|European (?:Council|Commission|Parliament|Union)|United Nations|U\.?N\.?|E\.?U\.?|NATO"
    r"|(?:State|Justice|Treasury|Defen[cs]e|Homeland Security|Interior|Energy) Department"
    r"|Department of [A-Z]\w+|Homeland Security|Treasury)"
)
_PARTY = re.compile(r"^(?:[a-z-]+|Republican|Democratic|Conservative|Labou?r|Liberal) ")


def is_public_office(words: str) -> bool:
    """Whether the words name an office of a state, a public body or a court: `Danish premier`,
    `speaker of the House`; not `campaign manager` or `president of the Harbour Club`."""
    own, _, owner = words.partition(" of ")
    if owner and owner.split()[-1] in PORTFOLIOS:
        realm, title_words = _split(own)
        return title_words in {"secretary", "minister"} and bool(realm) and _is_realm(realm)
    if owner:
        title = _TITLE.fullmatch(own)
        return title is not None and _is_held(title["noun"], owner)
    realm, title_words = _split(words)
    title = _TITLE.fullmatch(title_words)
    return title is not None and bool(realm) and _is_held(title["noun"], realm)


def _split(words: str) -> tuple[str, str]:
    """The words up to the last one with a capital, and those after it."""
    parts = words.split()
    last = max((i for i, word in enumerate(parts) if word[:1].isupper()), default=-1)
    return " ".join(parts[: last + 1]), " ".join(parts[last + 1 :])


def _is_held(noun: str, realm: str) -> bool:
    if noun in _LOCAL:
        return realm[:1].isupper()
    return noun in _OFFICES and (_is_realm(realm) or _is_realm(_PARTY.sub("", realm)))


def _is_realm(name: str) -> bool:
    plain = re.sub(r"^[tT]he ", "", re.sub(r"['’]s$", "", name))
    return bool(
        place_noun(plain) or place_noun(f"the {plain}") or country_of(plain)
        or _BODY.fullmatch(plain)
    )  # fmt: skip
