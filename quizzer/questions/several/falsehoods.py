"""One believable thing changed in a true statement, so that the article contradicts it."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from quizzer.questions.candidates import Desk
from quizzer.questions.done.counted_off import is_counted_off
from quizzer.questions.grammar.clauses import Clause
from quizzer.questions.options.near_numbers import near_numbers
from quizzer.questions.options.stem_bounds import Bounds
from quizzer.questions.reading import Sentence
from quizzer.seeded import seeded_number, seeded_order

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_OPPOSITES = {
    "increase": "decrease", "increased": "decreased", "increases": "decreases",
    "increasing": "decreasing", "rise": "fall", "rose": "fell", "higher": "lower",
    "supported": "opposed",
    "supports": "opposes", "supporting": "opposing", "opposes": "supports",
    "opposed": "supported", "accepted": "rejected", "rejected": "accepted",
    "won": "lost", "lost": "won", "largest": "smallest",
    "smallest": "largest", "biggest": "smallest", "highest": "lowest", "lowest": "highest",
    "strengthen": "weaken", "weaken": "strengthen",
    "praised": "criticized", "criticized": "praised",
    "wealthy": "poor", "rich": "poor", "poor": "rich", "first": "second", "second": "third",
    "third": "fourth", "youngest": "oldest", "oldest": "youngest", "best": "worst",
    "worst": "best", "stronger": "weaker", "weaker": "stronger",
    "permits": "forbids", "approved": "rejected",
    "majority": "minority", "minority": "majority",
    "north": "south", "south": "north", "eastern": "western", "western": "eastern",
}  # fmt: skip
"""Words whose opposite fits the same place of a sentence."""

_SPELLED = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    " fifteen sixteen seventeen eighteen nineteen twenty"
).split()


def falsified(desk: Desk, sentence: Sentence, clause: Clause, words: str) -> str | None:
    """The words with one thing changed, or None where nothing can be changed believably.

    A doer is never changed: what another did not do, an article seldom says.
    """
    ways: dict[str, Callable[[], str | None]] = {
        "number": lambda: _other_number(desk, sentence, clause, words),
        "opposite": lambda: _opposite(clause, words),
    }
    for name in seeded_order(sorted(ways), desk.seed, words):
        changed = ways[name]()
        if changed is not None:
            return changed
    return None


def _other_number(desk: Desk, sentence: Sentence, clause: Clause, words: str) -> str | None:
    inside = {t.i for t in clause.tokens}
    for fact in desk.reading.figures_in(sentence.number):
        if fact.ordinal or fact.upper is not None or fact.confidence < 0.6 or fact.value <= 1:
            continue
        tokens = [t for t in sentence.tokens_in(fact.span) if t.i in inside and t.like_num]
        if len(tokens) not in {1, 2} or is_counted_off(tokens[-1], clause.tokens):
            continue
        text = tokens[0].text
        if fact.hedge is not None or _is_blurred(tokens):
            continue  # "more than 15" is true of 20 as well
        if len(re.findall(rf"(?<![\w.,-]){re.escape(text)}(?![\w-]|[.,]\d)", words)) != 1:
            continue
        number = re.escape(text)
        if re.search(rf"\bto {number}|{number}(?: percent\w*| points?)* to\b", words):
            continue  # one end of a comparison, which the other end would betray
        other = _near(desk, text, words, is_percent=fact.unit == "percent")
        if other is not None:
            return re.sub(rf"(?<![\w.,-]){re.escape(text)}(?![\w-]|[.,]\d)", other, words)
    return None


_BLURRING = frozenset(
    "than over at least most up to nearly about almost many much under around roughly some"
    " approximately close above below near beyond virtually only just merely maybe perhaps".split()
)
"""Words right before a number that make it a bound, a guess, or a matter of judgement."""
_AFTER = frozenset({"or", "plus", "-", "and"})
"""Words right after a number that add to it: 40 or so, 40-plus, two and a half."""


def _is_blurred(tokens: "list[Token]") -> bool:
    """Whether words around the number say that it is not exact."""
    first, last = tokens[0], tokens[-1]
    before = first.nbor(-1) if first.i > 0 else None
    if before is not None and before.text in {"$", "£", "€"} and before.i > 0:
        before = before.nbor(-1)
    after = last.nbor(1) if last.i + 1 < len(last.doc) else None
    return (before is not None and before.lower_ in _BLURRING) or (
        after is not None and after.lower_ in _AFTER
    )


def _near(desk: Desk, text: str, words: str, *, is_percent: bool) -> str | None:
    if text.lower() in _SPELLED:
        place = _SPELLED.index(text.lower())
        others = [n for n in (place - 1, place + 1, place + 2) if 2 <= n < len(_SPELLED)]
        other = _SPELLED[others[seeded_number(desk.seed, words, text) % len(others)]]
        return other.capitalize() if text[0].isupper() else other
    if not re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?", text):
        return None
    value = Decimal(text.replace(",", ""))
    at_most = Decimal(100) if is_percent and value <= 100 else None
    options = near_numbers(value, desk.seed, words, Bounds(most=at_most))
    chosen = options[seeded_number(desk.seed, words, text) % len(options)]
    return f"{int(chosen):,}" if "," in text and "." not in chosen else chosen


def _opposite(clause: Clause, words: str) -> str | None:
    quoted = re.sub(r'"[^"]*"', lambda part: " " * len(part[0]), words)
    for token in clause.tokens:
        other = _OPPOSITES.get(token.text)
        found = list(re.finditer(rf"\b{re.escape(token.text)}\b(?!-)", quoted)) if other else []
        if other is None or len(found) != 1 or _is_idle(token):
            continue
        return words[: found[0].start()] + other + words[found[0].end() :]
    return None


_CONTESTS = frozenset(
    "election vote race match game final case war battle debate primary caucus seat state lawsuit"
    " appeal referendum majority championship title".split()
)
_SHARES = frozenset("many some most several few among one".split())


def _is_idle(token: "Token") -> bool:
    """Whether the word does not mean what its opposite denies: lost in thought, after all."""
    if token.lower_ in {"first", "second", "third"}:
        return (
            token.dep_ != "amod"
            or token.head.tag_ in {"NNS", "NNPS"}
            or token.nbor(1).pos_ == "PROPN"
            or token.nbor(1).text == "lady"
        )
    if token.lower_ in {"poor", "rich", "wealthy"}:
        return token.dep_ != "amod"
    if token.lower_ in {"won", "lost"}:  # nobody loses a medal or wins money in a slump
        return not any(c.dep_ == "dobj" and c.lemma_ in _CONTESTS for c in token.children)
    return _is_of_a_share(token)


def _is_of_a_share(token: "Token") -> bool:
    """Whether what the word tells apart is told of a part alone: of many of the largest firms
    something may be true that is true of many of the smallest too."""
    return any(t.lower_ in _SHARES for above in token.ancestors for t in (above, *above.children))
