"""Which words of a name are the surname: the last ones in the West, the first in East Asia."""

import re
from functools import lru_cache

from quizzer.facts.first_names import FEMALE, MALE

PARTICLES = frozenset("van von de der den del della di da la le bin al el ibn dos du".split())
_OPENERS = frozenset("van von de der den del della di da bin ibn dos du".split())
"""Particles with which a surname that stands alone may open; `Al` and `La` are first names too."""
_AFTER = frozenset({"Jr", "Sr", "II", "III"})
_CHINESE = frozenset(
    "bo cai cao chai chen chi cui deng ding dong fan fang feng gao guo hao hu hua huang jia jiang"
    " lai li liang lin liu lu luo mao meng pan peng qi qian qiao qin qiu shen song sun tan tang"
    " tian wang wei wen wu xi xiao xie xu xue yan yang yao ye yin yu yuan zeng zhang zhao zheng"
    " zhong zhou zhu zou".split()
)
_KOREAN = frozenset(
    "ahn bae ban chang cho choe choi chung han hong hwang jang jeong jin jo jung kang kim kwon lee"
    " lim moon nam noh oh paik park roh ryu seo shin son suh yoo yoon yun".split()
)
_COMMON = frozenset({"kim", "lee", "park", "moon", "choi"})
_TAIWANESE = frozenset("chiang chu hsieh lien ma soong tsai tsang".split())
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxzcsrwy])?"
    r"(?:[aeo]|[iuü][aeo]?|ai|ei|ao|ou|iao|uai|ui)(?:ng?|r)?"
)
_PINYIN = re.compile(rf"{_SYLLABLE}(?:{_SYLLABLE})?")
_JOINED = re.compile(r"[A-Z][a-z]+-[A-Za-z][a-z]+")


@lru_cache(maxsize=4096)
def is_family_first(name: str) -> bool:
    """Whether the surname stands first: Ban Ki-moon, Xi Jinping, Kim Jong Un.

    An American of that descent, whose first name or last word tells the other order, is none.
    """
    words = name.split()
    first, *given = (word.lower() for word in words)
    is_korean = first in _KOREAN
    if not given or len(words) > 3 or not (is_korean or first in _CHINESE | _TAIWANESE):
        return False
    if any(word in MALE | FEMALE or "." in word for word in given):
        return False
    if len(given) == 1 and _JOINED.fullmatch(words[1]):
        return True
    if len(given) > 1:
        return is_korean and first not in MALE | FEMALE and given[-1] not in _COMMON
    return first in _CHINESE and bool(_PINYIN.fullmatch(given[0])) and given[0] not in _CHINESE


@lru_cache(maxsize=8192)
def last_name(name: str) -> str:
    """The surname, with its particles and without what follows it: van der Berg, not Jr."""
    words = [word for word in name.split() if word.rstrip(".") not in _AFTER]
    if is_family_first(name):
        return words[0]
    for place, word in enumerate(words):
        if word.lower() in (PARTICLES if place else _OPENERS):
            return " ".join(words[place:])
    return words[-1] if words else name
