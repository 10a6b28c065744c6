"""The fatal flaws that a program can see in a question, hand-written or made: F3 to F10.

F4, the one with the most words to know, has a file of its own: `hanging.py`.
"""

import re
from collections.abc import Iterator

from quizzer.deck.model import NumberAnswer, TextAnswer
from quizzer.questions.grammar.wording import has_stray_quotes
from quizzer.questions.review.hanging import hanging
from quizzer.questions.review.rules import Case, Rule, stem_words

_NAME = re.compile(r"\b[A-Z][\w.'’-]+")
_DOUBLED = re.compile(
    r"\b(?:(?!(?:that|had|so|very)\b)([A-Za-z]+) \1|((?:(?!and\b)[a-z]+ ){2})\2\w+)\b", re.I
)
"""One word twice, or two: "in the in the middle"."""
_CUT = re.compile(r"\b(?:the|a|an|of|to|and|or|but|with|from|because|than)[\"']?[?.!]*$", re.I)
_HALF_JOINED = re.compile(
    r"\b(?:to (?:and (?!fro\b)|or |but )|(?:the|an|of|than) (?:and|or|but) )", re.I
)
_TANGLED = re.compile(
    r"\b(?:(?:by|with) from|by (?:with|of|against|in)|(?:with|against|from) over (?=the\b)"
    r"|according to (?:by|from|of|in)|(?:doing|done) do"
    r"|(?:the|an?) (?:its|his|their|our|the|an?))\b(?![.'’])"
)
"""Two prepositions or two articles of which the second has lost its noun, or the first; two forms
of "do"."""
_QUOTED = re.compile(r'"[^"]*"|“[^”]*”')
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
