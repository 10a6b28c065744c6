"""F3, keys that are not the only ones: one of many of a kind, words that could be others, a deed
that many do."""

import re

from quizzer.deck.model import TextAnswer
from quizzer.facts.word_classes import first_class
from quizzer.questions.candidates import MATCHED, Candidate, Desk

_INDEFINITE = re.compile(
    r"\bwho was described as an? (?!.*\b(?:at|of|for|with|to|from) (?:the )?[A-Z])"
)


def unknown_name(candidate: Candidate, _desk: Desk) -> str | None:
    """F3: nobody can type the name of "a consultant" out of many."""
    if candidate.kind == "role" and candidate.form != MATCHED and not candidate.distractors:
        return "one of many of the kind" if _INDEFINITE.search(candidate.stem) else None
    return None


_OFTEN_SAID = re.compile(r"\b(?:condemn|deplor|denounc|mourn)(?:e|s|es|ed)?\b", re.I)


_MET_BY_IT = frozenset({"name gap", "in place"})
"""Forms that mostly ask to whom or where it was done, not who did it."""


def often_said(candidate: Candidate, _desk: Desk) -> str | None:
    """F3: many states condemn a deed, and each does so on several days."""
    asks_for_state = candidate.pool == "country" and candidate.form not in _MET_BY_IT
    if candidate.form != "when" and not asks_for_state:
        return None
    found = _OFTEN_SAID.search(re.sub(r'"[^"]*"', '""', candidate.stem).split(" that ")[0])
    return f"{found[0]!r} is said by many, and more than once" if found else None


_OF_A_KIND = frozenset(
    "artifact food plant animal body substance object possession location person group".split()
)


_LONGEST_TYPED = 3
"""Words of a thing that can be typed as the article has them; longer ones are a matter of taste."""


_ONE_OF_ITS_KIND = re.compile(r"\b[Ww]hat (?:is|was) the (?:key|main|chief|only|central|sole)\b")


def vague_key(candidate: Candidate, _desk: Desk) -> str | None:
    """F3: a key to be typed that is an abstract thing in words of the article's choosing: others
    would be as right."""
    if candidate.distractors or candidate.form in {"why", "superlative"}:
        return None
    if not isinstance(candidate.answer, TextAnswer) or not re.search(
        r"\b[Ww]hat\b", candidate.stem
    ):
        return None
    key = candidate.key
    is_long = len(re.sub(r"^(?:an?|the) ", "", key).split()) > _LONGEST_TYPED
    if is_long and not _ONE_OF_ITS_KIND.search(candidate.stem):
        return f"{key!r} could be said in other words"
    if re.search(r"(?<!^)\b[A-Z]|\d", key) or re.match(r"[A-Z]\w*[A-Z]", key):
        return None
    phrase = re.split(r" (?:of|to|in|for|on|at|by|with|from|that|who|which|about|\w+ed)\b", key)[0]
    words = phrase.split()
    if not words:
        return None
    head = words[-1].lower()
    classes = {first_class("noun", form) for form in (head, head.removesuffix("s"))}
    return None if classes & _OF_A_KIND else f"{key!r} could be said in other words"
