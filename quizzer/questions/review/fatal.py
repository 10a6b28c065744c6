"""The fatal flaws that a program can see in a question, hand-written or made: F3 to F10."""

import re
from collections.abc import Iterator

from quizzer.deck.model import NumberAnswer, OrderAnswer, PairsAnswer, TextAnswer
from quizzer.questions.review.rules import Case, Rule, stem_words
from quizzer.questions.wording import has_stray_quotes

_PRONOUN = re.compile(r"\b(he|she|him|they|them|we|us|our|his|hers|their|its)\b", re.IGNORECASE)
_DEICTIC = re.compile(
    r"\b(today|yesterday|tomorrow|tonight|nowadays|recently|"
    r"(?:last|next|this) (?:week|month|year|night|Monday|Tuesday|Wednesday|Thursday|Friday"
    r"|Saturday|Sunday|summer|winter|spring|fall|autumn)|\w+ (?:days|weeks|months|years) ago)\b",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\bon (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b(?!,? (?:the )?\d|,? [A-Z][a-z]+ \d)"
)
_BARE = re.compile(
    r"\b(?:the (?:statement|report|agreement|initiative"
    r"|proposal|measure|incident|document|study|survey)|the (?:latter|former)(?! [a-zA-Z]))\b"
    r"(?! (?:of|by|on|from|to|in|for|about|between|that|with|which|made|issued|signed)\b)",
    re.IGNORECASE,
)
_SIDES = re.compile(
    r"\b(?:(?:the (?:two )?|both )(?:sides|parties)(?! (?:in|of) )|the head of state)\b", re.I
)
_POINTING = re.compile(
    r"\b(?:(?:this|(?<!which of )(?<!which one of )these|such(?! as)) [a-z]+"
    r"|those (?!who\b|whose\b|of\b|with\b|that\b|in\b)[a-z]+)\b",
    re.IGNORECASE,
)
"""Those who vote and those of the minority say themselves who is meant; "which of these" points
to the options."""
_NAME = re.compile(r"\b[A-Z][\w.'’-]+")
_DOUBLED = re.compile(r"\b(?!(?:that|had|so|very)\b)([A-Za-z]+) \1\b", re.IGNORECASE)
_CUT = re.compile(r"\b(?:the|a|an|of|to|and|or|but|with|from|because|than)[\"']?[?.!]*$", re.I)
_HALF_JOINED = re.compile(
    r"\b(?:to (?:and (?!fro\b)|or |but )|(?:the|an|of|than) (?:and|or|but) )", re.I
)
_TANGLED = re.compile(
    r"\b(?:(?:by|with) from|by (?:with|of|against|in)|(?:with|against|from) over (?=the\b)"
    r"|according to (?:by|from|of|in)|(?:the|an?) (?:its|his|their|our|the|an?))\b(?![.'’])"
)
"""Two prepositions or two articles of which the second has lost its noun, or the first."""
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
_ASKS = re.compile(r"\b(?:who|whom|did)\b")
_MISPLACED = re.compile(r"\s[,;?!]|['\"], [a-z']|,\"[?.]|(?:^|\s)-\w|[,;:]\?|\?\.|\.\.(?!\.)")
_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"-?[\d.,]+")
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_SMALL = frozenset({"the", "a", "an", "mr", "mrs", "ms", "dr", "president", "of"})
_REPORTING = re.compile(
    r"\b(?:said|says|claimed|claims|argued|alleged|believes|according to|warned|denied)\b",
    re.IGNORECASE,
)


def several_answers(case: Case) -> Iterator[str]:
    """F3: another question of the deck has the same stem and another key."""
    for other in case.index.same_words(case.stem):
        if other.id != case.question.id and other.answer != case.question.answer:
            yield f"question {other.id!r} asks the same and has another key"
            return


def hanging(case: Case) -> Iterator[str]:
    """F4: a pronoun before any name, a day counted from today, a thing nobody introduced."""
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
    if isinstance(case.question.answer, OrderAnswer | PairsAnswer):
        return  # "these events" are the ones listed
    if found := _BARE.search(stem) or _SIDES.search(stem) or _POINTING.search(stem):
        yield f"{found[0]!r} is not introduced"


def _has_antecedent(pronoun: str, before: str) -> bool:
    """Whether the words before a pronoun name somebody or something it can stand for."""
    if pronoun == "US" or _NAME.search(re.sub(r"^\w+", "", before)):
        return True
    if re.search(r"\b(?:who|whom|someone|person)\b", before, re.IGNORECASE):
        return True
    if pronoun.lower() in {"they", "them", "their", "its"}:
        return bool(re.search(r"\b(?:which|the|a|an|\w+s)\b \w+|\b\w{3,}s\b", before, re.I))
    return False


