"""One believable thing changed in a true statement, so that the article contradicts it."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from quizzer.deck.dates import MONTHS
from quizzer.questions.candidates import Desk
from quizzer.questions.clauses import Clause
from quizzer.questions.distractors import Pools
from quizzer.questions.gazetteer import is_same_place, place_noun
from quizzer.questions.near_numbers import near_numbers
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
    "before": "after", "after": "before", "won": "lost", "lost": "won", "largest": "smallest",
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
_DAY = re.compile(rf"\b(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})\b")
_MONTH = re.compile(rf"\b(?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})\b")
_YEAR = re.compile(r"\b(?P<year>(?:1[89]|20)\d\d)\b")
_PARTS = frozenset({"compound", "nmod", "amod", "poss", "appos"})


def falsified(
    desk: Desk, pools: Pools, sentence: Sentence, clause: Clause, words: str, lead: str = ""
) -> str | None:
    """The words with one thing changed, or None where nothing can be changed believably.

    Nobody whom the `lead` names takes another's place.
    """
    ways: dict[str, Callable[[], str | None]] = {
        "number": lambda: _other_number(desk, sentence, clause, words),
        "date": lambda: _other_date(desk, words),
        "opposite": lambda: _opposite(clause, words),
    }
    for name in seeded_order(sorted(ways), desk.seed, words):
        changed = ways[name]()
        if changed is not None:
            return changed
    return _other_person(desk, pools, sentence, words, lead) or _other_country(pools, clause, words)


def _other_number(desk: Desk, sentence: Sentence, clause: Clause, words: str) -> str | None:
    inside = {t.i for t in clause.tokens}
    for fact in desk.reading.figures_in(sentence.number):
        if fact.ordinal or fact.upper is not None or fact.confidence < 0.6 or fact.value <= 1:
            continue
        tokens = [t for t in sentence.tokens_in(fact.span) if t.i in inside and t.like_num]
        if len(tokens) not in {1, 2}:
            continue
        text = tokens[0].text
        if len(re.findall(rf"(?<![\w.,-]){re.escape(text)}(?![\w-]|[.,]\d)", words)) != 1:
            continue
        other = _near(desk, text, words, is_percent=fact.unit == "percent")
        if other is not None:
            return re.sub(rf"(?<![\w.,-]){re.escape(text)}(?![\w-]|[.,]\d)", other, words)
    return None


def _near(desk: Desk, text: str, words: str, *, is_percent: bool) -> str | None:
    if text.lower() in _SPELLED:
        place = _SPELLED.index(text.lower())
        others = [n for n in (place - 1, place + 1, place + 2) if 2 <= n < len(_SPELLED)]
        other = _SPELLED[others[seeded_number(desk.seed, words, text) % len(others)]]
        return other.capitalize() if text[0].isupper() else other
    if not re.fullmatch(r"\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?", text):
        return None
    value = Decimal(text.replace(",", ""))
    options = near_numbers(value, desk.seed, words, Decimal(100) if is_percent else None)
    chosen = options[seeded_number(desk.seed, words, text) % len(options)]
    return f"{int(chosen):,}" if "," in text and "." not in chosen else chosen


def _other_date(desk: Desk, words: str) -> str | None:
    shift = 1 + seeded_number(desk.seed, words, "date") % 3
    latest = desk.reading.article.published
    if found := _MONTH.search(words):
        if (day := _DAY.search(words)) is not None:
            return _other_day(day, words, shift)
        months = [m for m in MONTHS if m != found["month"]]
        other = months[seeded_number(desk.seed, words, "month") % len(months)]
        if latest is not None and int(found["year"]) >= latest.year:
            place = MONTHS.index(found["month"])
            if place < 2:
                return None
            other = MONTHS[max(0, place - shift)]
        return words[: found.start("month")] + other + words[found.end("month") :]
    found = _YEAR.search(words)
    if found and not re.match(r" (?:[a-z]+ )?[A-Z]| presidential", words[found.end() :]):
        return words[: found.start()] + str(int(found["year"]) - shift) + words[found.end() :]
    return None


def _other_day(found: re.Match[str], words: str, shift: int) -> str | None:
    """The day some days earlier or later in its month; None for weeks, where a day says little."""
    if words[: found.start()].endswith("week of "):
        return None
    day = int(found["day"])
    other = day - 2 * shift if day > 2 * shift + 1 else day + 2 * shift
    return words[: found.start("day")] + str(other) + words[found.end("day") :]


def _opposite(clause: Clause, words: str) -> str | None:
    quoted = re.sub(r'"[^"]*"', lambda part: " " * len(part[0]), words)
    for token in clause.tokens:
        other = _OPPOSITES.get(token.text)
        found = list(re.finditer(rf"\b{re.escape(token.text)}\b(?!-)", quoted)) if other else []
        if other is None or len(found) != 1 or _is_idle(token):
            continue
        return words[: found[0].start()] + other + words[found[0].end() :]
    return None


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
    if token.lower_ in {"before", "after"}:
        return (
            token.dep_ not in {"prep", "mark"}
            or token.nbor(1).lower_ in {"all", "the"}
            or token.nbor(1).like_num
        )
    return False


def _other_person(
    desk: Desk, pools: Pools, sentence: Sentence, words: str, lead: str
) -> str | None:
    persons = [name for name in pools.people if " " in name]
    inside = {
        desk.people.of(e) for e in sentence.entities
        if e.root.dep_ in _PARTS
        or (e.end < len(e.doc) and e.doc[e.end].tag_ == "POS")
        or any(c.i < e.start and c.dep_ in {"compound", "amod", "nmod"} for c in e.root.children)
    }  # fmt: skip
    for name in persons:
        if name in inside:
            continue
        last = name.rsplit(maxsplit=1)[-1]
        if re.search(rf"[A-Z][\w.]+,? {re.escape(name)}|{re.escape(name)}(?:'s|,)", words):
            continue  # with a title another name is seen to be wrong
        if words.count(name) != 1 or words.count(last) > 1:
            continue
        others = [p for p in persons if p.rsplit(maxsplit=1)[-1] not in f"{lead} {words}"]
        if others and not re.search(r"\b(?:he|she|his|her|him)\b", words):
            other = others[seeded_number(desk.seed, words, "other") % min(3, len(others))]
            return words.replace(name, other)
    return None


def _other_country(pools: Pools, clause: Clause, words: str) -> str | None:
    for token in clause.tokens:
        if token.dep_ in _PARTS:
            continue  # a title or an adjective goes with one name only
        if re.search(rf"\b[Tt]he {re.escape(token.text)}", words):
            continue
        if place_noun(token.text) == "country" and words.count(token.text) == 1:
            countries = pools.pools["country"]
            others = [c for c in countries if c not in words and not is_same_place(c, token.text)]
            if others and others[0][:1] != "U":
                return words.replace(token.text, others[0])
    return None
