"""F4, words that hang in the air: whom, which or when they mean, only the article tells.

Rules over the words alone, so that they hold for decks written by hand too. What needs the parse
is told by `valency.py`, `definites.py` and `pointing.py`, over the same classes of nouns.
"""

import re
from collections.abc import Iterator

from quizzer.deck.dates import MONTHS
from quizzer.deck.model import OrderAnswer, PairsAnswer, TruthAnswer
from quizzer.questions.alone.complements import TOLD_BY
from quizzer.questions.candidates import LEADS, OPINION
from quizzer.questions.review.rules import Case

_PRONOUN = re.compile(r"\b(he|she|him|they|them|we|us|our|his|hers|their|its)\b", re.IGNORECASE)
_DEICTIC = re.compile(
    r"\b(today|yesterday|tomorrow|tonight|nowadays|recently|"
    r"(?:last|next|this) (?:week|month|year|night|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday|summer|winter|spring|fall|autumn)|\w+ (?:days|weeks|months|years) ago)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"(?=[MTWFS])(?<!\bevery )(?<!\beach )(?<!\ba )(?<!\b[A-Z][a-z]{2} )(?<!\b[A-Z][a-z]{3} )"
    r"(?<!\b[A-Z][a-z]{4} )(?<!\b[A-Z][a-z]{5} )"
    r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!s)\b"
    r"(?!,? (?:the )?\d| [A-Z]|,? [A-Z][a-z]+ \d)"
)
"""Not every Sunday, nor Black Friday or Sunday Times."""
_AFTER_THE = re.compile(
    r"\bthe (?P<noun>[a-z]+)(?![\w'’-])(?P<between>\W*)(?P<word>\w*)", re.IGNORECASE
)
_CLOSED = frozenset(
    "is was were are be been had has have did does do will would could can may might should and or"
    " but in on at with before after during about against into over as while when".split()
)
"""Words that end a noun phrase, so that no other noun follows."""
_ALWAYS_TELLS = frozenset("to that which who whose where".split())
_OF_A_DAY = re.compile(r" \d{1,2} [A-Z][a-z]+ \d{4}")
"""The day of a decision does not tell what was decided, that of an attack tells which it was."""
_MENTIONED = re.compile(
    r"\bthe (?:incident|document|(?:pair|duo|trio)(?! of (?-i:[A-Z]))"
    r"|(?:latter|former)(?! [a-zA-Z]))\b",
    re.I,
)
_SIDES = re.compile(
    r"\b(?:(?:the (?:two )?|both )(?:sides|parties)(?! (?:in|of) )|the head of state)\b", re.I
)
_TWO_NAMES = re.compile(r"\b[A-Z][\w.'’-]+ and (?:the )?[A-Z]")
_POINTING = re.compile(
    r"\b(?:(?:this|(?<!which of )(?<!which one of )these|such(?! as)) [a-z]+"
    r"|those (?!who\b|whose\b|of\b|with\b|that\b|in\b)[a-z]+)\b",
    re.IGNORECASE,
)
"""Those who vote and those of the minority say themselves who is meant; "which of these" points
to the options."""
_CAPITALIZED = re.compile(r"\b[A-Z][\w.'’-]+")
_PLACED_BESIDE = re.compile(r"\b(?:nearby|elsewhere|neighbou?ring)\b(?! (?:in|on|at) [A-Z])")
_BOTH = re.compile(r"\bboth(?=[?.]?$|, )")
"""Both of what?"""
_HOLLOW = (
    (
        re.compile(
            r"\bin the (?:hours|days|weeks|months|years|decades)\b"
            r"(?! (?:since|before|after|of|to|that|when|ahead|following|leading|between|until|up"
            r"|surrounding|preceding|following|running|\w+ (?:by|in|on) )\b)"
        ),
        "a time without its event",
    ),
    (
        re.compile(
            r"\b(?:\d+|____|two|three|four|five|six|seven|eight|nine|ten|several) "
            r"(?:hours|days|weeks|months|years) away\b(?! from)"
        ),
        "a time counted from the day of the article",
    ),
    (
        re.compile(
            r"(?<!in a )\bmatter of (?:time|hours|days|weeks)\b(?! (?:before|until|till)\b)"
        ),
        "until what?",
    ),
    (
        re.compile(
            r"\bunfinished business\b"
            r"|\b(?:finish|resume|continue)(?:e?d)? (?:his|her|their|its) (?:talks?|discussions?"
            r"|conversations?|work|meetings?)\b(?! (?:on|about|of|with|at|for|in)\b)"
        ),
        "what it is about is not said",
    ),
    (
        re.compile(
            r"\bdid [^,?]* (?:report|say|announce|note|claim|reveal|add|tell|argue|assert)\?$"
        ),
        "what was said is not told",
    ),
    (
        re.compile(r"\b(?:on|in|after|during) the (?:first|opening) (?:day|week|month|hour)\b"
                   r"(?! (?:of|after|in|that|since)\b)"),
        "the first of what?",
    ),
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
        re.compile(
            r"^(?!.*\b(?:known|described|identified|named|such|serv\w+|act\w*|same|chosen|elected"
            r"|introduced|posed?|posing|disguised|seen|regarded|referred) ).*"
            r"\bas (?:[A-Z][\w.'’-]* ?)+\?$"
        ),
        "a clause without its verb",
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
_CONDITION = re.compile(r"^(?:[^,]*\b\d{4}, )?[Ii]f ")
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
_PAST = re.compile(r"\b(?:did|was|were|had|said|will|would)\b|\b\w+ed\b")
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_ASKS = re.compile(r"\b(?:who|whom|did)\b")
_POSSESSIVE_END = re.compile(r"['’]s?\?$")


def hanging(case: Case) -> Iterator[str]:
    """F4: a pronoun before any name, a day counted from today, a thing nobody introduced, a noun
    or a verb without what it needs, no topic at all."""
    found = list(_hanging_words(case))
    if not found and not isinstance(case.question.answer, OrderAnswer | PairsAnswer):
        found = list(_without_topic(case))
    yield from found


def _hanging_words(case: Case) -> Iterator[str]:
    stem = _QUOTED.sub('""', case.stem)
    if found := _DEICTIC.search(stem) or _WEEKDAY.search(stem):
        yield f"{found[0]!r} depends on the day of reading"
    found = _PRONOUN.search(stem)
    if (
        found
        and not _ASKS.search(stem, found.end())
        and not _has_antecedent(found[0], stem[: found.start()])
    ):
        yield f"{found[0]!r} stands for nobody the stem names"
    if not isinstance(case.question.answer, OrderAnswer | PairsAnswer):
        # "these events" are the ones listed
        if found := _MENTIONED.search(stem) or _unnamed_sides(stem) or _POINTING.search(stem):
            yield f"{found[0]!r} is not introduced"
        elif (noun := _bare_noun(case.stem if 'said: "' in case.stem else stem)) is not None:
            yield f"'the {noun}' is not introduced"
    found = _PLACED_BESIDE.search(stem)
    if found and not _CAPITALIZED.search(_LEAD.sub("", stem[: found.start()])[1:]):
        yield f"{found[0]!r} is near a place that the stem does not name"
    if _BOTH.search(stem):
        yield "'both' stands for two that the stem does not name"
    yield from _hollow(case.stem)


def _unnamed_sides(stem: str) -> re.Match[str] | None:
    """The two sides, where no two names are joined before them."""
    found = _SIDES.search(stem)
    return None if found is None or _TWO_NAMES.search(stem, 0, found.start()) else found


def _bare_noun(stem: str) -> str | None:
    """The first noun with "the" that needs a complement, stands there for the first time, and has
    none behind it."""
    for found in _AFTER_THE.finditer(stem):
        noun = found["noun"].lower()
        prepositions = TOLD_BY.get(noun)
        if prepositions is None or re.search(rf"\b{noun}", stem[: found.start()], re.I):
            continue
        word = found["word"]
        is_end = not word or not found["between"].isspace()
        if is_end or (word in _CLOSED and word not in prepositions | _ALWAYS_TELLS):
            return noun
        if "regarding" in prepositions and _OF_A_DAY.match(stem, found.end()):
            return noun
    return None


def _has_antecedent(pronoun: str, before: str) -> bool:
    """Whether the words before a pronoun name somebody or something it can stand for."""
    if pronoun == "US" or _CAPITALIZED.search(re.sub(r"^\w+", "", before)):
        return True
    if re.search(r"\b(?:who|whom|someone|person)\b", before, re.IGNORECASE):
        return True
    if pronoun.lower() in {"they", "them", "their", "its"}:
        return bool(re.search(r"\b(?:which|the|a|an|\w+s)\b \w+|\b\w{3,}s\b", before, re.I))
    return False


def _hollow(stem: str) -> Iterator[str]:
    """A noun or a verb without what it needs, or words that hold only on their day."""
    outside = _QUOTED.sub('""', stem) if 'said: "' not in stem else stem
    for pattern, reason in _HOLLOW:
        if found := pattern.search(outside):
            yield f"{found[0].strip()!r}: {reason}"
    if _POSSESSIVE_END.search(stem):
        yield "the end is a possessive without its noun"
    if _CONDITION.search(stem):
        yield "a condition without who says so"


def _without_topic(case: Case) -> Iterator[str]:
    """Beside its time and its claimant the stem names nobody and nothing, and says little."""
    if case.question.kind == "role":
        return
    text = _LEAD.sub("", case.stem)
    if text == case.stem and not _PAST.search(text):
        return  # what is always so needs neither persons nor places
    if isinstance(case.question.answer, TruthAnswer):
        text = _FIRST_NAME.sub("", text)  # who did it is as if it were asked
    if any(name.rstrip(".'’s") not in _NO_NAMES for name in _NAME.findall(f"x {text}")):
        return
    words = {w for w in re.findall(r"[a-z][a-z'’-]+", text.lower()) if len(w) > 3} - _NO_TOPIC
    text = re.sub(rf"\b(?:{'|'.join(MONTHS)}) \d{{4}}", "", text)
    told = len(words) + 2 * len(_NUMBER.findall(text))  # a figure tells more than a word
    enough = _ENOUGH_QUOTED if 'said: "' in text else _ENOUGH
    if told < enough:
        yield f"no name and only {told} words of a topic"