def given_away(case: Case) -> Iterator[str]:
    """F5: the key stands in the stem, or it is the only option of its type."""
    key = case.key
    if key is None:
        return
    # A pattern is made only for a key whose letters are there; most are not.
    if isinstance(case.question.answer, TextAnswer) and len(key) > 2:
        if key.casefold() in case.stem.casefold() and re.search(
            rf"\b{re.escape(key)}\b", case.stem, re.IGNORECASE
        ):
            yield "the key stands in the stem"
    elif (
        isinstance(case.question.answer, NumberAnswer)
        and key in case.stem
        and re.search(rf"(?<![\d.,-]){re.escape(key)}(?![\d.,]*\d)", case.stem)
    ):
        yield "the key stands in the stem"
    if len(case.options) > 2:
        kinds = [_form(option) for option in case.options]
        if kinds[0] not in kinds[1:]:
            yield "the key is the only option of its form"


def also_right(case: Case) -> Iterator[str]:
    """F6: a distractor is another name of the key."""
    key = case.key
    if key is None or not isinstance(case.question.answer, TextAnswer):
        return
    mine = [_tokens(text) for text in (key, *case.question.accept)]
    for distractor in case.question.distractors:
        theirs = _tokens(distractor)
        if any(theirs and (theirs <= own or own <= theirs) for own in mine if own):
            yield f"{distractor!r} can be read as the key"


def without_claimant(case: Case) -> Iterator[str]:
    """F7: the evidence tells what somebody said, and the stem asks it as if it were so."""
    cited = re.sub(r"\s+", " ", case.cited)
    if case.question.kind == "role":
        return  # what office somebody holds is no claim of whoever mentions it
    if not cited or not _REPORTING.search(cited) or _REPORTING.search(case.stem):
        return
    key = case.key or ""
    names = set(_NAME.findall(cited.split(" said")[0])) if " said" in cited else set()
    if not names or any(name in key or name in case.stem for name in names):
        return
    if re.search(r"\b(?:who|whom|whose)\b", case.stem, re.IGNORECASE):
        return
    yield "the evidence is somebody's statement, and the stem does not say whose"


def broken(case: Case) -> Iterator[str]:
    """F8: doubled words, a cut-off end, quotation marks or brackets that do not pair."""
    stem = case.stem
    if found := _DOUBLED.search(stem):
        yield f"{found[0]!r} is doubled"
    if _CUT.search(stem):
        yield "the stem breaks off"
    if found := _HALF_JOINED.search(_QUOTED.sub('""', stem)):
        yield f"a phrase breaks off at {found[0].strip()!r}"
    if found := _TANGLED.search(_QUOTED.sub('""', stem)):
        yield f"{found[0]!r} cannot stand together"
    if has_stray_quotes(stem) or stem.count("(") != stem.count(")"):
        yield "quotation marks or brackets do not pair"
    if _MISPLACED.search(stem):
        yield "punctuation stands where none can"
    if stem[:1].islower():
        yield "the stem starts with a small letter"


def furniture(case: Case) -> Iterator[str]:
    """F9: the evidence looks like a menu, a row of tags or a link."""
    cited = case.cited
    if re.search(r"·.*·|\|.*\||^(?:Related|Tags?|Share|Read more|Advertisement)\b|©", cited):
        yield "the evidence is page furniture, not text"


def repeated(case: Case) -> Iterator[str]:
    """F10: an earlier question asks the same fact in the same way."""
    mine = stem_words(case.stem)
    for other in case.index.same_answer(case.question):
        if other.id == case.question.id:
            return
        theirs = stem_words(other.stem)
        if mine and theirs and len(mine & theirs) >= 0.85 * max(len(mine), len(theirs)):
            yield f"question {other.id!r} asks the same"
            return


def _tokens(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _SMALL


def _form(option: str) -> str:
    if _NUMBER.fullmatch(option):
        return "number"
    if _DATE.fullmatch(option):
        return "date"
    return "text"


FATAL = (
    Rule("F3", "several answers", "say more in the stem, so that one is left", several_answers),
    Rule("F4", "hanging words", "name the person, the thing or the date in full", hanging),
    Rule("F5", "answer given away", "reword the stem, or choose options of one form", given_away),
    Rule("F6", "distractor also right", "take another distractor", also_right, "distractors"),
    Rule("F7", "claim without claimant", "open the stem with 'According to ...'", without_claimant),
    Rule("F8", "broken English", "write the sentence out again", broken),
    Rule("F9", "page furniture", "cite the text of the article", furniture, "evidence"),
    Rule("F10", "asked twice", "drop one of the two, or ask something else", repeated),
)  # fmt: skip
