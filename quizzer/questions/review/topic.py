"""Whether a stem names what it is about, so that it stands alone years later."""

import re

from quizzer.deck.dates import MONTHS
from quizzer.deck.model import TextAnswer
from quizzer.facts.word_classes import first_class
from quizzer.questions.candidates import LEADS, OPINION, Candidate, Desk

_LEAD = re.compile(
    rf"^(?:True or false: )?(?:(?:{'|'.join((*LEADS, OPINION))}) \w+ \d{{4}}, )?"
    r"(?:[Aa]ccording to .{3,80}?(?: in \w+ \d{4})?, )?"
)
_NAME = re.compile(r"(?<![.!?:\"] )(?<!: \")\b[A-Z][\w.'’-]*|\b[A-Z][a-z]*[A-Z]\w*")
_FIRST_NAME = re.compile(r"^(?:[A-Z][\w.'’-]* ?)+")
_NUMBER = re.compile(r"\d[\d.,]*|____")
_NO_NAMES = frozenset({*MONTHS, "I", "Who", "What", "Which", "Whom", "Whose", "The", "In", "On"})
_NO_TOPIC = frozenset(
    "which what whom whose said that they their them with from this have been were would could will"
    " about into than there when where after before also more most some such very just over only"
    " other people country organization state many much make makes made take takes think know want"
    " statement announced wants going like really things thing need needs come comes".split()
)
_ENOUGH, _ENOUGH_QUOTED = 7, 8


def no_topic(candidate: Candidate, _desk: Desk) -> str | None:
    """F4: beside its time and its claimant the stem names nobody and nothing, and says little."""
    if candidate.kind == "role" or candidate.form == "order" or candidate.form.startswith("match"):
        return None
    text = _LEAD.sub("", candidate.stem)
    if candidate.form == "true or false":
        text = _FIRST_NAME.sub("", text)  # who did it is as if it were asked
    if any(name.rstrip(".'’s") not in _NO_NAMES for name in _NAME.findall(f"x {text}")):
        return None
    words = {w for w in re.findall(r"[a-z][a-z'’-]+", text.lower()) if len(w) > 3} - _NO_TOPIC
    text = re.sub(rf"\b(?:{'|'.join(MONTHS)}) \d{{4}}", "", text)
    told = len(words) + 2 * len(_NUMBER.findall(text))  # a figure tells more than a word
    enough = _ENOUGH_QUOTED if 'said: "' in text else _ENOUGH
    return f"no name and only {told} words of a topic" if told < enough else None


_OF_A_KIND = frozenset(
    "artifact food plant animal body substance object possession location person group".split()
)


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
    if re.search(r"(?<!^)\b[A-Z]|\d", key) or re.match(r"[A-Z]\w*[A-Z]", key):
        return None
    phrase = re.split(r" (?:of|to|in|for|on|at|by|with|from|that|who|which|about|\w+ed)\b", key)[0]
    words = phrase.split()
    if not words:
        return None
    head = words[-1].lower()
    classes = {first_class("noun", form) for form in (head, head.removesuffix("s"))}
    return None if classes & _OF_A_KIND else f"{key!r} could be said in other words"
