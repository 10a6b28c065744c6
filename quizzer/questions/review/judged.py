"""What the writer of an article thinks of somebody, asked as if it were a fact."""

import re

from quizzer.questions.candidates import OPINION, Candidate, Desk

_QUOTED = re.compile(r'"[^"]*"')
_CLAIMED = re.compile(rf"^(?:True or false: )?(?!{OPINION})According to ", re.IGNORECASE)
_JUDGING = re.compile(
    r"\b(?:"
    r"absurd|apparently|seemingly|admirabl[ey]|astonishing|awful|bizarre|blatant|brillian\w+|bungl\w+|botch\w*"
    r"|clueless|coward\w*|courageous|cut-?throat|cynical|delusional|deserv\w+|despicable"
    r"|disdain\w*|disgraceful|disgusting|dreadful|egregious|extraordinar(?:y|ily)"
    r"(?! (?:session|meeting|summit|congress|general))|farc\w+|feckless|flagrant|foolish|gloat\w*"
    r"|hapless|hate-\w+|heroic|horrible|hypocri\w+|idiotic|impressive|incompetent|inept"
    r"|laughabl[ey]|ludicrous|magnificent|masterful|mockery|outrageous|pander\w*|pathetic|prowess"
    r"|reasonabl[ey]|reckless|remarkabl[ey]|resilient|ridiculous|sensible|shameful|shameless"
    r"|squander\w*|stunning|stupid|superb|terrible|twisted|unreasonabl[ey]|vile|vulgari\w+|weird"
    r"|whin(?:ed|es|ing)|wonderful|brag(?:s|ged|ging)?"
    r"|(?:good|bad|poor|great|right|wrong|smart|wise) (?:decision|move|choice|idea|judgement)"
    r"|to (?:his|her|its|their) credit|(?:do|did|does|doing) (?:his|her|its|their) part"
    r")\b"
)
"""For a stem in small letters: a pattern that heeds no case takes three times as long."""


def judged(candidate: Candidate, _desk: Desk) -> str | None:
    """F7: a word of praise or blame stands in what nobody is said to have said."""
    if _CLAIMED.match(candidate.stem):
        return None
    words = _QUOTED.sub("", candidate.stem)
    if candidate.kind == "attribution":
        words = words.partition(" that ")[0]
    found = _JUDGING.search(words.lower())
    if found is None:
        return None
    return f"{words[found.start() : found.end()]!r} is the writer's judgement"
