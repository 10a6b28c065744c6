"""What the words of a role tell: whether one person holds it, and whether another may fit too."""

import re
from functools import lru_cache

from quizzer.facts.roles.nouns import is_person_word

_MANY_HOLD = re.compile(
    r"\b(?:former|ex-|then|late|retired|one|an?|member|voter|resident|student|fan|supporter"
    r"|advis[eo]r|aide|spokes\w+|senator|representative|congress(?:wo)?man|lawmaker|professor|author|writer"
    r"|reporter|analyst|expert|lawyer|judge|justice|strategist|fellow|columnist|editor|actor"
    r"|actress|singer|veteran|officer|citizen|donor|host|anchor|founder|surrogate|critic|owner"
    r"|assistant|associate|senior|official|consultant|staffer|engineer|economist|candidate)\b",
    re.IGNORECASE,
)
PARTIES = frozenset("democrat republican libertarian".split())
RELATIVES = frozenset(
    "wife husband son daughter brother sister mother father widow nephew niece uncle aunt cousin"
    " ex-wife ex-husband grandson granddaughter grandfather grandmother".split()
)
_OF_A_PLACE = frozenset("ambassador envoy attorney consul judge".split())
_OFFICES = frozenset(
    "president premier chancellor minister secretary governor mayor king queen pope director"
    " chairman chairwoman chair chief commander speaker leader ceo head prosecutor"
    " sheriff executive treasurer manager coach comptroller superintendent dean rector economist"
    " emperor monarch chairperson counsel whip editor strategist officer commissioner nominee"
    " mate lady secretary-general director-general archbishop bishop patriarch".split()
)
BRANCHES = frozenset(
    "trade foreign finance defense defence interior justice prime health education interim state"
    " treasury vice deputy chief attorney general special senior executive labor energy research"
    " communications press majority minority managing national regional police fire city county"
    " campaign district acting first assistant political public policy oversight presidential"
    " vice-presidential".split()
)
"""Words of offices that are written with a capital in front of a name, though they are no names."""

PORTFOLIOS = BRANCHES | frozenset(
    "affairs relations commerce agriculture homeland security war housing transport transportation"
    " culture tourism economy industry environment information planning development sport sports"
    " science technology works water forestry fisheries".split()
)
"""Words for what a minister is there for."""

_QUALITIES = frozenset(
    "former retired longtime veteran conservative liberal current new young old independent late"
    " then prominent leading top lead outgoing incoming interim acting deputy".split()
)

_BODIES = frozenset(
    "panel campaign committee state city country county agency company group party lieutenant"
    " court school department oversight".split()
)
"""Bodies that leave open which one is meant."""
_GENERIC = frozenset(
    word[:5]
    for word in (
        "union party institute council university college school department museum association"
        " bank company group center centre national international committee agency commission"
        " foundation news court office bureau board house society federation church club team"
    ).split()
)
"""Words that many names share, so that they do not make two names one."""

_SAME = (
    "spokesman spokeswoman spokesperson secretary",
    "chairman chairwoman chair chairperson head president chief director leader executive ceo"
    " manager founder co-founder",
    "senator representative congressman congresswoman lawmaker democrat republican politician"
    " candidate nominee governor leader member legislator delegate",
    "adviser advisor aide staffer official operative strategist consultant pollster surrogate"
    " worker assistant ally confidant confidante manager architect veteran director",
    "scholar professor expert economist analyst fellow researcher scientist historian physicist"
    " author adviser advisor consultant associate specialist academic",
    "reporter journalist correspondent editor columnist host anchor moderator writer author"
    " commentator personality broadcaster",
    "lawyer attorney counsel prosecutor judge justice",
    "businessman businesswoman investor developer owner billionaire entrepreneur founder donor"
    " executive environmentalist ceo manager",
    "general colonel captain commander officer veteran soldier",
    "activist advocate leader organizer organiser critic",
    "doctor physician surgeon gastroenterologist psychologist psychiatrist professor",
    "actor actress singer musician artist celebrity star winner player model",
)
"""Nouns that may be said of one and the same person, or that people say for one another."""
_GROUPS = tuple(frozenset(row.split()) for row in _SAME)
_TITLES = frozenset(" ".join(_SAME).split()) | _OFFICES | BRANCHES | _OF_A_PLACE | PARTIES
_JOINTS = re.compile(r"\b(?:of|at|for|in|to|with|on|from|and|by|about|under|who|that)\b")
_SMALL = frozenset(
    "a an the of at for in to with on from and by about under his her their its s top chief senior"
    " longtime leading prominent former current interim".split()
)


