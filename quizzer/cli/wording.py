"""What a quiz says, as lines of styled words; each front end sets them in its own way.

A line is a list of (style, text); styles name a meaning (`right`, `mark`), never a colour.
"""

import re

from quizzer.deck.model import AllAnswer, OrderAnswer, PairsAnswer
from quizzer.quiz.model import Chosen, Mode, Rated, Response, Skipped, Typed, Verdict
from quizzer.quiz.options import shown_key
from quizzer.quiz.passages import Passage
from quizzer.quiz.score import Report, Tally
from quizzer.quiz.state import Answered, Prompt

Line = list[tuple[str, str]]

_UNSAFE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def safe(text: str) -> str:
    """`text` without characters that steer a terminal or turn the direction of writing."""
    return _UNSAFE.sub("\ufffd", text)


def place_words(prompt: Prompt) -> str:
    """Which question this is: `Question 3 of 20`."""
    what = "Second try" if prompt.is_retry else "Question"
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
            return [("partial", f"Partly right, {share}"), ("hint", f" ({why})."), ("", f" {key}")]
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
    if question.explanation:
        lines.append([("", safe(" ".join(question.explanation.split())))])
    return lines


def passage_line(passage: Passage, *, plain: bool = False) -> Line:
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


def report_lines(report: Report, *, kinds: bool = True, reason: str = "done") -> list[Line]:
    """The score, by kind and deck, and how sureness held up."""
    if not report.total.asked:
        return [[("title", "No answers this time.")]]
    lines: list[Line] = [[("title", _score_words(report.total))]]
    if report.passed is not None:
        lines[0].append(("right" if report.passed else "wrong", "  " + _passed(report.passed)))
    if reason == "time":
        lines.append([("partial", f"Time is up; {_questions(report.left_over)} not reached.")])
    elif reason == "sure":
        lines.append(
            [
                (
                    "hint",
                    f"Stopped early: {_questions(report.left_over)} more would hardly change it.",
                )
            ]
        )
    elif report.left_over:
        lines.append([("hint", f"{_questions(report.left_over)} left for another time.")])
    if report.mended:
        lines.append([("right", f"{report.mended} of the missed ones right at the second try.")])
    if report.overruled:
        lines.append([("hint", f"{report.overruled} by your own word against the grader's.")])
    # A pipe answers in no time, which says nothing about anybody.
    if report.median_ms is not None and report.median_ms >= 500:
        lines.append(
            [("hint", f"Half of the answers took less than {_seconds(report.median_ms)}.")]
        )
    if kinds and len(report.by_kind) > 1:
        lines += [[], [("title", "By kind")], *_tally_lines(report.by_kind)]
    if len(report.by_deck) > 1:
        lines += [[], [("title", "By deck")], *_tally_lines(report.by_deck)]
    if report.calibration:
        lines += [[], [("title", "How sure, and how often right")]]
        for row in report.calibration:
            share = _percent(row.right, row.asked)
            lines.append([("", f"  {row.words}: {row.right} of {row.asked} ({share})")])
    return lines


def _score_words(total: Tally) -> str:
    score = f"{total.score:.1f}".removesuffix(".0")
    return f"{score} of {total.asked} points, {_percent(total.score, total.asked)}"


def _percent(part: float, whole: int) -> str:
    return f"{round(100 * part / whole)} %"


def _passed(passed: bool) -> str:
    return "Passed." if passed else "Not passed."


def _questions(count: int) -> str:
    return "1 question" if count == 1 else f"{count} questions"


def _seconds(duration_ms: int) -> str:
    if duration_ms < 60_000:
        return f"{duration_ms / 1000:.1f} s"
    return f"{duration_ms // 60_000} min {duration_ms % 60_000 // 1000} s"


def _tally_lines(tallies: tuple[Tally, ...]) -> list[Line]:
    width = max(len(tally.name) for tally in tallies)
    return [
        [
            ("", f"  {tally.name:{width}}  {tally.right:3} of {tally.asked:3}  "),
            ("hint", f"{_percent(tally.score, tally.asked):>5}"),
        ]
        for tally in tallies
    ]
