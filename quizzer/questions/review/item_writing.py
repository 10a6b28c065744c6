"""The nineteen item-writing flaws, a rule each.

Source: Tarrant, Knierim, Hayes & Ware (2006), with rules in the spirit of Moore, Nguyen, Chen
& Stamper, "Assessing the Quality of Multiple-Choice Questions" (EC-TEL 2023). Thresholds err
on the side of silence: a warning that is wrong teaches people to ignore warnings.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from quizzer.deck.model import BLANK, DateAnswer, OrderAnswer, PairsAnswer, TextAnswer, TruthAnswer
from quizzer.questions.review.rules import Case, Rule

_ABSOLUTE = re.compile(r"\b(?:always|never|all|none|only|every|completely|impossible)\b", re.I)
_VAGUE = re.compile(
    r"\b(?:often|sometimes|usually|frequently|generally|mostly|rarely|various|several|many"
    r"|a lot of|probably)\b",
    re.I,
)
_ASKING = re.compile(
    r"\b(?:who|whom|whose|what|which|when|where|why|how|name|put|match|order|list|true|false"
    r"|complete|choose|give|is|are|was|were|did|does|do|has|have|had|can|will)\b",
    re.I,
)
_OPEN = re.compile(r"\band/or\b|\betc\b|\bthings?\b.*\?")
_NONE_OF = re.compile(r"\bnone of (?:the|these)", re.I)
_ALL_OF = re.compile(r"\ball of (?:the|these)", re.I)
_ASKS_YEAR = re.compile(r"\b(?:in what|in which|which) year\b", re.I)
_ASKS_NUMBER = re.compile(r"how many\b", re.I)
_OF_OTHERS = re.compile(r"\bboth [A-D] and [A-D]\b|^(?:[A-D1-4],? )+and [A-D1-4]\b")
_LAST_ARTICLE = re.compile(rf"\b(an?)\s*(?:{BLANK}|:)?\s*[.?]?$")
_ARTICLE_OF_GAP = re.compile(rf"\b(an?) {BLANK}")
_NO_LETTER = re.compile(r"\W")
_QUOTED = re.compile(r'"[^"]*"')
_NEGATED = re.compile(r"\b(?:NOT|EXCEPT)\b")
_NEGATION = re.compile(r"\b(?:not|except|never)\b", re.I)
_ASKS_NEGATED = re.compile(r"\b(?:which|who|what|when|where)\b[^,]*\b(?:not|except|never)\b", re.I)
_WORD = re.compile(r"[a-z0-9]+")
_SMALL = frozenset(
    "the a an of in on at to for from by with and or as is was were are be been did do does had"
    " has have that this who whom which what when where how many much according article".split()
)


def ambiguous(case: Case) -> Iterator[str]:
    """Two questions in one, or a choice of words left open."""
    if case.stem.count("?") > 1:
        yield "the stem asks more than one question"
    if _OPEN.search(case.stem):
        yield "the stem leaves open what is meant"


def implausible(case: Case) -> Iterator[str]:
    """Numbers of another order of size, or an option that is a joke or empty of content."""
    numbers = [_number(option) for option in case.options]
    if case.options and all(number is not None for number in numbers):
        values = [number for number in numbers if number is not None]
        key = abs(values[0])
        for value in values[1:]:
            if key and (abs(value) > 10 * key or abs(value) * 10 < key):
                yield f"{value:f} is far from the key's order of size"


def none_of_the_above(case: Case) -> Iterator[str]:
    """An option says that no option is right."""
    if any(_NONE_OF.search(option) for option in case.options):
        yield "an option reads 'none of the above'"


def longest_is_right(case: Case) -> Iterator[str]:
    """The key is much longer than every distractor."""
    if len(case.options) > 2 and isinstance(case.question.answer, TextAnswer):
        others = max(len(option) for option in case.options[1:])
        if len(case.options[0]) > 1.6 * others and len(case.options[0]) > others + 12:
            yield "the key is by far the longest option"


def gratuitous(case: Case) -> Iterator[str]:
    """Over 35 words, or sentences before the question."""
    if len(case.stem.split()) > 35:
        yield "the stem has over 35 words"


def true_or_false(case: Case) -> Iterator[str]:
    """Options that only say yes and no."""
    options = {option.lower().strip(".") for option in case.options}
    if options and options <= {"true", "false", "yes", "no"}:
        yield "the options are only true and false"


def convergence(case: Case) -> Iterator[str]:
    """The key shares more words with the other options than any of them does."""
    if len(case.options) < 4 or not isinstance(case.question.answer, TextAnswer):
        return
    words = [_content(option) for option in case.options]
    if any(len(own) < 2 for own in words):
        return
    counts = Counter(word for own in words for word in own)
    shared = [sum(counts[word] - 1 for word in own) for own in words]
    if (
        all(counts[word] > 1 for word in words[0])
        and shared[0] > max(shared[1:])
        and (all(own - words[0] for own in words[1:]))
    ):
        yield "the key has most in common with the other options"


def logical_cue(case: Case) -> Iterator[str]:
    """The stem asks for a type (a city, a year) that only the key has."""
    if len(case.options) < 3:
        return
    if _ASKS_YEAR.search(case.stem):
        years = [bool(re.fullmatch(r"\d{4}", option)) for option in case.options]
        if years[0] and not any(years[1:]):
            yield "only the key is a year"
    if _ASKS_NUMBER.match(case.stem):
        numbers = [_number(option) is not None for option in case.options]
        if numbers[0] and not all(numbers[1:]):
            yield "not every option is a number"


def all_of_the_above(case: Case) -> Iterator[str]:
    """An option says that every option is right."""
    if any(_ALL_OF.search(option) for option in case.options):
        yield "an option reads 'all of the above'"


def fill_in(case: Case) -> Iterator[str]:
    """A gap at the front or several gaps, where a question could be asked."""
    if case.stem.count(BLANK) > 1:
        yield "the stem has more than one gap"
    elif case.stem.startswith(BLANK):
        yield "the gap opens the stem; ask who or what instead"


def absolute_terms(case: Case) -> Iterator[str]:
    """Some options, not all, say always, never, all or only."""
    if not isinstance(case.question.answer, TextAnswer):
        return
    marked = [bool(_ABSOLUTE.search(option)) for option in case.options]
    if any(marked) and not all(marked):
        yield "an option uses an absolute term"


def word_repeats(case: Case) -> Iterator[str]:
    """A telling word of the stem stands in the key and in no distractor."""
    if len(case.options) < 3 or not isinstance(case.question.answer, TextAnswer):
        return
    stem = _content(case.stem)
    others = frozenset(word for option in case.options[1:] for word in _content(option))
    repeats = sorted(w for w in (_content(case.options[0]) & stem) - others if len(w) > 3)
    if repeats:
        yield f"{repeats[0]!r} stands in the stem and, of all options, in the key alone"


def unfocused(case: Case) -> Iterator[str]:
    """No question, no gap and no task in the stem."""
    match case.question.answer:
        case TruthAnswer() | OrderAnswer() | PairsAnswer():
            return
        case _:
            pass
    words = case.stem.split()
    if len(words) < 4 and not case.question.is_cloze:
        yield "the stem is too short to ask one thing"
    elif (
        not case.stem.endswith("?")
        and not case.question.is_cloze
        and (not _ASKING.search(case.stem))
    ):
        yield "the stem asks nothing"


def complex_options(case: Case) -> Iterator[str]:
    """Options made of other options: both A and B, 1 and 3 only."""
    for option in case.options:
        if _OF_OTHERS.search(option):
            yield f"{option!r} is put together from other options"


def grammatical_cue(case: Case) -> Iterator[str]:
    """The stem ends in `a` or `an`, and only some options fit it."""
    found = _LAST_ARTICLE.search(case.stem) or _ARTICLE_OF_GAP.search(case.stem)
    if not found or not case.options:
        return
    vowel = [option[:1].lower() in "aeiou" for option in case.options]
    fits = [own == (found[1] == "an") for own in vowel]
    if fits[0] and not all(fits[1:]):
        yield f"only some options fit after {found[1]!r}"


def lost_sequence(case: Case) -> Iterator[str]:
    """Distractors that are numbers or dates, not in their order."""
    distractors = case.question.distractors
    if isinstance(case.question.answer, DateAnswer):
        if list(distractors) != sorted(distractors):
            yield "the dates are not in order"
        return
    numbers = [_number(option) for option in distractors]
    values = [number for number in numbers if number is not None]
    if len(values) == len(distractors) > 1 and values != sorted(values):
        yield "the numbers are not in order"


def vague_terms(case: Case) -> Iterator[str]:
    """Some options, not all, are blurred by often, usually or many."""
    if not isinstance(case.question.answer, TextAnswer):
        return
    marked = [bool(_VAGUE.search(option)) for option in case.options]
    if any(marked) and not all(marked):
        yield "an option uses a vague term"


def several_right(case: Case) -> Iterator[str]:
    """A distractor is among the accepted answers, or two options say the same."""
    seen = {_NO_LETTER.sub("", text).lower() for text in (*case.options[:1], *case.question.accept)}
    for option in case.question.distractors:
        plain = _NO_LETTER.sub("", option).lower()
        if plain in seen:
            yield f"{option!r} says the same as another right or offered answer"
        seen.add(plain)


def negative(case: Case) -> Iterator[str]:
    """The stem asks for what is not so."""
    stem = _QUOTED.sub("", case.stem)
    asked = stem.split(" that ", 1)[0]
    if _NEGATED.search(stem) or (_NEGATION.search(asked) and _ASKS_NEGATED.search(asked)):
        yield "the stem is negative"


def _number(text: str) -> Decimal | None:
    try:
        return Decimal(text.replace(",", ""))
    except InvalidOperation:
        return None


def _content(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.lower())) - _SMALL


ITEM_WRITING = (
    Rule("I01", "ambiguous or unclear information", "ask one thing in clear words", ambiguous),
    Rule("I02", "implausible distractors", "take options near the key", implausible, "distractors"),
    Rule("I03", "none of the above", "offer a real alternative", none_of_the_above, "distractors"),
    Rule("I04", "longest option is right", "make the options equally long", longest_is_right),
    Rule("I05", "gratuitous information in the stem", "cut what is not needed", gratuitous),
    Rule("I06", "true-or-false where a choice is meant", "write `answer: true` or real options",
         true_or_false, "distractors"),
    Rule("I07", "convergence cues", "vary the options evenly", convergence, "distractors"),
    Rule("I08", "logical cues", "give every option the type that the stem asks for", logical_cue),
    Rule("I09", "all of the above", "write `answer: {all: [...]}` instead", all_of_the_above,
         "distractors"),
    Rule("I10", "fill-in-the-blank that could be asked", "turn it into a question", fill_in),
    Rule("I11", "absolute terms", "soften it or sharpen all", absolute_terms, "distractors"),
    Rule("I12", "word repeats between stem and key", "use another word in the stem", word_repeats),
    Rule("I13", "unfocused stem", "make the stem a whole question", unfocused),
    Rule("I14", "complex (K-type) options", "ask for the parts", complex_options, "distractors"),
    Rule("I15", "grammatical cues", "move the article into the options", grammatical_cue),
    Rule("I16", "lost sequence", "put numbers and dates in order", lost_sequence, "distractors"),
    Rule("I17", "vague terms", "say how many or how often", vague_terms, "distractors"),
    Rule("I18", "more than one right answer", "drop the double", several_right, "distractors"),
    Rule("I19", "negative wording", "ask for what is so", negative),
)  # fmt: skip
"""The rules in the order in which the literature lists them."""