@lru_cache(maxsize=4096)
def main_noun(words: str) -> str:
    """The noun that says what somebody is: the last one before the first preposition."""
    own = own_part(words).split()
    return own[-1].lower().strip("'’\",.") if own else ""


def own_part(words: str) -> str:
    """The words up to the first preposition: `director` of `director of the Harbour Museum`.

    All of them where that preposition belongs to a name: `Bank of England governor`.
    """
    first = _JOINTS.split(words, maxsplit=1)[0].rstrip()
    last_word, all_last = first.rsplit(maxsplit=1)[-1:], words.rsplit(maxsplit=1)[-1:]
    if last_word and all_last:
        is_person = is_person_word(last_word[0].lower())
        if not is_person and is_person_word(all_last[0].lower()):
            return words
    return first


@lru_cache(maxsize=4096)
def names_in(words: str) -> frozenset[str]:
    """The proper names in the words, cut short so that Russia and Russian are one."""
    found = set()
    for word in re.findall(r"[A-Z][\w.&’'-]*", words):
        plain = re.sub(r"['’]s?$", "", word).strip(".").lower()
        if plain not in _TITLES or plain in PARTIES:
            found.add(plain.replace(".", "")[:5])
    telling = frozenset(name for name in found if name not in _GENERIC)
    return telling or frozenset(found)


@lru_cache(maxsize=4096)
def content_of(words: str) -> frozenset[str]:
    """The words that carry the sense, cut short."""
    return frozenset(
        word[:6] for word in re.findall(r"[\w-]+", words.lower()) if word not in _SMALL
    )


def is_office(words: str) -> bool:
    """Whether a single person holds it, and the words tell which one it is."""
    noun = main_noun(words)
    post = own_part(words)
    if _MANY_HOLD.search(post) and not re.search(r"\bchief (?!of\b)\w", post, re.IGNORECASE):
        return False
    if noun == "general":
        is_highest = re.search(r"\b(?:attorney|secretary|surgeon) general\b", post, re.I)
        is_other = re.search(r"\b(?:former|deputy)\b", post, re.I)
        return bool(is_highest and names_in(words)) and not is_other
    if noun not in _OFFICES or noun in _OF_A_PLACE or re.search(r"\bformer\b", words, re.I):
        return False
    if re.search(r"\battorney\b(?! general)|\bvice president\b", post, re.IGNORECASE):
        return False
    if noun == "nominee" and not re.search(r"\bpresidential\b", post, re.IGNORECASE):
        return False
    return len(words.split()) > 1 and bool(names_in(words))


def same_trade(one: str, other: str) -> bool:
    """Whether two nouns are one, or belong to one group: an economist and a historian."""
    return one == other or any(one in group and other in group for group in _GROUPS)


def may_both_fit(one: str, other: str) -> bool:
    """Whether the same person may well be both: nouns of one group, and no name against it."""
    if content_of(one) <= content_of(other) or content_of(other) <= content_of(one):
        return True
    mine, theirs = main_noun(one), main_noun(other)
    if not same_trade(mine, theirs):
        return False
    return not (names_in(one) and names_in(other)) or bool(names_in(one) & names_in(other))


def is_said_by(one: str, other: str) -> bool:
    """Whether somebody described as `other` is thereby described as `one`, or nearly so."""
    if content_of(one) <= content_of(other):
        return True
    mine, theirs = main_noun(one), main_noun(other)
    same = mine == theirs or {mine, theirs} <= _GROUPS[0]
    return same and bool(names_in(one) & names_in(other) or not names_in(one))


