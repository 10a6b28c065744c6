"""The screen for a view, as lines of styled text at a width: pure, so that it can be looked at."""

from dataclasses import dataclass, field
from typing import assert_never

from quizzer.cli.frontend import View
from quizzer.cli.terminal.looks import Glyphs
from quizzer.cli.terminal.picks import Picking, Picks, lefts_of, picking_of
from quizzer.cli.terminal.wrap import cells, cut, spread, wrap
from quizzer.cli.wording import (
    Line,
    answer_lines,
    near_line,
    passage_line,
    response_words,
    safe,
    stem_words,
    task_words,
)
from quizzer.quiz.hints import hint_of, struck_option
from quizzer.quiz.model import Chosen, Mode
from quizzer.quiz.options import answer_hint, shown_key
from quizzer.quiz.state import (
    CONFIDENCES,
    Answered,
    Asking,
    Confirming,
    Feedback,
    Finished,
    Gauging,
    Prompt,
    Session,
    prompt,
    returns,
)

LEAST_FOR_PACE = 3
"""Answers after which the time left is estimated."""

READING_MS = 3000
"""Milliseconds that a verdict is read for, more or less."""

WIDEST = 100
"""Cells; longer lines are hard to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the front end itself adds to a view: picks, a turned card, what lies on top, a note."""

    picks: Picks = field(default_factory=Picks)
    is_turned: bool = False
    is_commanding: bool = False
    top: str = ""
    note: str = ""


HELP = (
    ("1 to 9", "choose, tick or place an option; arrows and Enter do as well"),
    ("0", "pass: see the answer, no points"),
    ("Enter", "answer, go on, turn the card"),
    ("Backspace", "take the last pick back"),
    ("u, r", "undo the last answer, redo it"),
    ("o", "overrule: I was right (or wrong) after all"),
    ("s", "the passage in its paragraph"),
    ("q", "leave; everything is saved"),
    ("Esc", "while typing: then one of the letters above"),
    ("Ctrl-Z", "suspend; fg comes back"),
)

HELP_STUDY = (
    ("h", "a hint; a right answer after it counts as hard"),
    ("e", "after a right answer: it was easy"),
    ("w", "why this one is asked now"),
    ("b, x", "leave it out until tomorrow, or until you call it back"),
)


def header_lines(
    view: View, title: str, width: int, glyphs: Glyphs, left_ms: int | None
) -> list[Line]:
    """The title, which question this is, the time left, and a bar of progress."""
    session = view.session
    count = len(session.items)
    if isinstance(session.phase, Finished):
        place, share = f"{count} of {count}", 1.0
    else:
        asked = prompt(session)
        kind = "Second try " if asked.is_retry else "Again " if asked.is_return else ""
        place = f"{kind}{asked.number} of {asked.total}"
        first = sum(answered.is_first for answered in session.answered)
        share = (first - len(returns(session))) / count
    if left_ms is not None:
        place = f"{_clock(left_ms)}  {place}"
    elif (minutes := minutes_left(session)) is not None:
        place = f"~{minutes} min left  {place}"
    done = round(share * width)
    bar: Line = [("bar", glyphs.done * done), ("rest", glyphs.rest * (width - done))]
    return [[("title", spread(safe(title), place, width))], bar]


