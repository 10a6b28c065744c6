"""Whether four digits are a year, judged by the words on either side."""

import re

from quizzer.deck.model import Span

_WORD_BEFORE = re.compile(r"([\w'’.]+|[(,:;\"“—–-])\s*$")
_WORD_AFTER = re.compile(r"\s*([\w'’]+|[^\w\s])")

_LISTED = re.compile(r"(?<![0-9$.,])(?:1[0-9]{3}|20[0-9]{2})(?:,|,? (?:and|or))\s+$")
_PREPOSITIONS = frozenset(
    "in since until till by from through throughout during before after between of to year late "
    "early mid around circa c. ca. back spring summer autumn fall winter for as pre post and or "
    "past toward towards on end ended ending due".split()
)
_STRONG = frozenset("in since until till during year early late mid circa throughout".split())
_DETERMINERS = frozenset("the a an his her its their our my your this that".split())
_EVENT_NAMES = frozenset("cup games olympics championships championship summit expo".split())
_COUNTED = frozenset(
    "people men women children percent per million billion hundred thousand dead wounded troops "
    "feet foot police other others more miles metres meters kilometers kilometres km kg yards tons "
    "tonnes euros pounds dollars yen rubles soldiers members points degrees pages words hours "
    "minutes seconds days weeks months years votes seats jobs cases times gmt hrs edt est".split()
)
_DATED = frozenset(["levels", "elections", "olympics", "edition", "season"])
_HEDGES = frozenset("about nearly almost some around than over under least most only".split())
_VERBS = frozenset("was is has as were saw brought marked this its his does us".split())


def is_year(text: str, span: Span) -> bool | None:
    """True where the digits surely are a year, False where they may be one, None where not."""
    before = _WORD_BEFORE.search(text[max(0, span.start - 24) : span.start])
    after = _WORD_AFTER.match(text[span.end : span.end + 24])
    previous = before.group(1).lower() if before else ""
    following = after.group(1) if after else ""
    if following.lower() in _COUNTED:
        return None
    if following.lower() in _DATED:
        return True
    plural = following.islower() and following.endswith("s") and following not in _VERBS
    if _is_vote(text, span):
        return None
    if _LISTED.search(text[max(0, span.start - 12) : span.start]):
        return None if plural and len(following) > 3 else True
    if previous in _STRONG:
        return None if plural and len(following) > 3 and previous != "year" else True
    if previous in _PREPOSITIONS:
        if plural:
            return None
        return not (previous in ("for", "to", "on", "as", "or", "and") and following.islower())
    if previous in _DETERMINERS or previous.endswith(("'s", "’s", "s'")):
        return False if following[:1].isalpha() or following in {'"', "“", "'", "‘"} else None
    if previous in {"(", ",", ";", "—", "–", "-", ":", '"', "“"} or not previous:
        closed = not following or not following[:1].isalnum() or following in _VERBS
        if closed:
            return previous == "("
    if previous in _EVENT_NAMES:
        return False
    # Written without a comma and before a singular, four digits of our times count nothing.
    is_modern = span.of(text)[:2] in {"19", "20"} and following.islower() and len(following) > 3
    return False if is_modern and not plural and previous not in _HEDGES else None


def _is_vote(text: str, span: Span) -> bool:
    """`1998 to 1765`: what comes before `to` is more, so that the two are no years."""
    year = span.of(text)
    if not year.isdigit():
        return False
    before = re.search(r"([0-9]{1,9})\s+to\s+$", text[max(0, span.start - 24) : span.start])
    after = re.match(r"\s+to\s+([0-9]{1,9})\b", text[span.end : span.end + 24])
    return (before is not None and int(before.group(1)) >= int(year)) or (
        after is not None and int(after.group(1)) <= int(year)
    )
