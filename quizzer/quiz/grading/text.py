"""Grading of terms and names against the key, other accepted answers and known wrong ones."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from quizzer.facts.numbers import parse_ordinal
from quizzer.quiz.grading.fold import compact, roman_value, roman_words, words_of
from quizzer.quiz.grading.known import NOTHING_KNOWN, Known
from quizzer.quiz.grading.lookalikes import other_names
from quizzer.quiz.grading.names import (
    begins_with_first_name,
    is_person_name,
    match_name,
    take_apart,
)
from quizzer.quiz.grading.typos import Closeness, closeness, has_digit, slips
from quizzer.quiz.model import Grade, Verdict, near, right, wrong


@dataclass(frozen=True, slots=True)
class Context:
    """What else bears on a verdict: the language, the wrong options, the deck's other answers."""

    language: str = "en"
    distractors: Sequence[str] = ()
    known: Known = NOTHING_KNOWN
    is_person: bool = False


_LEAD = re.compile(
    r"(?:(?:i|we) (?:think|guess|believe|suppose|say)(?: that)?\b ?)?"
    r"(?:(?:it|that|this|he|she|they|there)(?: is| was| are| were|['’]s|['’]re)\b ?"
    r"|(?:is|was|are|were) )?"
    r"(?:(?:in|on|at|by|from|to) )?",
    re.IGNORECASE,
)
_TWO_LETTERS = str.maketrans(
    {"å": "aa", "ä": "ae", "ö": "oe", "ø": "oe", "ü": "ue"}
    | {"Å": "Aa", "Ä": "Ae", "Ö": "Oe", "Ø": "Oe", "Ü": "Ue"}
)


def grade_text(written: str, keys: Sequence[str], context: Context) -> Grade:
    """Grades `written` against the closest of `keys`, the first of which is the key shown."""
    forms = tuple(dict.fromkeys(form for key in keys for form in _forms_of(key)))
    grade = _grade_bare(written, forms, context)
    bare = without_lead(written.strip())
    if grade.verdict is not Verdict.WRONG or bare == written.strip():
        return grade
    without = _grade_bare(bare, forms, context)
    return without if without.verdict is not Verdict.WRONG else grade


def without_lead(text: str) -> str:
    """`text` without what people say before an answer.

    >>> without_lead("I think it was in Canberra")
    'Canberra'
    """
    lead = _LEAD.match(text)
    return text[lead.end() :] if lead else text


def _forms_of(key: str) -> tuple[str, ...]:
    """The key, without what stands in brackets, with umlauts in two letters, by another name."""
    outside = re.sub(r"\s*\([^()]*\)", "", key).strip() or key
    return key, outside, outside.translate(_TWO_LETTERS), *other_names(outside)


def _grade_bare(written: str, keys: Sequence[str], context: Context) -> Grade:
    words = words_of(written, context.language)
    if not words:
        return wrong("nothing was answered")
    squeezed = compact(words)
    key_forms = {compact(words_of(key, context.language)) for key in keys}
    if squeezed in key_forms and not _differs_by_digits(words, keys, context):
        return right()
    others = {compact(words_of(text, context.language)): text for text in context.distractors}
    if squeezed in others:
        return wrong(f"'{others[squeezed]}' is another answer")
    grades = [_against(written, words, key, context) for key in keys]
    best = max(grades, key=_worth)
    if best.verdict is not Verdict.WRONG and squeezed in context.known.answers - key_forms:
        return wrong("that is the answer to another question")
    return best


def _worth(grade: Grade) -> tuple[float, bool]:
    return grade.score, grade.verdict is Verdict.NEAR


def _differs_by_digits(words: tuple[str, ...], keys: Sequence[str], context: Context) -> bool:
    """Whether squeezing made digits meet that stood apart: Apollo 1 1 is not Apollo 11."""
    if not has_digit("".join(words)):
        return False
    numbers = [re.findall(r"\d+", " ".join(words_of(key, context.language))) for key in keys]
    return re.findall(r"\d+", " ".join(words)) not in numbers


