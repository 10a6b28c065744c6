"""No fact twice in the same way: of questions that ask the same, the better ranked one stays."""

import re

from quizzer.questions.candidates import Candidate, Desk

_ALIKE = 0.75


def without_repeats(candidates: list[Candidate], desk: Desk) -> list[Candidate]:
    """The candidates, in their order, without those that repeat one before them.

    Two questions with nearly the same words and different keys are both doubtful; the later
    one goes as well, so that no stem has two defensible answers.
    """
    kept: list[Candidate] = []
    facts: set[tuple[object, str]] = set()
    stems: dict[str, list[tuple[frozenset[str], Candidate]]] = {}
    for candidate in candidates:
        fact = (candidate.fact, candidate.form)
        words = content_words(candidate.stem)
        group = stems.setdefault(f"{candidate.kind} {candidate.form}", [])
        twin = next(
            (
                other
                for mine, other in group
                if _alike(words, mine) and _names_agree(candidate.stem, other.stem)
            ),
            None,
        )
        if fact in facts or twin is not None:
            desk.refuse(
                candidate.kind, candidate.stem, "F10", "asked already", candidate.evidence[0]
            )
            continue
        facts.add(fact)
        group.append((words, candidate))
        kept.append(candidate)
    return kept


def content_words(stem: str) -> frozenset[str]:
    """The words of the stem that carry its sense."""
    text = re.sub(r"^As reported in \w+ \d{4}, ", "", stem).lower()
    return frozenset(w for w in re.findall(r"[a-z0-9]+", text) if len(w) > 3 or w.isdigit())


def _names_agree(one: str, other: str) -> bool:
    """Whether one of two stems names nothing that the other does not name."""
    mine, theirs = _capitals(one), _capitals(other)
    return mine <= theirs or theirs <= mine


def _capitals(stem: str) -> frozenset[str]:
    return frozenset(re.findall(r"(?<!^)\b[A-Z][\w.]+", stem))


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= _ALIKE * min(len(one), len(other)) if one and other else one == other