def minutes_left(session: Session) -> int | None:
    """How long the rest will take at this learner's pace; None until that can be told."""
    taken = sorted(answered.duration_ms for answered in session.answered if answered.is_first)
    waiting = len(session.items) - len(taken) + len(returns(session))
    if len(taken) < LEAST_FOR_PACE or waiting <= 0:
        return None
    # Reading the verdict takes about as long again as a quick answer.
    usual = taken[len(taken) // 2]
    return max(1, round((usual + READING_MS) * waiting / 60_000))


def _clock(left_ms: int) -> str:
    seconds = max(0, -(-left_ms // 1000))
    return f"{seconds // 60}:{seconds % 60:02d} left"


def content_lines(view: View, shown: Shown, width: int, glyphs: Glyphs) -> list[Line]:
    """Everything between header and footer, unscrolled."""
    width = min(width, WIDEST)
    if shown.top == "help":
        return _help(width, HELP + HELP_STUDY if view.why else HELP)
    phase = view.session.phase
    if isinstance(phase, Finished):
        return []
    asked = prompt(view.session)
    lines = wrap([("stem", stem_words(asked))], width)
    lines.append([])
    match phase:
        case Asking():
            lines += _asking(view, asked, shown, width, glyphs)
        case Gauging():
            lines += wrap([("", response_words(phase.answered.response))], width, first="  ")
            lines += [[], [("title", "How sure are you?")]]
            for number, words in enumerate(CONFIDENCES, start=1):
                lines.append([("number", f"  {number}  "), ("option", words)])
        case Confirming():
            last = view.session.answered[-1]
            lines += wrap([("", response_words(last.response))], width, first="  ")
            lines.append([])
            lines += wrap(near_line(last, shown_key(asked.item.question)), width)
        case Feedback():
            lines += _feedback(view, asked, shown, width, glyphs)
        case _:
            assert_never(phase)
    if shown.note:
        lines += [[], *wrap([("note", shown.note)], width)]
    return lines


def _asking(view: View, asked: Prompt, shown: Shown, width: int, glyphs: Glyphs) -> list[Line]:
    question = asked.item.question
    lines: list[Line] = []
    if asked.is_hinted:
        lines += [*wrap([("note", f"Hint: {hint_of(asked)}")], width), []]
    match asked.mode:
        case Mode.FLIP:
            if shown.is_turned:
                lines += wrap([("key", shown_key(question))], width, first="  ")
                lines += _passages(view, width, is_whole=shown.top == "source")
                lines += [[], [("title", "Did you know it?")]]
        case Mode.TYPE:
            if hint := answer_hint(question):
                lines += wrap([("hint", hint)], width)
        case Mode.CHOICE:
            task = task_words(asked)
            if task:
                lines += [*wrap([("hint", task)], width), []]
            lines += _pairs_so_far(asked, shown.picks, width, glyphs)
            lines += _options(asked, shown.picks, width, glyphs)
        case _:
            assert_never(asked.mode)
    return lines


def _options(asked: Prompt, picks: Picks, width: int, glyphs: Glyphs) -> list[Line]:
    lines: list[Line] = []
    picking = picking_of(asked)
    struck = struck_option(asked) if asked.is_hinted else None
    for place, option in enumerate(asked.options):
        is_here = picks.cursor == place
        mark = ""
        if picking is Picking.TICK:
            mark = f"[{'x' if place in picks.chosen else ' '}] "
        elif picking is Picking.ORDER:
            at = picks.chosen.index(place) + 1 if place in picks.chosen else 0
            mark = f"{at}. " if at else "   "
        if option == struck:
            mark += f"{glyphs.cross} "
        lead = f"{glyphs.pointer if is_here else ' '} {place + 1}  {mark}"
        style = "rest" if option == struck else "cursor" if is_here else "option"
        words: Line = [(style, safe(option))]
        lines += wrap(words, width, first=lead, style="number")
    return lines


def _pairs_so_far(asked: Prompt, picks: Picks, width: int, glyphs: Glyphs) -> list[Line]:
    lines: list[Line] = []
    for number, left in enumerate(lefts_of(asked)):
        if number < len(picks.chosen):
            right = f" {glyphs.arrow} {safe(asked.options[picks.chosen[number]])}"
        else:
            right = f" {glyphs.arrow} ?" if number == len(picks.chosen) else ""
        style = "title" if number == len(picks.chosen) else ""
        lines += wrap([(style, safe(left) + right)], width, first="  ")
    return [*lines, []] if lines else []


def _feedback(view: View, asked: Prompt, shown: Shown, width: int, glyphs: Glyphs) -> list[Line]:
    last = view.session.answered[-1]
    lines: list[Line] = []
    if picking_of(asked) is Picking.ONE:
        lines += _marked_options(asked, last, width, glyphs)
        lines.append([])
    elif asked.mode is not Mode.FLIP and (words := response_words(last.response)):
        lines += wrap([("", words)], width, first="  ")
        lines.append([])
    for line in answer_lines(asked, last):
        lines += wrap(line, width)
    lines += _passages(view, width, is_whole=shown.top == "source")
    if shown.top == "source" and not view.passages:
        lines += [[], [("hint", "This question cites no passage.")]]
    return lines


def _marked_options(asked: Prompt, last: Answered, width: int, glyphs: Glyphs) -> list[Line]:
    lines: list[Line] = []
    key = shown_key(asked.item.question)
    chosen = last.response.options if isinstance(last.response, Chosen) else ()
    for place, option in enumerate(asked.options):
        sign, style = "  ", ""
        if option == key:
            sign, style = glyphs.tick, "right"
        elif option in chosen:
            sign, style = glyphs.cross, "wrong"
        lead = f"{sign:<2}{place + 1}  "
        lines += wrap([(style or "option", safe(option))], width, first=lead, style=style)
    return lines


def _passages(view: View, width: int, *, is_whole: bool) -> list[Line]:
    lines: list[Line] = []
    for passage in view.passages:
        cited = passage if is_whole else passage.sentence
        lines += [[], *wrap(passage_line(cited), width, first="  ")]
    return lines


def _help(width: int, keys: tuple[tuple[str, str], ...]) -> list[Line]:
    lines: list[Line] = [[("title", "Keys")], []]
    wide = max(cells(key) for key, _ in keys)
    for key, words in keys:
        lead = f"  {key:{wide}}  "
        lines += wrap([("", words)], width, first=lead, style="number")
    return lines


def keys_for(view: View, shown: Shown) -> list[tuple[str, str]]:
    """The keys that do something now, with what they do."""
    phase = view.session.phase
    if shown.top == "help":
        return [("any key", "back")]
    has_past = view.session.answered or view.session.aside or isinstance(phase, Gauging)
    undo = [("u", "undo")] if has_past else []
    study = [("w", "why now"), ("b", "bury"), ("x", "suspend")] if view.why else []
    after = [*study, *undo, ("?", "help"), ("q", "leave")]
    match phase:
        case Finished():
            return []
        case Gauging():
            return [(f"1-{len(CONFIDENCES)}", "how sure"), *after]
        case Confirming():
            return [("y", "yes, meant it"), ("n", "no"), *after]
        case Feedback():
            last = view.session.answered[-1]
            overrule = "I was wrong" if last.is_right else "I was right"
            source = "less" if shown.top == "source" else "passage"
            easy = [("e", "not easy" if last.is_easy else "easy")] if last.may_be_easy else []
            easy = easy if view.why else []
            return [("Enter", "next"), *easy, ("o", overrule), ("s", source), *after]
        case Asking():
            asked = prompt(view.session)
            hint = [("h", "hint")] if can_hint(view) else []
            return _asking_keys(asked, shown, [*hint, *after])
        case _:
            assert_never(phase)


def can_hint(view: View) -> bool:
    """Whether a hint can be shown now: to whoever studies, once a question."""
    if not view.why or not isinstance(view.session.phase, Asking):
        return False
    asked = prompt(view.session)
    return not asked.is_hinted and bool(hint_of(asked))


def _asking_keys(
    asked: Prompt, shown: Shown, after: list[tuple[str, str]]
) -> list[tuple[str, str]]:
    if asked.mode is Mode.FLIP:
        if shown.is_turned:
            return [("y", "knew it"), ("n", "did not"), *after]
        return [("Enter", "turn the card"), *after]
    if asked.mode is Mode.TYPE:
        if shown.is_commanding:
            return [("0", "pass"), *after, ("Esc", "back to typing")]
        letters = "h hint, u undo" if ("h", "hint") in after else "u undo"
        return [("Enter", "answer"), ("Esc", f"then {letters}, ? help, q leave")]
    numbers = f"1-{min(9, len(asked.options))}"
    match picking_of(asked):
        case Picking.TICK:
            return [(numbers, "tick"), ("Enter", "answer"), ("0", "pass"), *after]
        case Picking.ORDER | Picking.PAIRS:
            keys = [(numbers, "place"), ("Backspace", "back"), ("Enter", "answer")]
            return [*keys, ("0", "pass"), *after]
        case Picking.ONE | None:
            return [(numbers, "answer"), ("0", "pass"), *after]


def footer_lines(keys: list[tuple[str, str]], width: int, glyphs: Glyphs) -> list[Line]:
    """The keys on as few lines as they need."""
    lines: list[Line] = [[]]
    used = 0
    for key, words in keys:
        size = cells(key) + 1 + cells(words)
        if used and used + size + 3 > width:
            lines.append([])
            used = 0
        if used:
            lines[-1].append(("rest", f" {glyphs.dot} "))
            used += 3
        lines[-1] += [("key", key), ("", " " + cut(words, max(4, width - cells(key) - 1)))]
        used += size
    return lines
