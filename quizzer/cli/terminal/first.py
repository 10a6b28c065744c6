"""The first screen, drawn at once and without prompt_toolkit, which then draws over it.

Importing that library takes as long as everything before it; meanwhile the learner reads. Keys
pressed in that moment wait in the terminal, unseen and unchanged, and are not lost.
"""

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from quizzer.cli.frontend import View
from quizzer.cli.terminal.looks import output_glyphs
from quizzer.cli.terminal.screen import (
    Shown,
    content_lines,
    footer_lines,
    header_lines,
    keys_for,
)
from quizzer.cli.wording import Line
from quizzer.quiz.model import Mode
from quizzer.quiz.state import Asking, Finished, prompt

_ENTER = "\x1b[?1049h\x1b[2J\x1b[H"
_LEAVE = "\x1b[?1049l"
_BOLD, _USUAL = "\x1b[1m", "\x1b[0m"
_BOLD_STYLES = frozenset(("stem", "title", "key"))


@contextmanager
def first_screen(view: View, title: str) -> Iterator[None]:
    """Draws the view; should the work under it fail, the terminal is as it was before."""
    if isinstance(view.session.phase, Finished):
        yield
        return
    columns, rows = shutil.get_terminal_size()
    glyphs = output_glyphs()
    shown = Shown()
    left_ms = view.session.settings.time_limit_ms
    top = [*header_lines(view, title, columns, glyphs, left_ms), []]
    top += content_lines(view, shown, columns, glyphs)
    if prompt(view.session).mode is Mode.TYPE and isinstance(view.session.phase, Asking):
        top.append([("", f"{glyphs.pointer} ")])
    bottom = footer_lines(keys_for(view, shown), columns, glyphs)
    room = max(1, rows - len(bottom))
    text = "\r\n".join(map(_drawn, top[:room]))
    text += f"\x1b[{room + 1};1H" + "\r\n".join(map(_drawn, bottom))
    sys.stdout.write(_ENTER + text)
    sys.stdout.flush()
    try:
        with _keys_wait():
            yield
    except BaseException:
        sys.stdout.write(_LEAVE)
        sys.stdout.flush()
        raise


@contextmanager
def _keys_wait() -> Iterator[None]:
    """Keys are neither echoed nor turned into lines; Ctrl-C still interrupts."""
    try:
        import termios  # noqa: PLC0415 - Windows has none
    except ImportError:
        yield
        return
    number = sys.stdin.fileno()
    before = termios.tcgetattr(number)
    waiting = [*before]
    # Ctrl-Z waits like any key, until there is something that can leave the screen in order.
    waiting[6] = [*before[6]]
    waiting[6][termios.VSUSP] = b"\x00"
    waiting[0] &= ~termios.ICRNL
    waiting[3] &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    termios.tcsetattr(number, termios.TCSANOW, waiting)
    try:
        yield
    finally:
        termios.tcsetattr(number, termios.TCSANOW, before)


def _drawn(line: Line) -> str:
    return "".join(
        f"{_BOLD}{text}{_USUAL}" if style in _BOLD_STYLES else text for style, text in line
    )
