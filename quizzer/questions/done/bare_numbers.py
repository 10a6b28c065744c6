"""Numbers whose noun stands before: killed 107 people and hurt 562; 40 million shekels, then 5."""

from typing import TYPE_CHECKING

from quizzer.facts.figures.units import CURRENCIES

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_NO_COUNT = frozenset({"of", "percent", "per", "to", "m", "bn", "-", "–"})


_SCALES = frozenset({"million", "billion", "thousand"})
_SPENDING = frozenset(
    "allocate spend pay invest cost raise donate earn owe borrow lend give".split()
)


def currency_before(number: "Token") -> str | None:
    """The currency of the sum before, for a sum without its own: `34 million shekels to the towns
    and 5 million for clinics`; None where the number has one, or counts something else."""
    if number.lower_ not in _SCALES or number.dep_ != "dobj":
        return None
    if number.head.lemma_ not in _SPENDING or any(t.is_currency for t in number.subtree):
        return None
    behind = number.nbor(1) if number.i + 1 < len(number.doc) else None
    if behind is not None and behind.pos_ in {"NOUN", "PROPN", "ADJ"}:
        return None
    for token in reversed(number.doc[: number.i]):
        if token.is_currency:
            return None
        if token.lower_ in CURRENCIES and token.i > 0 and token.nbor(-1).like_num:
            return token.text
    return None


def counted_before(number: "Token") -> str | None:
    """`people` for the 562 of "killed 107 people and hurt 562"; None where nothing is missing."""
    if number.tag_ != "CD" or number.dep_ != "dobj" or number.head.dep_ != "conj":
        return None
    if not number.text.replace(",", "").isdecimal() or number.nbor(-1).is_currency:
        return None
    behind = number.nbor(1) if number.i + 1 < len(number.doc) else None
    if behind is not None and (
        behind.pos_ in {"NOUN", "PROPN", "SYM"} or behind.lower_ in _NO_COUNT
    ):
        return None
    first = next((c for c in number.head.head.children if c.dep_ == "dobj"), None)
    if first is None or first.tag_ != "NNS" or not any(c.dep_ == "nummod" for c in first.children):
        return None
    return first.text
