"""What each key does, where the quiz stands at that moment."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from prompt_toolkit.filters import Condition
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys

from quizzer.cli.terminal.picks import (
    Picking,
    Picks,
    as_response,
    is_complete,
    move,
    pick,
    picking_of,
    still_to_pick,
    take_back,
)
from quizzer.cli.terminal.screen import Shown, can_hint
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
from quizzer.quiz.model import Mode, Rated, Skipped, Typed
from quizzer.quiz.state import Asking, Confirming, Feedback, Gauging, prompt

if TYPE_CHECKING:
    from quizzer.cli.terminal.front import Terminal

_STUDYING = {
    "b": (Aside.BURY, "Left out until tomorrow."),
    "x": (Aside.SUSPEND, "Left out until you call it back: quizzer suspend --end"),
}
"""Keys that set a question aside, where memory chose it, and what is said then."""

_ALWAYS: dict[str, Event] = {"u": Undo(), "r": Redo(), "q": Leave(), "o": Overrule()}


def bindings(front: "Terminal") -> KeyBindings:
    """The key bindings of one front end."""
    keys = KeyBindings()
    typing = Condition(lambda: front.is_typing)

    def on(*names: str, handle: Callable[[], None], **options: object) -> None:
        def call(event: KeyPressEvent) -> None:
            handle()

        for name in names:
            keys.add(name, **options)(call)  # type: ignore[arg-type]

    @keys.add("c-c")
    @keys.add("<sigint>")
    def _interrupt(event: KeyPressEvent) -> None:
        event.app.exit(exception=KeyboardInterrupt())

    @keys.add("c-z")
    def _suspend(event: KeyPressEvent) -> None:
        event.app.suspend_to_background()

    @keys.add("c-l")
    def _redraw(event: KeyPressEvent) -> None:
        event.app.renderer.clear()

    @keys.add(Keys.Any, filter=~typing)
    def _letter(event: KeyPressEvent) -> None:
        _press(front, event.data)

    on("c-d", handle=lambda: front.act(Leave()))
    on("f1", handle=lambda: _press(front, "?"))
    on("escape", handle=lambda: _escape(front), eager=True)
    # A line end is Enter pressed before the terminal gave up making lines.
    on("enter", "c-j", handle=lambda: _enter(front), eager=True)
    on("up", handle=lambda: _move(front, -1), filter=~typing)
    on("down", handle=lambda: _move(front, 1), filter=~typing)
    on("pageup", handle=lambda: front.scroll_by(-8))
    on("pagedown", handle=lambda: front.scroll_by(8))
    on("backspace", "c-h", handle=lambda: _take_back(front), filter=~typing)
    on(Keys.BracketedPaste.value, handle=lambda: None, filter=~typing)
    return keys


def _picking(front: "Terminal") -> Picking | None:
    session = front.view.session
    return picking_of(prompt(session)) if isinstance(session.phase, Asking) else None


def _press(front: "Terminal", key: str) -> None:
    """A letter, a digit or a blank, while nothing is being typed."""
    if front.shown.top == "help":
        front.show(replace(front.shown, top=""))
        return
    letter = key.casefold()
    if letter == "?":
        front.show(replace(front.shown, top="help", is_commanding=False))
    elif letter == "s":
        _source(front)
    elif letter in _ALWAYS:
        front.act(_ALWAYS[letter])
    elif front.view.why and letter in _STUDYING:
        how, words = _STUDYING[letter]
        front.act(SetAside(how))
        front.show(replace(front.shown, note=words))
    elif front.view.why and letter == "w":
        front.show(replace(front.shown, note=front.view.why))
    elif front.view.why and letter == "e":
        front.act(Easy())
    elif letter == "h" and can_hint(front.view):
        _hint(front)
    else:
        _press_here(front, letter)


def _hint(front: "Terminal") -> None:
    """What was typed or picked so far stays."""
    text, shown = front.buffer.text, front.shown
    front.act(Hint())
    front.buffer.insert_text(text)
    front.show(replace(shown, note="", is_commanding=False))


def _press_here(front: "Terminal", letter: str) -> None:
    """A key whose meaning depends on what is being asked."""
    phase = front.view.session.phase
    match phase:
        case Asking():
            _press_asking(front, letter)
        case Gauging() if letter in "1234" and letter:
            front.act(Gauge(int(letter)))
        case Confirming() if letter in ("y", "n"):
            front.act(Confirm(letter == "y"))
        case Feedback() if letter == " ":
            front.act(Next())
        case _:
            pass


def _press_asking(front: "Terminal", letter: str) -> None:
    asked = prompt(front.view.session)
    if letter == "0":
        front.act(Answer(Skipped()))
    elif asked.mode is Mode.FLIP:
        if not front.shown.is_turned:
            if letter == " ":
                front.show(replace(front.shown, is_turned=True))
        elif letter in ("y", "1"):
            _rate(front, knew=True)
        elif letter in ("n", "2"):
            _rate(front, knew=False)
    elif asked.mode is Mode.TYPE:
        front.show(replace(front.shown, is_commanding=False))
    elif letter.isascii() and letter.isdigit():
        _pick(front, int(letter) - 1)
    elif letter == " " and front.shown.picks.cursor is not None:
        _pick(front, front.shown.picks.cursor)
    elif letter in ("t", "y", "f", "n") and asked.options == ("true", "false"):
        _pick(front, int(letter in ("f", "n")))


def _rate(front: "Terminal", *, knew: bool) -> None:
    """A rated card has been seen already, so the next one follows at once."""
    front.act(Answer(Rated(knew)))
    if isinstance(front.view.session.phase, Feedback):
        front.act(Next())


def _pick(front: "Terminal", place: int) -> None:
    asked = prompt(front.view.session)
    picks = pick(front.shown.picks, place, asked)
    if picking_of(asked) is Picking.ONE and is_complete(picks, asked) and picks.chosen == (place,):
        front.act(Answer(as_response(picks, asked)))
    else:
        front.show(replace(front.shown, picks=picks, note=""))


def _enter(front: "Terminal") -> None:
    phase = front.view.session.phase
    if front.shown.top == "help":
        front.show(replace(front.shown, top=""))
    elif isinstance(phase, Feedback):
        front.act(Next())
    elif isinstance(phase, Asking):
        _enter_asking(front)


def _enter_asking(front: "Terminal") -> None:
    asked = prompt(front.view.session)
    shown = front.shown
    if asked.mode is Mode.TYPE:
        text = front.buffer.text
        if text.strip():
            front.act(Answer(Typed(text)))
        else:
            front.show(Shown(note="Type the answer; Esc and then 0 passes."))
    elif asked.mode is Mode.FLIP:
        if not shown.is_turned:
            front.show(replace(shown, is_turned=True))
    elif picking_of(asked) is Picking.ONE:
        if shown.picks.cursor is None:
            front.show(replace(shown, note=f"Press a number from 1 to {len(asked.options)}."))
        else:
            _pick(front, shown.picks.cursor)
    elif is_complete(shown.picks, asked):
        front.act(Answer(as_response(shown.picks, asked)))
    elif shown.picks.cursor is not None and picking_of(asked) is not Picking.TICK:
        _pick(front, shown.picks.cursor)
        if front.shown.picks.chosen == shown.picks.chosen:
            left = still_to_pick(shown.picks, asked)
            front.show(replace(front.shown, note=f"Still to place: {left}. Press a number."))
    else:
        front.show(replace(shown, note="Pick with the number keys first."))


def _escape(front: "Terminal") -> None:
    shown = front.shown
    if shown.top or shown.note:
        front.show(replace(shown, top="", note=""))
    elif front.is_typing:
        front.show(replace(shown, is_commanding=True))
    else:
        front.show(replace(shown, is_commanding=False, picks=Picks()))


def _move(front: "Terminal", by: int) -> None:
    if _picking(front) is None or front.shown.top:
        front.scroll_by(by)
        return
    asked = prompt(front.view.session)
    front.show(replace(front.shown, picks=move(front.shown.picks, by, asked), note=""))


def _take_back(front: "Terminal") -> None:
    front.show(replace(front.shown, picks=take_back(front.shown.picks)))


def _source(front: "Terminal") -> None:
    phase = front.view.session.phase
    if isinstance(phase, Feedback) or front.shown.is_turned:
        top = "" if front.shown.top == "source" else "source"
        front.show(replace(front.shown, top=top, note=""))
    else:
        note = "The passage is shown once you have answered."
        front.show(replace(front.shown, note=note))