def _against(written: str, words: tuple[str, ...], key: str, context: Context) -> Grade:
    wanted = words_of(key, context.language)
    if not wanted:
        return wrong()
    if (context.is_person or begins_with_first_name(key)) and is_person_name(key):
        return _grade_name(written, key, context)
    close, typo = _compare(words, wanted, roman_words(key))
    if close is Closeness.FAR:
        return wrong()
    if close is Closeness.SAME:
        return right("accepted: the same number in another form")
    rival = _rival(words, wanted, context)
    if rival is not None:
        return rival
    if close is Closeness.NEAR:
        return near(f"close to '{key}'")
    return right(f"accepted: typo in '{_as_written(key, typo)}'")


def _compare(
    words: tuple[str, ...], wanted: tuple[str, ...], romans: frozenset[str]
) -> tuple[Closeness, str]:
    """The least close pair of words, and the word of the key in which a typo lies."""
    if len(words) != len(wanted):
        one, other = compact(words), compact(wanted)
        same = one == other and not has_digit(one)
        return (Closeness.SAME if same else Closeness.FAR), ""
    close, typo = Closeness.SAME, ""
    for mine, theirs in zip(words, wanted, strict=True):
        if theirs in romans:
            this = Closeness.SAME if _numeral(mine) == roman_value(theirs) else Closeness.FAR
        elif _is_same_numeral(mine, theirs):
            this = Closeness.SAME
        else:
            this = closeness(mine, theirs)
        if this is not Closeness.SAME:
            typo = theirs
        close = min(close, this)
    return close, typo


def _is_same_numeral(mine: str, theirs: str) -> bool:
    if theirs.isdecimal() and roman_value(mine) == int(theirs):
        return True
    place = parse_ordinal(theirs)
    return place is not None and place == parse_ordinal(mine)


def _numeral(word: str) -> int | None:
    if word.isdecimal():
        return int(word)
    return roman_value(word) or parse_ordinal(word)


def _rival(words: tuple[str, ...], wanted: tuple[str, ...], context: Context) -> Grade | None:
    """A wrong option that the response is nearer to, or just as near."""
    mine = " ".join(words)
    distance = slips(mine, " ".join(wanted))
    for text in context.distractors:
        other = slips(mine, " ".join(words_of(text, context.language)))
        if other < distance:
            return wrong(f"closer to '{text}'")
        if other == distance:
            return near(f"as close to '{text}'")
    return None


def _grade_name(written: str, key: str, context: Context) -> Grade:
    if context.language.startswith("fr"):
        written = re.sub(r"^\s*[Mm]\.?\s+(?=\w)", "monsieur ", written)
    meant = take_apart(key)
    mine = take_apart(written, is_regnal=meant is not None and meant.number is not None)
    if mine is None or meant is None:
        return wrong()
    if mine == meant:
        return right()
    match = match_name(mine, meant)
    if match.closeness is Closeness.FAR:
        return wrong()
    for text in context.distractors:
        other = take_apart(text)
        if other is None:
            continue
        theirs = match_name(mine, other)
        if theirs.closeness > match.closeness:
            return wrong(f"closer to '{text}'")
        if theirs.closeness is match.closeness:
            return near(f"could also be '{text}'")
    if match.closeness is Closeness.NEAR:
        return near(f"close to '{key}'")
    if match.is_surname_alone and _is_shared(meant.surname, key, context):
        return near("others here share that surname")
    if match.closeness is Closeness.TYPO:
        return right(f"accepted: typo in '{_as_written(key, match.typo or '')}'")
    if match.is_surname_alone:
        return right("accepted: the surname says enough")
    return right("accepted: a shorter form of the name" if match.is_short else "right")


def _is_shared(surname: tuple[str, ...], key: str, context: Context) -> bool:
    own = compact(words_of(key, context.language)) in context.known.answers
    return bool(surname) and context.known.last_words[surname[-1]] > own


def _as_written(key: str, word: str) -> str:
    """The word of the key that folds to `word`, as the key writes it."""
    written = re.findall(r"[^\s,;]+", key)
    return next((one for one in written if word in words_of(one)), key).strip('.,;:!?"“”')
