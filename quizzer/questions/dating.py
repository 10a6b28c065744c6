"""Dates inside a stem: `on Monday` becomes `on 26 September 2016`, `last month` a month.

Each way a date can stand in a phrase has its own case; where none fits, the stem is refused.
"""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.deck.dates import MONTHS
from quizzer.facts.model import DateFact
from quizzer.questions.calendar_words import date_in_words, exact_date
from quizzer.questions.grounded import Grounded
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_PREPOSITIONS = frozenset("on in at during".split())
_PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
_INSIDE = frozenset({"compound", "nmod", "amod", "nummod"})
_ADVERBIAL = frozenset({"npadvmod", "advmod", "nmod", "tmod", "dobj"})
_LEAST_CONFIDENCE = 0.6


def put_dates(
    reading: Reading,
    sentence: Sentence,
    tokens: Sequence["Token"],
    quoted: set[int],
    found: Grounded,
) -> None:
    """Puts absolute dates into `found` for all time expressions among `tokens`."""
    by_index = {token.i: token for token in tokens}
    for fact in reading.dates_in(sentence.span):
        inside = [t for t in sentence.tokens_in(fact.span) if t.i in by_index]
        if not inside or inside[0].i in quoted or _is_duration(fact.value):
            continue
        if fact.text.strip() == "9/11" or fact.text.endswith("-century"):
            continue  # a name, or a kind of thing, more than a date
        words = date_in_words(fact.value)
        if (
            words is None
            or _is_doubtful(fact)
            or fact.confidence < _LEAST_CONFIDENCE
            or _may_be_gone(fact, reading)
        ):
            _leave_out(fact, inside, found)
            continue
        if _is_weekday(fact.text) and not any(t.tag_ in {"VBD", "VBN"} for t in tokens):
            found.blame(inside[0], f"F4 time: {fact.text}")
        found.swaps.update({t.i: "" for t in inside})
        _place(fact, inside, by_index, words, found)
        if not _is_of_weekday(inside[0], found) and not _is_in_an_aside(inside[0]):
            found.has_date = True


def _is_weekday(text: str) -> bool:
    return text.split(maxsplit=1)[0].lower().endswith("day") and not any(c.isdigit() for c in text)


def _is_of_weekday(token: "Token", found: Grounded) -> bool:
    """Whether the date was a weekday that owns something, and left no date behind."""
    return any(token in weekday for _, weekday in found.weekday_of)


_BARE_MONTH = re.compile(rf"(?:in )?(?:{'|'.join(MONTHS)})", re.IGNORECASE)


def _may_be_gone(fact: DateFact, reading: Reading) -> bool:
    """Whether a bare month is taken for one to come, which words like "forecast in July" are not
    enough to tell."""
    date, published = exact_date(fact.value), reading.article.published
    return (
        date is not None
        and published is not None
        and bool(_BARE_MONTH.fullmatch(fact.text.strip()))
        and date.first_day > published.first_day
    )


def _is_doubtful(fact: DateFact) -> bool:
    """Whether it is open which weekend or which summer is meant: "this weekend" in a paper of
    Monday is gone, in one of Friday to come; "last summer" may be that of the year before."""
    if fact.value.endswith("-WE"):
        return not _GONE.search(fact.text)
    return fact.value[4:] in {"-SP", "-SU", "-FA", "-WI"} and fact.value[:4] not in fact.text


_GONE = re.compile(r"\b(?:last|past)\b", re.IGNORECASE)
_NOT_LONG_AGO = re.compile(r"in recent (?:days|weeks|months|years)|at the moment", re.IGNORECASE)


def _is_in_an_aside(token: "Token") -> bool:
    """Whether the date stands in a relative clause, so that it does not tell when all that is."""
    return any(above.dep_ in {"relcl", "acl"} for above in token.ancestors) or (
        any(above.ent_type_ == "LAW" for above in token.ancestors)
    )


def _is_duration(value: str) -> bool:
    return value.startswith("P") and (value[1:2].isdigit() or value[1:2] == "T")


def _is_of_verb(token: "Token") -> bool:
    return token.dep_ != "prep" or token.head.pos_ in {"VERB", "AUX"}


def _leave_out(fact: DateFact, inside: list["Token"], found: Grounded) -> None:
    """Drops `now` and `recently`; any other time without a value makes the stem hang."""
    within = {token.i for token in inside}
    tops = [token for token in inside if token.head.i not in within]
    refers = fact.value in {"PRESENT_REF", "PAST_REF", "FUTURE_REF"}
    joined = inside[-1].i + 1 < len(inside[-1].doc) and inside[-1].nbor(1).text == "-"
    is_loose = bool(_NOT_LONG_AGO.fullmatch(fact.text.strip()))
    loose = {"advmod", "npadvmod", "prep"} if is_loose else {"advmod", "npadvmod"}
    if refers and not joined and all(t.dep_ in loose and _is_of_verb(t) for t in tops):
        found.swaps.update({t.i: "" for t in inside})
        after = inside[-1].nbor(1) if inside[-1].i + 1 < len(inside[-1].doc) else None
        if is_loose and inside[0].is_sent_start and after is not None and after.text == ",":
            found.swaps[after.i] = ""
        return
    found.blame(inside[0], f"F4 time: {fact.text}")
    found.swaps.update({t.i: t.text for t in inside})


