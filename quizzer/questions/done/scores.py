"""Scores and votes: `Bergen beat Aarhus 24-18`, `ruled by 5 to 4`; by what score, by what count,
and which team it was.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizzer.facts.first_names import FEMALE, MALE
from quizzer.questions.done.asked import Asked
from quizzer.questions.grammar.clauses import Clause
from quizzer.questions.grammar.wording import render
from quizzer.questions.names.entities import as_key, entity_of
from quizzer.questions.names.gazetteer import place_noun

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_CONTESTS = frozenset(
    "beat defeat thrash hammer crush edge rout overcome overpower outclass trounce lose draw win"
    " down stun upset".split()
)
_VOTES = frozenset("vote rule decide pass reject approve adopt defeat".split())
_OTHER_SIDE = frozenset({"to", "with", "against", "over", "by"})
_DASHES = frozenset({"-", "–", "—"})
_HIGHEST = 999


def scores_of(clause: Clause) -> Iterator[Asked]:
    """The score or the count of votes with which the clause says that something ended."""
    verb = clause.verb
    if verb.lemma_ in _CONTESTS and _names_both(clause):
        sets = _dashed(clause)
        if sets:
            yield from _teams(clause)
            tokens = tuple(token for one in sets for token in one)
            yield _asked(tokens, sets, "by what score", "score" if len(sets) == 1 else "none")
    if verb.lemma_ in _VOTES:
        counts = _dashed(clause) or _counted_out(clause)
        if len(counts) == 1:
            yield _asked(_with_by(counts[0]), counts, "by what count of votes", "count of votes")


def _asked(
    tokens: tuple["Token", ...], sets: list[tuple["Token", ...]], wh: str, pool: str
) -> Asked:
    pairs = [(one[0].text, one[-1].text) for one in sets]
    key = " ".join(f"{first}-{second}" for first, second in pairs)
    spoken = ", ".join(f"{first} to {second}" for first, second in pairs)
    return Asked(tokens, wh, key, pool, "figure", "score", False, (spoken,), 1.2)


def _teams(clause: Clause) -> Iterator[Asked]:
    """The winner and the loser, where they are named and neither persons nor countries; the
    recogniser knows few teams."""
    if any(t.ent_type_ == "PERSON" for t in clause.subject_tokens):
        return  # whoever loses to one player is another
    name = _team(clause.subject_tokens)
    if name:
        yield Asked(clause.subject_tokens, "which team", name, "none", "event", "subject", True)
    for child in clause.verb.children:
        inside = {t.i for t in child.subtree if t.pos_ in {"PROPN", "DET"}}
        words = tuple(t for t in clause.tokens if t.i in inside)
        if child.dep_ == "dobj" and (name := _team(words)):
            yield Asked(words, "which team", name, "none", "event", "object")


def _team(words: tuple["Token", ...]) -> str:
    names = [t for t in words if t.pos_ == "PROPN"]
    if not names or len(words) > len(names) + 1 or words[-1].i - words[0].i >= len(words):
        return ""
    entity = entity_of(names[-1], names[-1].sent.ents)
    name = as_key(render(words))
    is_other = entity is not None and entity.label_ in {"PERSON", "DATE", "NORP"}
    is_other = is_other or names[0].lower_ in MALE | FEMALE
    return "" if is_other or place_noun(name) is not None else name


def _names_both(clause: Clause) -> bool:
    """Whether the clause tells the loser as well as the winner, or both sides of a draw."""
    return any(
        c in clause.tokens
        and (
            (c.dep_ == "dobj" and c.pos_ == "PROPN")
            or (
                c.dep_ in {"prep", "agent"}
                and c.lower_ in _OTHER_SIDE
                and any(n.dep_ == "pobj" and n.pos_ == "PROPN" for n in c.children)
            )
        )
        for c in clause.verb.subtree
        if c.i > clause.verb.i
    )


def _dashed(clause: Clause) -> list[tuple["Token", ...]]:
    """The scores with a dash behind the verb that stand in one row: 6-2 6-1."""
    found: list[tuple[Token, ...]] = []
    tokens = clause.tokens
    for place in range(len(tokens) - 2):
        one = tokens[place : place + 3]
        if one[0].i < clause.verb.i or one[1].text not in _DASHES or not _is_pair(one):
            continue
        if one[0].whitespace_ or one[1].whitespace_ or one[2].i != one[0].i + 2:
            continue
        if found and found[-1][-1].i + 1 != one[0].i:
            return []  # what else was so and so much?
        found.append(one)
    if not found:
        return []
    behind = found[-1][-1].nbor(1) if found[-1][-1].i + 1 < len(clause.verb.doc) else None
    # "a 2-1 victory", "a 6-3 lead": the score says what kind of thing it is
    if behind is not None and behind.pos_ in {"NOUN", "ADJ"} and behind in tokens:
        return []
    before = found[0][0].nbor(-1)
    return [] if before.lower_ in {"a", "the", "an", ","} else found


def _counted_out(clause: Clause) -> list[tuple["Token", ...]]:
    """The votes for and against in `by 306 to 93` or `by 306 votes to 93`."""
    tokens = clause.tokens
    for place, token in enumerate(tokens):
        if token.lower_ != "to" or token.i < clause.verb.i or not 1 < place < len(tokens) - 1:
            continue
        first = place - 1 - (tokens[place - 1].lower_ == "votes")
        row = tokens[first : place + 2]
        is_row = first > 0 and row[-1].i - row[0].i == len(row) - 1
        if is_row and tokens[first - 1].lower_ == "by" and _is_pair(row):
            return [row]
    return []


def _is_pair(row: tuple["Token", ...]) -> bool:
    return all(t.text.isdecimal() and int(t.text) <= _HIGHEST for t in (row[0], row[-1]))


def _with_by(row: tuple["Token", ...]) -> tuple["Token", ...]:
    before = row[0].nbor(-1)
    return (before, *row) if before.lower_ == "by" else row
