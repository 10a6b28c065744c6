"""Numbers whose noun stands in the half of the sentence before: killed 107 people and hurt 562."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_NO_COUNT = frozenset({"of", "percent", "per", "to", "m", "bn", "-", "–"})


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