def _place(
    fact: DateFact,
    inside: list["Token"],
    by_index: dict[int, "Token"],
    words: tuple[str, str],
    found: Grounded,
) -> None:
    preposition, text = words
    date = exact_date(fact.value)
    first, last = inside[0], inside[-1]
    before, after = by_index.get(first.i - 1), by_index.get(last.i + 1)
    possessive = _possessive(after)
    if _is_sandwiched(before, after) and not possessive:
        if " of " in text or text.startswith(("on ", "the ")):
            found.blame(first, f"F8 date inside a phrase: {fact.text}")
        found.swaps[first.i] = text  # "the landmark 2012 visit"
        return
    if possessive:
        # "in last August's speech" becomes "in the August 2016 speech"; whether Monday's debate
        # was before or after the article, its words do not say.
        found.swaps.update({token.i: "" for token in possessive})
        if _is_weekday(fact.text):
            found.weekday_of.append((possessive[-1].head.head, (*inside, *possessive)))
            return
        if date is None:
            found.blame(first, f"F8 possessive date: {fact.text}")
        found.swaps[first.i] = f"the {text}"
        if before is not None and before.lower_ == "on":
            found.swaps[before.i] = "in"
        return
    if before is not None and before.lower_ in _PREPOSITIONS and last.dep_ not in _INSIDE:
        is_capital = before.text[0].isupper()
        found.swaps[before.i] = preposition.capitalize() if is_capital else preposition
        found.swaps[first.i] = text
        if after is not None and after.lower_ in _PARTS_OF_DAY:
            found.swaps[after.i] = ""
        return
    if after is not None and after.lower_ in _PARTS_OF_DAY and date is not None:
        found.swaps[first.i] = f"on the {after.lower_} of {date.in_words}"
        found.swaps[after.i] = ""
        return
    if after is not None and last.dep_ in _INSIDE and last.head.i > last.i:
        if date is None:
            found.blame(first, f"F8 date inside a name: {fact.text}")
        found.swaps[first.i] = text
        return
    if before is not None and before.dep_ == "prep":
        found.swaps[first.i] = text
        return
    if before is not None and before.lower_ in {"last", "this", "next", "past"}:
        found.swaps[before.i] = ""
    is_day = date is not None and date.day is not None
    if before is not None and is_day and before.pos_ == "NOUN" and _hangs_on(before, first, last):
        found.swaps[first.i] = f"of {text}"  # "the attacks Aug. 7 at the embassies"
        return
    if before is not None and before.dep_ == "det":
        found.swaps[before.i] = ""
    outside = first.nbor(-1) if before is None and first.i > 0 else None
    needs_preposition = first.dep_ in _ADVERBIAL or last.dep_ in _ADVERBIAL or before is not None
    if outside is not None and outside.lower_ in _PREPOSITIONS:
        needs_preposition = False
    if first.dep_ in {"nsubj", "nsubjpass", "pobj", "conj", "attr"} and before is None:
        needs_preposition = False
    if first.dep_ in {"conj", "appos"} or last.dep_ in {"conj", "appos", "nsubj", "pobj"}:
        needs_preposition = False
    needs_preposition = needs_preposition or _is_before_the_verb(before, after)
    found.swaps[first.i] = f"{preposition} {text}" if needs_preposition else text


def _is_before_the_verb(before: "Token | None", after: "Token | None") -> bool:
    """Whether the date stands between a subject and its verb, as in "Norway Friday joined"."""
    if before is None or after is None or before.pos_ not in {"NOUN", "PROPN"}:
        return False
    place = after
    while place.pos_ == "ADV" and place.i + 1 < len(place.doc):
        place = place.nbor(1)
    return place.pos_ in {"VERB", "AUX"} and place.tag_ in {"VBD", "VBZ", "VBP", "MD"}


def _hangs_on(noun: "Token", first: "Token", last: "Token") -> bool:
    return noun in {first.head, last.head}


def _is_sandwiched(before: "Token | None", after: "Token | None") -> bool:
    """Whether the date stands between an article or adjective and their noun."""
    if before is None or after is None or after.pos_ not in {"NOUN", "ADJ", "PROPN"}:
        return False
    if after.lower_ in _PARTS_OF_DAY:
        after = after.nbor(1) if after.i + 1 < len(after.doc) else after
        if after.pos_ not in {"NOUN", "ADJ", "PROPN"}:
            return False
    return before.tag_ in {"DT", "JJ", "POS", "PRP$"} and before.head.i >= after.i


def _possessive(token: "Token | None") -> list["Token"]:
    """The tokens of `'s` or `night's` from `token` on; empty where there is no such ending."""
    found: list[Token] = []
    if token is not None and token.lower_ in _PARTS_OF_DAY and token.i + 1 < len(token.doc):
        found.append(token)
        token = token.nbor(1)
    return [*found, token] if token is not None and token.tag_ == "POS" else []
