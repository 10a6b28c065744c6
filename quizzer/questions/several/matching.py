"""Questions that match several people with what each said or did, was called, or represented.

They are made of questions about single people that passed every check, so each pair is a fact
that may be asked; what is looked at here is that no pair gives another away.
"""

from collections.abc import Sequence

from quizzer.deck.model import PairsAnswer
from quizzer.questions.candidates import Candidate, Desk
from quizzer.questions.several.pairing import Pair, described_pairs, said_pairs, seat_pairs
from quizzer.seeded import seeded_number

FEWEST, MOST = 3, 5
_MOST_MATCHES = 2
"""For one article."""


def write_matches(
    candidates: Sequence[Candidate], described: Sequence[Candidate], desk: Desk
) -> list[Candidate]:
    """Who said or did what, who was described how, who represented which state: two at most.

    `candidates` are questions, `described` the descriptions that may stand in a match.
    """
    month = desk.month()
    source = f", {_source(desk)} {month}." if month else "."
    ways: list[tuple[str, str, list[Pair]]] = [
        ("attribution", f"Match each person with what they said or did{source}",
         said_pairs(candidates)),
        ("attribution", f"Match each country with what it said or did{source}",
         said_pairs(candidates, "country")),
    ]  # fmt: skip
    if month:
        by = f"an {'opinion piece' if desk.reading.is_opinion else 'article'} of {month}"
        ways += [
            ("role", f"Match each person with how {by} described them.",
             described_pairs(described)),
            ("role", "Match each member of the U.S. Congress with the state that they represented"
             f" in {month}.", seat_pairs(candidates, desk)),
        ]  # fmt: skip
    found = []
    for kind, stem, pairs in ways:
        chosen = largest_set(pairs)
        if len(chosen) >= FEWEST:
            found.append(_match(kind, stem, chosen, desk))
    return found[:_MOST_MATCHES]


def _source(desk: Desk) -> str:
    return "according to an opinion piece of" if desk.reading.is_opinion else "as reported in"


def largest_set(pairs: Sequence[Pair]) -> list[Pair]:
    """The most people, five at most, of whom no two pairs clash; the best pairs where it is even.

    Each person is tried as the first to be taken, and then the others by the worth of their pairs.
    """
    best: list[Pair] = []
    for first in pairs:
        chosen = [first]
        for pair in pairs:
            if all(pair.person != c.person and not pair.clashes(c) for c in chosen):
                chosen.append(pair)
            if len(chosen) == MOST:
                break
        chosen = _without_giveaways(chosen)
        if len(chosen) > len(best):
            best = chosen
    return best


def _without_giveaways(chosen: list[Pair]) -> list[Pair]:
    """The pairs without those that a word for a sex or a country tells, as nobody else bears it."""
    while True:
        alone = next((pair for pair in chosen if _stands_out(pair, chosen)), None)
        if alone is None:
            return chosen
        chosen = [pair for pair in chosen if pair is not alone]


def _stands_out(pair: Pair, chosen: list[Pair]) -> bool:
    others = [other for other in chosen if other is not pair]
    if not any(pair.fits_sex_of(other.person) for other in others):
        return True
    return bool(pair.countries()) and not any(other.countries() for other in others)


def _match(kind: str, stem: str, chosen: list[Pair], desk: Desk) -> Candidate:
    ordered = sorted(chosen, key=lambda pair: seeded_number(desk.seed, stem, pair.person))
    names = " and ".join(sorted(pair.person.rsplit(maxsplit=1)[-1] for pair in chosen))
    asked = [pair.asked for pair in chosen]
    return Candidate(
        kind=kind,
        form=f"match {names}",
        stem=stem,
        answer=PairsAnswer(tuple((desk.people.titled(p.person), p.words) for p in ordered)),
        key=names,
        evidence=tuple(sorted({span for c in asked for span in c.evidence})),
        fact=asked[0].fact,
        sentence=min(c.sentence for c in asked),
        weight=2.0,
    )


def not_matched(candidates: list[Candidate], matches: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those that ask in the same direction what a match asks already: how
    somebody was described, or which state somebody represents."""
    pairs = [
        pair
        for match in matches
        if match.kind == "role" and isinstance(match.answer, PairsAnswer)
        for pair in match.answer.pairs
    ]
    return [
        candidate
        for candidate in candidates
        if candidate.kind != "role"
        or candidate.form == "who"
        or not any(
            name in candidate.stem and candidate.key.casefold() == words.casefold()
            for name, words in pairs
        )
    ]
