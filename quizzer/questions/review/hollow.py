"""Stems that say less than they seem to: something is meant that only the article has."""

import re

from quizzer.questions.candidates import MATCHED, Candidate, Desk

_HOLLOW = (
    (
        re.compile(r"\b(?:right of )?first refusal\b"),
        "a right is named without what it is a right to",
    ),
    (
        re.compile(r"(?<!tax )\b(?:his|her|their|the) returns\b"),
        "returns of what?",
    ),
    (
        re.compile(
            r"(?:['’]s|\b(?:his|her|their|the)) (?:comments?|remarks?) "
            r"(?!(?:on|about|of|that|to|at|in which)\b)|\bwhose (?:comments?|remarks?) (?!on|about)"
        ),
        "comments are named without what was said",
    ),
    (
        re.compile(r"\b(?:went on to|had a question|followed up|continued (?:his|her|their))\b"),
        "words that go on from something before",
    ),
    (
        re.compile(r"\b(?:earlier|later) (?:in the|that|the same) day\b|\bthe (?:next|same) day\b"),
        "which day?",
    ),
    (
        re.compile(
            r"\b(?:past|last|next|coming) (?:few|two|three|four|several)"
            r" (?:days|weeks|months)\b"
        ),
        "a time counted from the day of the article",
    ),
    (
        re.compile(r"\bsince (?:[A-Z][\w.]+ )*[A-Z][\w.]+, (?:at|in|on|during) [^,]*\?$"),
        "a clause without its verb",
    ),
    (
        re.compile(
            r"\bsuing (?:states|parties|groups)\b|\b(?:third|half|quarter) of [^,]*'s claim\b"
        ),
        "what it is about is not said",
    ),
    (
        re.compile(
            r"\bthe (?:North|South|East|West)['’]s\b|\bthe ads?\b(?! (?:by|from|of|that)\b)"
        ),
        "the words do not say which",
    ),
    (
        re.compile(r"\bwhat did [^,]* (?:accuse|convict|suspect) of\b"),
        "of whom or what is torn from its verb",
    ),
    (
        re.compile(r"\b(?:Round|Part|Phase|Step|Question) (?:\d|[Oo]ne|[Tt]wo|[Tt]hree)\b"),
        "a part is numbered without its whole",
    ),
    (
        re.compile(r"\bgo(?:es)? up against|\bwent up against|\bsign(?:s|ed)? up (?!for|to)"),
        "for or in what?",
    ),
    (
        re.compile(r"\b\d+ in \d+ residents\b(?! of)|\bthe move\b"
            r"|\ba \"?demand\"?(?! (?:for|that|to))"),
        "the words do not say of what",
    ),
    (
        re.compile(
            r"\b(?:who|True or false:[^,]*,(?: [A-Z][\w.'’-]*)+) (?:(?:has|have|had|\w+ly) )*"
            r"(?:commented|(?:spoke|spoken|talked)(?! (?:with|to|out|by|for)\b)|called in\b)"
        ),
        "what was said is not told",
    ),
    (
        re.compile(
            r"\bsaid that [A-Z][\w' .-]*? (?:reports|reported|says|said|writes|wrote) that\b"
        ),
        "a report of a report",
    ),
    (
        re.compile(r"\bspends\b(?!.{0,60}\b(?:on|for)\b)"),
        "spent on what?",
    ),
    (
        re.compile(r"\b(?:most|more|very) recent\b|\ba recent\b"
            r"|^(?!.*\b\d{1,2} [A-Z][a-z]+ \d{4}).*\bthe latest (?=\w)"),
        "recent on the day of the article only",
    ),
    (
        re.compile(r"\b(?:adulation|sycophan\w+|rosy-sounding|shady|propagandistic)\b"),
        "a judgement of the author",
    ),
)  # fmt: skip
_TELLS_THE_OFFICE = re.compile(
    r"\btheir (?:presidency|governorship|term|tenure|time (?:on|at|in)|years (?:as|in|at))\b"
    r"|\bwhen they (?:were|was|served|became)\b|\bas (?:president|secretary of state|governor)\b"
)
_CONDITION = re.compile(r"^(?:[^,]*\b\d{4}, )?[Ii]f ")
_INDEFINITE = re.compile(
    r"\bwho was described as an? (?!.*\b(?:at|of|for|with|to|from) (?:the )?[A-Z])"
)


def hollow(candidate: Candidate, _desk: Desk) -> str | None:
    """F4: a noun or a verb without what it needs, or words that hold only on their day."""
    stem = candidate.stem
    outside = re.sub(r'"[^"]*"', '""', stem) if 'said: "' not in stem else stem
    for pattern, reason in _HOLLOW:
        if found := pattern.search(outside):
            return f"{found[0].strip()!r}: {reason}"
    if re.search(r"['’]s?\?$", stem):
        return "the end is a possessive without its noun"
    return "a condition without who says so" if _CONDITION.search(stem) else None


def tells_the_office(candidate: Candidate, _desk: Desk) -> str | None:
    """F5: the stem says which office the person had, so that few of the options can be right."""
    if candidate.pool == "person" and candidate.distractors:
        found = _TELLS_THE_OFFICE.search(candidate.stem)
        return f"{found[0]!r} tells whom the options leave" if found else None
    return None


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
