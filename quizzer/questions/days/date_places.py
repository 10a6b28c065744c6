"""Where a date may stand in a stem: with which preposition, before or behind which noun."""

from typing import TYPE_CHECKING

from quizzer.facts.model import DateFact
from quizzer.facts.word_classes import first_class
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.days.calendar_words import PARTS_OF_DAY, exact_date, is_weekday

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

PREPOSITIONS = frozenset("on in at during".split())
_INSIDE = frozenset({"compound", "nmod", "amod", "nummod"})
_ADVERBIAL = frozenset({"npadvmod", "advmod", "nmod", "tmod", "dobj"})
_TAKING_TIME = frozenset("spend waste pass mark celebrate".split())
_ARRANGING = frozenset("schedule plan set call announce arrange book".split())


def place(
    fact: DateFact,
    inside: list["Token"],
    by_index: dict[int, "Token"],
    words: tuple[str, str],
    found: Grounded,
) -> None:
    """Puts the date's words where `inside`, its tokens, stood, and mends what is around them.

    `by_index` holds the tokens that the stem keeps, `words` a preposition and the date.
    """
    first = inside[0]
    alone = _standing_alone(first, by_index.get(first.i - 1), words)
    if alone is not None:
        found.swaps[first.i] = alone
    else:
        _place_among(fact, inside, by_index, words, found)


