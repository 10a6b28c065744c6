"""Whether a clause speaks of the past or of the future, from its small words alone."""

import re
from enum import StrEnum

from quizzer.deck.model import Span


class Tense(StrEnum):
    """Before or after the day of writing; done is surely before, coming surely after."""

    DONE = "done"
    PAST = "past"
    FUTURE = "future"
    COMING = "coming"
    UNKNOWN = "unknown"

    @property
    def is_ahead(self) -> bool:
        """Whether the clause speaks of what has not been yet."""
        return self in (Tense.FUTURE, Tense.COMING)


_FUTURE = frozenset(
    "will 'll ’ll shall would could might may can must should due plan plans planned planning "
    "scheduled schedule schedules expected expects expect slated intends intend intended hopes "
    "hope hoped upcoming deadline tomorrow next going promised vowed wants ready prepare prepares "
    "preparing prepared await awaits awaiting begins starts opens ends expires faces won't if "
    "unless".split()
)
_ADJACENT_FUTURE = frozenset("until till by starting beginning effective".split())
_PAST = frozenset(
    "was were had did been has have since ago last earlier dated ate beat became began bent "
    "bet bit bled blew bore bought bound bred broke brought built burnt burst came caught "
    "chose clung crept cut dealt drank drew drove dug fed fell felt fled flew flung forgot "
    "fought found froze gave got grew hanged heard held hid hit hung hurt kept knelt knew "
    "laid leapt learnt led left lent lit lost made meant met mistook oversaw overtook "
    "overthrew paid ran rang rebuilt rode rose said sang sank sat saw sent shone shook shot "
    "showed shrank slept slid slung smelt sold sought spat sped spent spoke sprang spun stole "
    "stood strode strove struck stuck stung sued swam swept swore swung taught thought threw "
    "told took tore understood undertook upheld went wept withdrew withstood woke won wore "
    "wound wove wrote".split()
)
_PROMISED = frozenset("promised vowed planned intended".split())
_FAILED = frozenset("reached located found determined contacted verified confirmed".split())
_WILL = frozenset({"will", "'ll", "’ll", "won't"})
_THE = frozenset("the a his her its their our this".split())
_AHEAD = frozenset("before ahead until till for upcoming by".split())
_DONE = frozenset("ended since died born dated".split())
_BE = frozenset("is are am was were be".split())
_BEFORE_BASE = frozenset("be to will would shall should could can may might must 'll ’ll".split())
_NOT_PAST = frozenset(
    "need speed feed seed indeed breed exceed proceed succeed embed red bed".split()
)
_REACH = 300
"""Characters; a verb further away says little, and text without full stops stays cheap."""
_WORD = re.compile(r"['’]ll\b|[A-Za-z][A-Za-z'’]*|[^\w\s]")


def tense_around(text: str, sentence: Span, expression: Span) -> Tense:
    """The tense of the nearest verb before the expression, else of the nearest one behind it."""
    start = max(sentence.start, expression.start - _REACH)
    before = _WORD.findall(text, start, expression.start)
    after = _WORD.findall(text, expression.end, min(sentence.end, expression.end + _REACH))
    near = [word.lower() for word in before[-2:] if word.lower() not in {"on", "in", "the"}]
    if near and near[-1] in _DONE:
        return Tense.DONE
    if text.startswith(("'s", "’s"), expression.end):
        # `Monday's talks` have a time of their own, whatever the clause around them tells of.
        is_ahead = bool(_AHEAD & {word.lower() for word in before[-3:]})
        return Tense.FUTURE if is_ahead else Tense.UNKNOWN
    if before and before[-1].lower() in _ADJACENT_FUTURE and len(before) > 1:
        return Tense.FUTURE
    if after and after[0] in _PROMISED:
        return Tense.PAST  # `The king Saturday vowed to go`: that day he vowed
    lower = [word.lower() for word in before[-4:]]
    if lower[-1:] in (["in"], ["on"]):
        if _WILL & set(lower[-4:-1]):
            return Tense.COMING  # `will resign in July`
        if len(before) == 3 and lower[0] in _THE:
            return Tense.UNKNOWN  # `The talks in July will ...`: the noun has a time of its own
    begins = lower[-2:-1] in (["that"], ["and"], ["but"]) and lower[-1:] in (["in"], ["on"])
    sides = [(before[::-1], -1), (after, 1)]
    for words, onward in reversed(sides) if begins else sides:
        for place, word in enumerate(words):
            if word == ";":
                break
            beside = [
                words[at].lower() if 0 <= at < len(words) else ""
                for at in (place - onward, place + onward)
            ]
            if word == "could" and _is_failure(words[max(0, place - 4) : place + 4]):
                return Tense.PAST
            found = _tense_of(word, *beside)
            if found is not Tense.UNKNOWN:
                return found
    return Tense.UNKNOWN


def _is_failure(words: list[str]) -> bool:
    """`Could not be reached Monday` tells what happened, `could be closed Monday` what may."""
    return any(word.lower() in _FAILED for word in words)


def _tense_of(word: str, previous: str, following: str) -> Tense:
    """The tense that a word gives a clause, if it is a verb or an adverb that gives any."""
    lower = word.lower()
    if lower in _BE and following == "to":
        return Tense.FUTURE  # `was to open`
    if lower == "be" and previous == "to":
        return Tense.FUTURE
    if lower == "set":
        return Tense.FUTURE if following in {"for", "to"} else Tense.PAST
    if lower == "next" and following == "to":
        return Tense.UNKNOWN  # `next to the embassy`
    if lower in _FUTURE and not word[:1].isupper():
        return Tense.FUTURE
    if previous in {"is", "are"}:
        return Tense.UNKNOWN  # `is heard in May`
    if previous in _BEFORE_BASE:
        return Tense.UNKNOWN  # `will be held`, `to cut`: only looks like a past form
    is_regular = len(lower) > 3 and lower.endswith("ed") and word.islower()
    if lower in _PAST or (is_regular and lower not in _NOT_PAST):
        return Tense.PAST
    return Tense.UNKNOWN