_VOWEL_SOUND = re.compile(
    r"(?!uni(?![nm])|unes|us[aeu]|ut[ai]|ukr|eu|one\b|once\b)[aeiou]|hono|hour|heir"
)
_SPOKEN = re.compile(r"(?=[A-Z]{4})(?=[A-Z]*[AEIOU])(?![A-Z]*AA)")
"""Short forms that are read as words: a NATO envoy."""
_LETTERS = re.compile(r"[A-Z](?:[A-Z]+|\.|-)(?![a-z])")


def with_article(words: str) -> str:
    """The words with "a" or "an" before them, by the sound of the first."""
    first = words.split(maxsplit=1)[0]
    if first in {"N.", "S."}:  # North, South
        an = False
    elif _LETTERS.match(first) and not _SPOKEN.match(first):  # an FBI agent, a U.S. senator
        an = first[0] in "AEFHILMNORSX"
    else:
        an = bool(_VOWEL_SOUND.match(first.lower()))
    return f"{'an' if an else 'a'} {words}"


def in_running_text(words: str, named: frozenset[str]) -> str:
    """A title as it stands in a sentence: `Prime Minister` in small letters, names as they are.

    `named` holds the words that belong to names.
    """
    parts = words.split()
    last = len(own_part(words).split())
    for place in range(last - 1, -1, -1):
        part, plain = parts[place], parts[place].lower().strip(".,")
        behind = parts[place + 1] if place + 1 < len(parts) else ""
        is_noun = place == last - 1 and is_person_word(plain)
        is_title = (
            (is_noun or plain in _TITLES) and plain not in PARTIES and not behind[:1].isupper()
        )
        is_title = is_title or (place == 0 and plain in _QUALITIES)
        if is_title and part not in named and not part.isupper():
            parts[place] = part.lower()
    if parts[last - 1] in {"secretary", "minister"}:  # "of State" is of no body called State
        parts[last:] = [p.lower() if p.lower() in PORTFOLIOS else p for p in parts[last:]]
    return " ".join(parts)


_OF_SOMEBODY = _OFFICES | frozenset(
    "member associate candidate aide staffer adviser advisor ally assistant representative delegate"
    " lieutenant spokesman spokeswoman spokesperson deputy official liaison surrogate nominee"
    " operative organizer founder general".split()
)
"""Nouns for those who serve or represent somebody, or are a part of something."""


TRADES = frozenset(
    "economist historian physicist chemist biologist geologist astronomer astrophysicist scientist"
    " philosopher sociologist musician singer actor actress comedian dancer painter sculptor artist"
    " poet novelist author journalist photographer filmmaker architect engineer nurse doctor"
    " physician surgeon psychologist psychiatrist activist pollster farmer fisherman teacher"
    " veteran businessman businesswoman investor entrepreneur priest pastor rabbi imam lawyer"
    " carpenter plumber mechanic athlete".split()
)
"""Nouns that say what somebody does without a word beside them."""


_WELL_KNOWN = frozenset(
    "secretary of state;secretary general;secretary-general;vice president;first lady"
    ";chief justice".split(";")
)
"""Posts that need no word for whose they are, beside others."""


def needs_whose(words: str) -> bool:
    """Whether words without a name leave open whose or of what: `campaign spokeswoman`; not where
    the person was it once, as a `former first lady`."""
    if words.lower() in _WELL_KNOWN:
        return False
    return main_noun(words) in _OF_SOMEBODY and not re.match(r"former\b", words, re.IGNORECASE)


def says_something(words: str) -> bool:
    """Whether the words are more than a bare title: a police officer, the attorney general."""
    return bool(names_in(words)) or bool(
        set(re.findall(r"[\w-]+", words.lower())) - _TITLES - _QUALITIES - _SMALL - _BODIES
    )
