"""Words that look alike and are two (Iceland, Ireland), or differ and are one (grey, gray)."""

from quizzer.questions.names.gazetteer import COUNTRIES
from quizzer.quiz.grading.fold import fold

_OWN = frozenset(fold(name) for name in COUNTRIES if " " not in name) | frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december mercury venus earth mars jupiter saturn "
    "uranus neptune north south east west northeast northwest southeast southwest northern "
    "southern eastern western".split()
)
# Putting one of these before a word turns it round, which no finger does by itself.
_TURNING = ("un", "in", "im", "il", "ir", "non", "anti", "dis", "de", "a")
_PREFIXES = tuple(
    tuple(pair.split())
    for pair in (
        "hypo hyper,in de,in ex,im ex,im em,inter intra,micro macro,over under,pre post,sub super,"
        "pro anti,pro epi,homo hetero,mono poly,endo exo,ante post"
    ).split(",")
)
_ENDINGS = tuple(frozenset(group.split()) for group in ("ate ite ide", "ane ene yne", "ase ose"))
_PAIRS = frozenset(
    frozenset(pair.split())
    for pair in (
        "fission fusion,mitosis meiosis,stalactite stalagmite,maximum minimum,maximal minimal,"
        "latitude longitude,emigration immigration,emigrate immigrate,concave convex,major minor,"
        "majority minority,artery arteries,chlorine fluorine,immoral immortal,moral mortal,"
        "perfect prefect,consul council,marital martial,causal casual,invention intervention"
    ).split(",")
)
_SPELLINGS = {"gray": "grey", "tire": "tyre", "plow": "plough"}
_SAME = tuple(
    tuple(group.split(";"))
    for group in (
        "United States;US;USA;United States of America",
        "United Kingdom;UK;Great Britain;Britain",
        "Netherlands;Holland",
        "Czech Republic;Czechia",
        "Burma;Myanmar",
        "Ivory Coast;Cote d'Ivoire",
        "European Union;EU",
        "United Nations;UN",
    )
)


def is_other_word(written: str, meant: str) -> bool:
    """Whether a folded word means something else, however few letters lie between the two."""
    if written in _OWN or frozenset((written, meant)) in _PAIRS:
        return True
    if _differs_in_prefix(written, meant) or _differs_in_ending(written, meant):
        return True
    shorter, longer = sorted((written, meant), key=len)
    if not (longer.endswith(shorter) or longer.startswith(shorter)):
        return False
    lost = len(longer) - len(shorter)
    if lost > 2:
        return True
    return longer.endswith(shorter) and lost > 0 and longer[:lost] in _TURNING


def _differs_in_prefix(written: str, meant: str) -> bool:
    return any(
        written.startswith(one)
        and meant.startswith(other)
        and written[len(one) :] == meant[len(other) :]
        for pair in _PREFIXES
        for one, other in (pair, pair[::-1])
    )


def _differs_in_ending(written: str, meant: str) -> bool:
    mine, theirs = usual_spelling(written), usual_spelling(meant)
    return (
        mine[:-3] == theirs[:-3]
        and len(mine) > 5
        and mine != theirs
        and any({mine[-3:], theirs[-3:]} <= group for group in _ENDINGS)
    )


def usual_spelling(word: str) -> str:
    """A folded word in British spelling where the two kinds of English differ by more than a slip.

    >>> usual_spelling("gray"), usual_spelling("sulfate")
    ('grey', 'sulphate')
    """
    if word.startswith("sulf"):
        return "sulph" + word[4:]
    return _SPELLINGS.get(word, word)


def other_names(name: str) -> tuple[str, ...]:
    """What else a country or a union of them is called.

    >>> other_names("the UK")
    ('United Kingdom', 'Great Britain', 'Britain')
    """
    plain = _plain(name)
    for group in _SAME:
        if plain in map(_plain, group):
            return tuple(other for other in group if _plain(other) != plain)
    return ()


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ").replace(".", "").strip()
