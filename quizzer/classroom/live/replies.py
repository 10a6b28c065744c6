"""What a client or a host sends becomes a response to a question, or is refused."""

import re

from quizzer.classroom.live.model import Put
from quizzer.classroom.live.step import Refusal
from quizzer.deck.model import AllAnswer, OrderAnswer, PairsAnswer
from quizzer.quiz.model import Chosen, Mode, Response, Typed

LONGEST_TYPED = 500
"""Characters of a typed answer."""

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def chosen(put: Put, places: list[int]) -> Response | Refusal:
    """Options by their places, as many as the kind of question wants."""
    if put.mode is not Mode.CHOICE:
        return Refusal.FORM
    if not all(0 <= place < len(put.options) for place in places):
        return Refusal.OPTION
    is_distinct = len(set(places)) == len(places)
    match put.question.answer:
        case AllAnswer():
            fits = is_distinct and bool(places)
            # Which was ticked first makes no difference.
            places = sorted(places)
        case OrderAnswer():
            fits = is_distinct and len(places) == len(put.options)
        case PairsAnswer(pairs):
            fits = len(places) == len(pairs)
        case _:
            fits = len(places) == 1
    return Chosen(tuple(put.options[place] for place in places)) if fits else Refusal.FORM


def typed(put: Put, text: str) -> Response | Refusal:
    """A text, where one is asked for."""
    words = " ".join(text.split())
    if put.mode is not Mode.TYPE or not words or len(text) > LONGEST_TYPED:
        return Refusal.FORM
    return Typed(words)


def lettered(put: Put, letters: str) -> Response | Refusal:
    """What a student on paper wrote, in letters: `B`, `ACD` or `A C D`, `1C 2A`."""
    if len(letters) > LONGEST_TYPED:
        return Refusal.FORM
    text = letters.upper()
    if isinstance(put.question.answer, PairsAnswer):
        numbered = {int(number[:6]): letter for number, letter in _numbered(text)}
        in_order = [numbered.get(number, "") for number in range(1, len(numbered) + 1)]
        found = in_order if numbered else re.findall("[A-Z]", text)
    else:
        found = re.findall(r"[^\s,;.)/-]", text)
    places = [_LETTERS.find(letter) if letter else -1 for letter in found]
    return chosen(put, places)


def _numbered(text: str) -> list[tuple[str, str]]:
    return re.findall(r"(\d+)\W*([A-Z])", text)


def places_of(put: Put, response: Response) -> list[int]:
    """The places of chosen options; none for what was typed."""
    options = response.options if isinstance(response, Chosen) else ()
    return [put.options.index(option) for option in options if option in put.options]
