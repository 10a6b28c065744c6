"""The quiz line by line: for pipes, screen readers and terminals that can do no more.

One line answers one question. A line that is only `:u` (undo), `:o` (overrule), `:s` (source),
`:q` (quit) or `:?` (help) is a command; where numbers choose, the colon may be left out. Not one
escape byte is written, and nothing is ever drawn over.
"""

import re
from collections.abc import Callable
from typing import assert_never

from quizzer.cli.frontend import Drive, View
from quizzer.cli.wording import (
    Line,
    answer_lines,
    near_line,
    passage_line,
    place_words,
    safe,
    stem_words,
    task_words,
)
from quizzer.deck.model import AllAnswer, OrderAnswer, PairsAnswer, TruthAnswer
from quizzer.quiz.events import (
    Answer,
    Aside,
    Confirm,
    Easy,
    Event,
    Gauge,
    Hint,
    Leave,
    Next,
    Overrule,
    Redo,
    SetAside,
    Undo,
)
from quizzer.quiz.grading.truth import read_truth
from quizzer.quiz.hints import hint_of
from quizzer.quiz.model import Chosen, Mode, Rated, Response, Skipped, Typed
from quizzer.quiz.options import answer_hint, shown_key
from quizzer.quiz.state import (
    CONFIDENCES,
    Asking,
    Confirming,
    Feedback,
    Finished,
    Gauging,
    Prompt,
    next_place,
    prompt,
)

HELP = """\
Type the number of an option or the answer itself; an empty line passes.
:u takes the last answer back, :r puts it back again, :o overrules the verdict on it,
:s shows the passage it comes from, :q stops here (everything is saved), :? shows this."""

HELP_STUDY = """
:h shows a hint (right after it counts as hard), :e says that your last right answer was easy,
:w tells why a question is asked now, :b leaves it out until tomorrow, :x until you call it back."""

_ASIDE = {"b": Aside.BURY, "x": Aside.SUSPEND}
_COMMANDS: dict[str, Event] = {"u": Undo(), "r": Redo(), "o": Overrule(), "q": Leave()}


