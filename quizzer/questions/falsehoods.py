"""One believable thing changed in a true statement, so that the article contradicts it."""

import re
from collections.abc import Callable
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

from quizzer.questions.candidates import Desk
from quizzer.questions.clauses import Clause
from quizzer.questions.distractors import Pools
from quizzer.questions.fields import stem_fits
from quizzer.questions.gazetteer import is_same_place, place_noun
from quizzer.questions.near_numbers import near_numbers
from quizzer.questions.reading import Sentence
from quizzer.questions.stem_bounds import Bounds
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
_PARTS = frozenset({"compound", "nmod", "amod", "poss", "appos"})


def falsified(
    desk: Desk, pools: Pools, sentence: Sentence, clause: Clause, words: str, lead: str = ""
) -> str | None:
    """The words with one thing changed, or None where nothing can be changed believably.

    Nobody whom the `lead` names takes another's place.
    """
    ways: dict[str, Callable[[], str | None]] = {
        "number": lambda: _other_number(desk, sentence, clause, words),
        "opposite": lambda: _opposite(clause, words),
    }
    for name in seeded_order(sorted(ways), desk.seed, words):
        changed = ways[name]()
        if changed is not None:
            return changed
    if not is_of_one(clause):
        return None
    return _other_person(desk, pools, sentence, clause, words, lead) or _other_country(
        desk, pools, clause, words
    )


_LASTING = frozenset(
    "be have know think believe feel want need like love hate support oppose favor favour say tell"
    " argue hope expect fear live belong own seem appear look remain stay continue lack mean call"
    " add note claim agree insist suggest warn acknowledge admit describe express show try use"
    " speak talk work criticize praise attack accuse urge ask".split()
)
"""Verbs of what may be true of several people at the same time."""


def is_of_one(clause: Clause) -> bool:
    """Whether the article's words exclude that another did the same: a single deed in the past,
    words in quotation marks, or being the one who is meant by `the`."""
    verb = clause.verb
    if any(t.is_quote for t in clause.tokens) and clause.finite.tag_ == "VBD":
        return True
    if verb.lemma_ == "be":
        attr = next((c for c in verb.children if c.dep_ == "attr" and c.tag_ == "NN"), None)
        return attr is not None and any(
            c.lower_ == "the" or (c.dep_ == "poss" and c.i < attr.i) for c in attr.children
        )
    return not clause.auxiliaries and verb.tag_ == "VBD" and verb.lemma_ not in _LASTING


def _did_the_same(desk: Desk, other: str, clause: Clause) -> bool:
    """Whether the article uses the clause's verb in a sentence that names the other one too."""
    last = other.rsplit(maxsplit=1)[-1]
    return any(last in sentence.text for sentence in desk.reading.with_verb(clause.verb.lemma_))


def _other_number(desk: Desk, sentence: Sentence, clause: Clause, words: str) -> str | None:
    inside = {t.i for t in clause.tokens}
    for fact in desk.reading.figures_in(sentence.number):
        if fact.ordinal or fact.upper is not None or fact.confidence < 0.6 or fact.value <= 1:
            continue
        tokens = [t for t in sentence.tokens_in(fact.span) if t.i in inside and t.like_num]
        if len(tokens) not in {1, 2}:
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
            token.dep_ != "mark" or token.nbor(1).lower_ in {"all", "the"} or token.nbor(1).like_num
        )
    return False


def _doer(desk: Desk, sentence: Sentence, clause: Clause) -> str | None:
    """The person whose deed the clause tells; nobody else's place is taken by another."""
    if clause.subject.lower_ in {"he", "she"}:
        meant = desk.grounding.discourse.meant_by(sentence, clause.subject)
        return None if meant is None else meant.name
    return next((desk.people.of(e) for e in sentence.entities if e.root == clause.subject), None)


def _other_person(
    desk: Desk, pools: Pools, sentence: Sentence, clause: Clause, words: str, lead: str
) -> str | None:
    name = _doer(desk, sentence, clause)
    persons = [person for person in pools.people if " " in person]
    if name not in persons or re.search(r"\b(?:he|she|his|her|him)\b", words):
        return None
    inside = {
        desk.people.of(e) for e in sentence.entities
        if e.root.dep_ in _PARTS
        or (e.end < len(e.doc) and e.doc[e.end].tag_ == "POS")
        or any(c.i < e.start and c.dep_ in {"compound", "amod", "nmod"} for c in e.root.children)
    }  # fmt: skip
    if name in inside:
        return None
    last = name.rsplit(maxsplit=1)[-1]
    if re.search(rf"[A-Z][\w.]+,? {re.escape(name)}|{re.escape(name)}(?:'s|,)", words):
        return None  # with a title another name is seen to be wrong
    if words.count(name) != 1 or words.count(last) > 1:
        return None
    others = (
        p for p in persons
        if p.rsplit(maxsplit=1)[-1] not in f"{lead} {words}"
        and not _did_the_same(desk, p, clause)
        and pools.stand_ins.may_do(p, name)
        and not pools.stand_ins.is_of_another_time(p)
        and stem_fits(p, words)
    )  # fmt: skip
    nearest = list(islice(others, _NEAREST))
    if not nearest:
        return None
    return words.replace(name, nearest[seeded_number(desk.seed, words, "other") % len(nearest)])


_NEAREST = 3
"""Of those who may take another's place, the ones named most often."""


def _other_country(desk: Desk, pools: Pools, clause: Clause, words: str) -> str | None:
    name = clause.subject.text
    if clause.subject.dep_ in _PARTS or clause.subject not in clause.tokens:
        return None  # a title or an adjective goes with one name only
    if place_noun(name) != "country" or words.count(name) != 1:
        return None
    if re.search(rf"\b[Tt]he {re.escape(name)}", words):
        return None
    other = next(
        (
            c for c in pools.pools["country"]
            if c not in words and not is_same_place(c, name) and not _did_the_same(desk, c, clause)
        ),
        None,
    )  # fmt: skip
    return None if other is None or other[:1] == "U" else words.replace(name, other)
