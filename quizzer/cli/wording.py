"""What a quiz says, as lines of styled words; each front end sets them in its own way.

A line is a list of (style, text); styles name a meaning (`right`, `mark`), never a colour.
"""

import re
from typing import TYPE_CHECKING

from quizzer.deck.model import AllAnswer, OrderAnswer, PairsAnswer
from quizzer.quiz.model import Chosen, Mode, Rated, Response, Skipped, Typed, Verdict
from quizzer.quiz.options import shown_key
from quizzer.quiz.state import Answered, Prompt

if TYPE_CHECKING:
    from quizzer.quiz.passages import Passage

Line = list[tuple[str, str]]

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """`text` without characters that steer a terminal or turn the direction of writing."""
    return _UNSAFE.sub("\ufffd", text)


def counted(number: int, noun: str) -> str:
    """`1 student`, `2 students`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def place_words(prompt: Prompt) -> str:
    """Which question this is: `Question 3 of 20`."""
    what = "Second try" if prompt.is_retry else "Again" if prompt.is_return else "Question"
    return f"{what} {prompt.number} of {prompt.total}"


def stem_words(prompt: Prompt) -> str:
    """The stem, with what truth questions leave unsaid."""
    return safe(" ".join(prompt.item.question.stem.split()))


def response_words(response: Response) -> str:
    """What the learner answered, on one line."""
    match response:
        case Typed(text):
            return safe(" ".join(text.split()))
        case Chosen(options):
            return safe(", ".join(options))
        case Rated(knew):
            return "knew it" if knew else "did not know it"
        case Skipped():
            return "passed"


def verdict_line(answered: Answered, key: str) -> Line:
    """Right or wrong, why, and the key."""
    grade, key = answered.grade, safe(key)
    if answered.is_overruled:
        word = "right" if answered.is_right else "wrong"
        return [(word, f"{word.capitalize()}, as you say."), ("", f" The answer is {key}.")]
    if answered.is_confirmed:
        return [("right", "Right, you meant it."), ("", f" It is written {key}.")]
    match grade.verdict:
        case Verdict.RIGHT:
            why = grade.reason.removeprefix("accepted: ")
            if why in ("right", "you knew it"):
                return [("right", "Right."), ("", f" {_sentence(key)}")]
            return [("right", "Right"), ("hint", f" ({why})."), ("", f" {_sentence(key)}")]
        case Verdict.PARTIAL:
            share = f"{round(grade.score * 100)} %"
            why = grade.reason.removeprefix("half right: ")
            return [
                ("partial", f"Partly right, {share}"),
                ("hint", f" ({why})."),
                ("", f" The answer is {key}."),
            ]
        case Verdict.SKIPPED:
            return [("partial", "Passed."), ("", f" The answer is {key}.")]
        case Verdict.NEAR:
            return [("wrong", "Not quite."), ("", f" The answer is {key}.")]
        case Verdict.WRONG:
            why = "" if grade.reason in ("wrong", "you did not know it") else f" ({grade.reason})"
            return [("wrong", "Wrong"), ("hint", f"{why}."), ("", f" The answer is {key}.")]


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."


def near_line(answered: Answered, key: str) -> Line:
    """The question that a near miss gets."""
    reason = safe(answered.grade.reason)
    return [("partial", f"Nearly: {reason}."), ("", f" Did you mean {safe(key)}?")]


def answer_lines(prompt: Prompt, answered: Answered) -> list[Line]:
    """The verdict and the explanation."""
    question = prompt.item.question
    lines = [verdict_line(answered, shown_key(question))]
    if answered.is_right and answered.is_hinted:
        lines.append([("hint", "With a hint: it counts as hard.")])
    elif answered.is_easy and answered.may_be_easy:
        lines.append([("hint", "Easy, as you say: it stays away longer.")])
    if question.explanation:
        lines.append([("", safe(" ".join(question.explanation.split())))])
    return lines


def passage_line(passage: "Passage", *, plain: bool = False) -> Line:
    """A passage as one line, its cited part and the key's words in styles of their own.

    `plain` puts brackets around the key's words, for where there are no styles.
    """
    line: Line = []
    for text, is_cited, is_marked in passage.parts():
        words = safe(" ".join(text.split()))
        lead = " " if text[:1].isspace() and line else ""
        tail = " " if text[-1:].isspace() else ""
        if is_marked:
            line.append(("mark", f"{lead}[{words}]{tail}" if plain else f"{lead}{words}{tail}"))
        else:
            joined = f"{lead}{words}{tail}" if words else " "
            line.append(("cited" if is_cited else "passage", joined))
    return line


def task_words(prompt: Prompt) -> str:
    """What to do, beyond picking one number; empty where that is all."""
    answer = prompt.item.question.answer
    if prompt.mode is Mode.CHOICE:
        match answer:
            case AllAnswer(items):
                return f"Choose {len(items)}."
            case OrderAnswer():
                return "Put them in order."
            case PairsAnswer():
                return "Choose what belongs to each."
            case _:
                return ""
    return ""