def _place_among(
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
        _put_in_noun_phrase(fact, inside, by_index, text, found)
        return
    if possessive:
        # "in last August's speech" becomes "in the August 2016 speech"; whether Monday's debate
        # was before or after the article, its words do not say.
        found.swaps.update({token.i: "" for token in possessive})
        if is_weekday(fact.text):
            found.weekday_of.append((possessive[-1].head.head, (*inside, *possessive)))
            return
        if date is None:
            found.blame(first, f"F8 possessive date: {fact.text}")
        found.swaps[first.i] = f"the {text}"
        if before is not None and before.lower_ == "on":
            found.swaps[before.i] = "in"
        return
    if before is not None and before.lower_ in PREPOSITIONS and last.dep_ not in _INSIDE:
        is_capital = before.text[0].isupper()
        found.swaps[before.i] = preposition.capitalize() if is_capital else preposition
        found.swaps[first.i] = text
        if after is not None and after.lower_ in PARTS_OF_DAY:
            found.swaps[after.i] = ""
        return
    is_of_evening = after is not None and after.lower_ in PARTS_OF_DAY
    if after is not None and is_of_evening and date is not None and not _is_inside(after):
        found.swaps[first.i] = f"on the {after.lower_} of {date.in_words}"
        found.swaps[after.i] = ""
        return
    if after is not None and _is_inside(last) and last.head not in inside:
        if date is None:
            found.blame(first, f"F8 date inside a name: {fact.text}")
        _put_in_noun_phrase(fact, inside, by_index, text, found)
        return
    if before is not None and before.dep_ == "prep":
        found.swaps[first.i] = text
        return
    if before is not None and before.lower_ in {"last", "this", "next", "past"}:
        found.swaps[before.i] = ""
    is_day = date is not None and date.day is not None
    if before is not None and is_day and _hangs_on(before, first, last):
        # "The attacks Aug. 7 at the embassies", "scheduled a hearing Friday".
        is_to_come = before.head.lemma_ in _ARRANGING and before.dep_ in {"dobj", "nsubjpass"}
        found.swaps[first.i] = f"{'for' if is_to_come else 'of'} {text}"
        return
    if before is not None and before.dep_ == "det":
        found.swaps[before.i] = ""
    outside = first.nbor(-1) if before is None and first.i > 0 else None
    needs_preposition = first.dep_ in _ADVERBIAL or last.dep_ in _ADVERBIAL or before is not None
    if outside is not None and outside.lower_ in PREPOSITIONS:
        needs_preposition = False
    if first.dep_ in {"nsubj", "nsubjpass", "pobj", "conj", "attr"} and before is None:
        needs_preposition = False
    if first.dep_ in {"conj", "appos"} or last.dep_ in {"conj", "appos", "nsubj", "pobj"}:
        # "Norway Friday joined", "reporters in Oslo Monday": taken for one more name
        needs_preposition = before is not None and before.pos_ in {"NOUN", "PROPN"}
    # The words for the time may hold the preposition that is to go: "in the spring of 1921".
    needs_preposition = needs_preposition or first.dep_ == "prep"
    found.swaps[first.i] = f"{preposition} {text}" if needs_preposition else text


def _standing_alone(first: "Token", before: "Token | None", words: tuple[str, str]) -> str | None:
    """The words for an expression that has its preposition within, as "In the spring of last
    year" and "over the weekend", or needs none, as in "spent last week in Oslo"."""
    preposition, text = words
    if first.pos_ == "ADP":
        own = preposition if first.lower_ in PREPOSITIONS else first.lower_
        return f"{own.capitalize() if first.text[0].isupper() else own} {text}"
    if before is not None and before.lemma_ in _TAKING_TIME and first.dep_ != "pobj":
        return text
    return None


def _is_inside(token: "Token") -> bool:
    """Whether the token stands before the noun that it belongs to."""
    return token.dep_ in _INSIDE and token.head.i > token.i


def _hangs_on(noun: "Token", first: "Token", last: "Token") -> bool:
    """Whether the day is that of the noun before it; somebody who does something has none."""
    return (
        noun.pos_ == "NOUN"
        and noun.ent_type_ != "TIME"  # "at 8 a.m. Monday"
        and noun in {first.head, last.head}
        and first_class("noun", noun.lemma_) != "person"
    )


def _put_in_noun_phrase(
    fact: DateFact,
    inside: list["Token"],
    by_index: dict[int, "Token"],
    text: str,
    found: Grounded,
) -> None:
    """Leaves the year in "the landmark 2012 visit" where it is; "the Friday explosions" become
    "the explosions of 7 August 1998", "a Sunday night service" one on the night of a day."""
    date = exact_date(fact.value)
    first, last = inside[0], inside[-1]
    before, part = by_index.get(first.i - 1), by_index.get(last.i + 1)
    noun = next((t for t in inside if t.head not in inside), last)
    while _is_inside(noun):
        noun = noun.head
    if part is None or part.lower_ not in PARTS_OF_DAY or part == noun:
        part = None
    if date is None or date.day is None or noun in inside:
        if " of " in text or text.startswith(("on ", "the ")):
            found.blame(first, f"F8 date inside a phrase: {fact.text}")
        found.swaps[first.i] = text
        return
    if noun.pos_ != "NOUN" or noun.i not in by_index or noun.i in found.swaps:
        found.blame(first, f"F8 date inside a name: {fact.text}")
        return
    if part is not None:
        found.swaps[part.i] = ""
        text = f"on the {part.lower_} of {text}"
    else:
        of_follows = noun.i + 1 in by_index and by_index[noun.i + 1].lower_ == "of"
        text = f"on {text}" if of_follows or text.startswith("the ") else f"of {text}"
    found.swaps[noun.i] = f"{noun.text} {text}"
    behind = (part or last).nbor(1)
    if before is not None and before.lower_ in {"a", "an"}:
        found.swaps[before.i] = "an" if behind.text[0].lower() in "aeiou" else "a"


def _is_sandwiched(before: "Token | None", after: "Token | None") -> bool:
    """Whether the date stands between an article or adjective and their noun."""
    if before is None or after is None or after.pos_ not in {"NOUN", "ADJ", "PROPN"}:
        return False
    if after.lower_ in PARTS_OF_DAY:
        after = after.nbor(1) if after.i + 1 < len(after.doc) else after
        if after.pos_ not in {"NOUN", "ADJ", "PROPN"}:
            return False
    return before.tag_ in {"DT", "JJ", "POS", "PRP$"} and before.head.i >= after.i


def _possessive(token: "Token | None") -> list["Token"]:
    """The tokens of `'s` or `night's` from `token` on; empty where there is no such ending."""
    found: list[Token] = []
    if token is not None and token.lower_ in PARTS_OF_DAY and token.i + 1 < len(token.doc):
        found.append(token)
        token = token.nbor(1)
    return [*found, token] if token is not None and token.tag_ == "POS" else []
