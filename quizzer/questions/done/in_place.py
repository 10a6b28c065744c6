"""Names asked for where they stand: `... against a rule of which state?`

A gap does not tell what kind of thing is left out; where the words before it take a wh-phrase as
well as a name, that phrase is put.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.questions.grammar.asides import VERBAL
from quizzer.questions.grammar.clauses import Clause
from quizzer.questions.names.body_kinds import kind_of_body
from quizzer.questions.options.places_alike import is_region

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_BODIES = frozenset(
    "committee subcommittee caucus bureau department ministry agency commission council board"
    " university college school academy institute institution foundation bank court tribunal party"
    " association federation union center centre club museum library hospital church company"
    " corporation administration authority office service coalition society league alliance".split()
)
_THINGS = frozenset(
    "act law treaty accord agreement amendment convention war park bridge tower building hall"
    " stadium arena airport hotel street avenue cemetery square zoo palace".split()
)
"""Last words of names that tell what is asked for."""
_TELLING_KINDS = frozenset({"school", "court", "party"})
_QUARTERS = frozenset({"Uptown", "Downtown", "Midtown", "Chinatown"})
_STATES_TOO = frozenset({"New York", "Georgia"})
"""Names of towns or countries that are those of states as well."""
_WHERE = frozenset(
    "in at to from near outside into through around for toward towards over of".split()
)
_OF = frozenset("of for on to and".split())


def in_place(clause: Clause, words: Sequence["Token"], key: str, pool: str) -> str | None:
    """The wh-phrase that can stand for `words` in the middle of the clause, or None.

    It stands for the name with its article, and with its `'s` where it has one.
    """
    name = next((t for t in words if t.head not in words), words[-1])
    before = words[0].nbor(-1) if words[0].i else None
    if before is None or before not in clause.tokens:
        return None
    if _is_leaned_on(clause, words[-1]) or not _may_be_asked(clause, name):
        return None
    wh = _wh(key, pool)
    if wh == "which news organization" and before.lower_ == "on":
        wh = "which network"
    if wh is None:
        return None
    if name.dep_ == "poss":
        return _owner(wh, pool) if before.pos_ in {"ADP", *VERBAL} else None
    if name.dep_ == "conj":
        is_pair = before.lower_ == "and" and name.head.ent_type_ == name.ent_type_
        is_pair = is_pair and name.head.nbor(1) == before and pool in {"country", "state"}
        return wh.replace("which", "which other") if is_pair else None
    if name.dep_ not in {"pobj", "dobj"} or before != name.head:
        return None
    if pool == "place GPE" and before.lower_ not in _WHERE:
        return None  # "kept Oslo out of the talks" is no town
    if any(c.dep_ in {"conj", "cc", "appos"} and c in clause.tokens for c in name.children):
        return None
    return wh


def _may_be_asked(clause: Clause, name: "Token") -> bool:
    """Whether the name stands behind the verbs above it, or in a subject without a verb."""
    if name.i < clause.subject.left_edge.i:
        return False
    for above in name.ancestors:
        if above in {clause.verb, clause.subject}:
            return True
        if above.pos_ in VERBAL and (
            above.i > name.i or (above.dep_ == "relcl" and name.i < clause.verb.i)
        ):
            return False
    return False


def _is_leaned_on(clause: Clause, last: "Token") -> bool:
    """Whether a row, a relative clause or a participle goes on behind the name."""
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    if after is None or after not in clause.tokens:
        return False
    if after.lower_ == "of" and last.ent_type_ == "PERSON":
        return True
    if after.tag_ in {"WDT", "WP", "VBN", "VBG"}:
        return after != clause.verb
    behind = after.nbor(1) if after.i + 1 < len(after.doc) else None
    return after.text == "," and behind is not None and behind.pos_ in {"DET", "PROPN", "NOUN"}


def _owner(wh: str, pool: str) -> str | None:
    if pool == "person":
        return "whose"
    return f"{wh}'s" if pool in {"country", "state"} else None


def _wh(key: str, pool: str) -> str | None:
    match pool:
        case "person":
            return "whom"
        case "country" | "state":
            return f"which {pool}"
        case "place GPE":
            return (
                None if is_region(key) or key in _STATES_TOO | _QUARTERS else "which city or town"
            )
        case "news":
            return "which news organization"
        case "organization":
            kind = kind_of_body(key)
            if kind == "news":
                return "which news organization"
            told = kind if kind in _TELLING_KINDS else "organization"
            if kind == "seat":
                return None
            return f"which {_noun_in(key, _BODIES) or told}"
        case _:
            thing = _noun_in(key, _THINGS | _BODIES)
            return None if thing is None else f"which {thing}"


def _noun_in(name: str, nouns: frozenset[str]) -> str | None:
    """The noun in the name that tells its kind: bank, in Bank of Norway; act, in Harbours Act."""
    words = name.lower().removeprefix("the ").split()
    end = next((place for place, word in enumerate(words) if word in _OF), len(words))
    last = words[end - 1] if end else ""
    return last if last in nouns else None
