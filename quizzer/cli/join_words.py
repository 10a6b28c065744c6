"""What a terminal player of a drill reads and types: views as lines, lines as answers."""

import re
from typing import Any

from quizzer.cli.wording import safe

View = dict[str, Any]
Question = dict[str, Any]


def told(view: View) -> str:
    """A view in lines, without anything that steers a terminal."""
    return "\n".join(safe(line) for line in _lines(view))


def given(question: Question, line: str) -> dict[str, Any] | None:
    """What a line answers; None when it makes no sense for the question."""
    if not line:
        return None
    options = question["options"]
    if not options:
        return {"typed": line[:500]}
    places = _places(line, len(options))
    wanted = {
        "order": len(options),
        "pairs": len(question["lefts"]),
        "several": len(places),
    }.get(question["kind"], 1)
    if not places or len(places) != wanted:
        return None
    if question["kind"] != "pairs" and len(set(places)) != len(places):
        return None
    return {"choice": sorted(places) if question["kind"] == "several" else places}


def expected(question: Question | None) -> str:
    """How to answer, for somebody whose line was not understood."""
    if question is None:
        return "Type the number of the question, a blank, and your answer."
    if not question["options"]:
        return "Type the answer."
    last = chr(64 + len(question["options"]))
    return {
        "several": f"Type the letters of all that fit, A to {last}, for example AC.",
        "order": f"Type all letters from A to {last} in the right order.",
        "pairs": "Type one letter for each line, in their order.",
    }.get(question["kind"], f"Type one letter from A to {last}.")


def _places(line: str, count: int) -> list[int]:
    """Places from 0 for `B`, `acd`, `A, C`, `1 3`; empty where one of them is none."""
    joined = re.sub(r"[\s,;]+", "", line)
    if joined.isascii() and joined.isdecimal():
        numbers = [int(one) - 1 for one in re.findall("[0-9]+", line)]
    else:
        numbers = [ord(one) - 65 for one in joined.upper()]
    return numbers if all(0 <= one < count for one in numbers) else []


def _lines(view: View) -> list[str]:
    match view["phase"]:
        case "lobby":
            return [f"{view['title']}. It begins when the teacher starts."]
        case "asking":
            if view["given"]:
                return ["Waiting for the others."]
            left = view["left_ms"]
            time = [] if left is None else [f"({-(-left // 1000)} seconds)"]
            return [*_asked(view["question"]), *time]
        case "waiting":
            return ["Time is up. The answer is coming."]
        case "paused":
            return ["Pause. The clock stands still."]
        case "revealed":
            return [*_outcome(view["result"]), _score(view["me"])]
        case "standings":
            return ["Standings:", *_ranking(view["top"])]
        case "exam":
            head = "Answer in any order: number, blank, answer (for example 3 B)."
            return [head, *(line for one in view["questions"] for line in _asked(one))]
        case "podium":
            reviewed = [
                line
                for one in view["review"] or ()
                for line in (*_asked(one["question"]), *_outcome(one["result"]))
            ]
            return [*reviewed, "The end.", _score(view["me"]), *_ranking(view["top"])]
        case _:
            return []


def _asked(question: Question) -> list[str]:
    again = "Once more, question" if question["round"] else "Question"
    lines = [f"{again} {question['number']} of {question['total']}: {question['stem']}"]
    lines += [f"  {left} = ?" for left in question["lefts"]]
    lines += [f"  {chr(65 + place)}. {text}" for place, text in enumerate(question["options"])]
    return [*lines, f"({question['hint']})"] if question["hint"] else lines


def _outcome(result: dict[str, Any]) -> list[str]:
    if result["skipped"]:
        return ["Skipped; it counts for nobody."]
    mine = result["mine"]
    if mine is None:
        head = "No answer from you."
    elif mine["credit"] == 1:
        head = "Right."
    else:
        head = f"Partly right ({mine['credit']:.0%})." if mine["credit"] else "Not right."
    lines = [f"{head} The answer: {result['key']}"]
    for passage in result["passages"]:
        cited = "".join(
            f"[{part['text']}]" if part["marked"] else part["text"]
            for part in passage
            if part["cited"]
        )
        lines.append(f'"{" ".join(cited.split())}"')
    return lines + ([result["explanation"]] if result["explanation"] else [])


def _score(me: dict[str, Any]) -> str:
    place = f", place {me['place']} of {me['of']}" if "place" in me else ""
    points = "1 point" if me["points"] == 1 else f"{me['points']} points"
    return f"You have {points}{place}."


def _ranking(top: list[dict[str, Any]]) -> list[str]:
    return [f"  {row['place']}. {row['name']}: {row['points']}" for row in top]