class Plain:
    """A front end over two functions: one reads a line (None at the end), one writes a line."""

    def __init__(self, read_line: Callable[[], str | None], write_line: Callable[[str], None]):
        self.read_line = read_line
        self._write = write_line
        self._told = 0
        self._cited: View | None = None
        self._view: View

    def run(self, view: View, drive: Drive) -> None:
        """Asks, tells and asks on until the session is finished or the lines end."""
        while True:
            view = self._tell(view, drive)
            if isinstance(view.session.phase, Finished):
                return
            self._view = view
            event = self._event(view)
            view = drive(event)
            self._say_done(event, view)

    def write_line(self, text: str) -> None:
        """Writes text, which a deck may have filled with escape characters, safely."""
        self._write(safe(text))

    def _tell(self, view: View, drive: Drive) -> View:
        """Says what the last answer was worth, and goes on by itself unless it was the last."""
        while isinstance(view.session.phase, Feedback):
            if len(view.session.answered) != self._told:
                self._say_feedback(view)
            if next_place(view.session) is None:
                break
            view = drive(Next())
        return view

    def _event(self, view: View) -> Event:
        phase = view.session.phase
        match phase:
            case Asking():
                return self._ask(view)
            case Gauging():
                levels = ", ".join(f"{n} {word}" for n, word in enumerate(CONFIDENCES, start=1))
                return self._choose(f"How sure are you? {levels}", self._read_gauge)
            case Confirming():
                last = view.session.answered[-1]
                key = shown_key(prompt(view.session).item.question)
                question = _plain(near_line(last, key))
                return self._choose(f"{question} (y or n)", _read_confirm)
            case Feedback():
                return self._choose("That was the last one. Enter for the score.", _read_next)
            case Finished():
                raise AssertionError("a finished session waits for nothing")
            case _:
                assert_never(phase)

    def _ask(self, view: View) -> Event:
        asked = prompt(view.session)
        self._say_question(asked)
        while True:
            line = self.read_line()
            if line is None:
                return Leave()
            command = self._command(line, colon=asked.mode is Mode.TYPE)
            if command is not None:
                if isinstance(command, str):
                    continue
                return command
            if asked.mode is Mode.FLIP and not line.strip():
                self._say_card(view, asked)
                continue
            response = read_line_response(line, asked)
            if response is not None:
                return Answer(response)
            self.write_line(_expected(asked))

    def _choose(self, question: str, read: Callable[[str], Event | None]) -> Event:
        self.write_line(question)
        while True:
            line = self.read_line()
            if line is None:
                return Leave()
            command = self._command(line, colon=False)
            if command is not None:
                if isinstance(command, str):
                    continue
                return command
            event = read(line.strip().casefold())
            if event is not None:
                return event
            self.write_line(question)

    def _command(self, line: str, *, colon: bool) -> Event | str | None:
        """The event of a command, `done` for one that only shows something, None for no command."""
        words = line.strip().casefold()
        name = words.removeprefix(":")
        if words == name and colon:
            return None
        if name in _COMMANDS:
            return _COMMANDS[name]
        if self._view.why and words.startswith(":") and (event := self._study_command(name)):
            return event
        if name == "?":
            self.write_line(HELP + (HELP_STUDY if self._view.why else ""))
            return "done"
        if name == "s":
            self._say_source()
            return "done"
        return None

    def _study_command(self, name: str) -> Event | str | None:
        session = self._view.session
        if name in _ASIDE:
            return SetAside(_ASIDE[name])
        if name == "w":
            self.write_line(self._view.why)
            return "done"
        if name == "e":
            if session.last is not None and session.last.may_be_easy:
                return Easy()
            self.write_line("Only a right answer without a hint can be called easy.")
            return "done"
        if name == "h":
            if isinstance(session.phase, Asking) and hint_of(prompt(session)):
                return Hint()
            self.write_line("There is no hint here.")
            return "done"
        return None

    def _say_source(self) -> None:
        if self._cited is None:
            self.write_line("The passage is shown once the question is answered.")
        elif not self._cited.passages:
            self.write_line("The last question cites no passage.")
        else:
            for passage in self._cited.passages:
                self.write_line(_plain(passage_line(passage, plain=True)))

    def _say_question(self, asked: Prompt) -> None:
        self.write_line("")
        self.write_line(f"{place_words(asked)}: {stem_words(asked)}")
        if asked.is_hinted:
            self.write_line(f"Hint: {hint_of(asked)}")
        question = asked.item.question
        for number, option in enumerate(asked.options, start=1):
            self.write_line(f"  {number}. {option}")
        match asked.mode, question.answer:
            case Mode.FLIP, _:
                self.write_line("Enter turns the card.")
            case Mode.TYPE, _:
                if hint := answer_hint(question):
                    self.write_line(f"({hint})")
            case Mode.CHOICE, PairsAnswer(pairs):
                lefts = ", ".join(left for left, _ in pairs)
                self.write_line(f"One number for each, in this order: {lefts}")
            case Mode.CHOICE, AllAnswer() | OrderAnswer():
                self.write_line(f"{task_words(asked)} The numbers, with spaces between:")
            case _:
                pass

    def _say_card(self, view: View, asked: Prompt) -> None:
        self.write_line(f"The answer is {shown_key(asked.item.question)}.")
        self._say_passages(view)
        self.write_line("Did you know it? (y or n)")

    def _say_feedback(self, view: View) -> None:
        self._told = len(view.session.answered)
        asked = prompt(view.session)
        for line in answer_lines(asked, view.session.answered[-1]):
            self.write_line(_plain(line))
        if asked.mode is not Mode.FLIP:
            self._say_passages(view)
        self._cited = view

    def _say_passages(self, view: View) -> None:
        for passage in view.passages:
            self.write_line(f'"{_plain(passage_line(passage.sentence, plain=True))}"')

    def _say_done(self, event: Event, view: View) -> None:
        match event:
            case Undo():
                self._told = -1
                self.write_line("Taken back.")
            case Redo():
                self.write_line("Put back.")
            case SetAside(how):
                when = "until tomorrow" if how is Aside.BURY else "until you call it back"
                self.write_line(f"Left out {when}.")
            case Easy():
                is_easy = view.session.last is not None and view.session.last.is_easy
                words = "your last answer was easy" if is_easy else "it was not easy after all"
                self.write_line(f"Noted: {words}.")
            case Overrule():
                self.write_line("Noted: you overruled the verdict on your last answer.")
            case _:
                pass

    def _read_gauge(self, line: str) -> Event | None:
        if line.isdecimal() and 1 <= int(line) <= len(CONFIDENCES):
            return Gauge(int(line))
        return None


def _read_confirm(line: str) -> Event | None:
    meant = read_truth(line)
    return None if meant is None else Confirm(meant)


def _read_next(line: str) -> Event | None:
    return Next()


def _plain(line: Line) -> str:
    return "".join(text for _, text in line).strip()


def _expected(asked: Prompt) -> str:
    if asked.mode is Mode.FLIP:
        return "Enter turns the card; y says that you knew it, n that you did not."
    return f"Type a number from 1 to {len(asked.options)}, or :? for help."


def read_line_response(line: str, asked: Prompt) -> Response | None:
    """What a line answers to a prompt; None when it makes no sense there."""
    words = " ".join(line.split())
    match asked.mode:
        case Mode.TYPE:
            return Typed(words) if words else Skipped()
        case Mode.FLIP:
            knew = read_truth(words)
            return None if knew is None else Rated(knew)
        case Mode.CHOICE:
            return _read_choice(words, asked)
        case _:
            assert_never(asked.mode)


def _read_choice(words: str, asked: Prompt) -> Response | None:
    if not words:
        return Skipped()
    options = asked.options
    named = next((option for option in options if option.casefold() == words.casefold()), None)
    answer = asked.item.question.answer
    if isinstance(answer, TruthAnswer) and named is None:
        truth = None if words.isdecimal() else read_truth(words, asked.item.language)
        named = None if truth is None else ("true" if truth else "false")
    if named is not None:
        return Chosen((named,))
    if not re.fullmatch(r"[0-9]+(?:[ ,;]+[0-9]+)*", words):
        return None
    numbers = [int(number) for number in re.findall("[0-9]+", words)]
    if not all(1 <= number <= len(options) for number in numbers):
        return None
    match answer:
        case AllAnswer() | OrderAnswer() | PairsAnswer():
            return Chosen(tuple(options[number - 1] for number in numbers))
        case _:
            return Chosen((options[numbers[0] - 1],)) if len(numbers) == 1 else None
