"""The quiz on a whole terminal: one prompt_toolkit application from the first question to the last.

Everything shown comes from `screen`, everything that a key does is in `keys`; here the two meet
the terminal.
"""

import asyncio
import signal
import sys
from collections.abc import Callable

from prompt_toolkit.application import Application
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.filters import Condition
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.input import Input
from prompt_toolkit.layout import (
    BufferControl,
    ConditionalContainer,
    FormattedTextControl,
    HSplit,
    Layout,
    VSplit,
    Window,
)
from prompt_toolkit.output import Output
from prompt_toolkit.styles import Style

from quizzer.cli.frontend import Drive, View
from quizzer.cli.hangup import Hangup
from quizzer.cli.terminal.keys import bindings
from quizzer.cli.terminal.looks import STYLES, Glyphs, output_glyphs
from quizzer.cli.terminal.screen import (
    Shown,
    content_lines,
    footer_lines,
    header_lines,
    keys_for,
)
from quizzer.cli.wording import Line
from quizzer.quiz.events import Event, TimeUp
from quizzer.quiz.model import Mode
from quizzer.quiz.state import Asking, Feedback, Finished, Gauging, prompt


class Terminal:
    """A front end that owns the screen while it runs and leaves it as it was.

    `elapsed_ms` is a clock that never runs back; `after_first_screen` is called once the first
    question is on the screen, for work that can wait until then.
    """

    MOST_LINES = 10_000

    def __init__(
        self,
        title: str,
        elapsed_ms: Callable[[], int],
        *,
        after_first_screen: Callable[[], object] = lambda: None,
        source: Input | None = None,
        output: Output | None = None,
        glyphs: Glyphs | None = None,
    ):
        self.title = title
        self.elapsed_ms = elapsed_ms
        self.after_first_screen = after_first_screen
        self.source = source
        self.output = output
        self.glyphs = glyphs or output_glyphs()
        self.shown = Shown()
        self.scroll = 0
        self.buffer = Buffer(multiline=False)
        self.view: View
        self._drive: Drive
        self._app: Application[None]
        self._started_ms = 0

    def run(self, view: View, drive: Drive) -> None:
        """Shows the quiz until it is finished.

        Raises:
            KeyboardInterrupt: Ctrl-C was pressed.
            Hangup: the terminal is gone or the program was told to end.
        """
        self.view, self._drive = view, drive
        self._started_ms = self.elapsed_ms() - view.session.elapsed_ms
        if isinstance(view.session.phase, Finished):
            return
        self._app = self._application()
        self._app.run(pre_run=self._before, set_exception_handler=False)

    def act(self, event: Event) -> None:
        """Sends an event and shows what came of it; ends the application at the end of the quiz."""
        before = self.view.session
        try:
            self.view = self._drive(event)
        except Exception as error:  # noqa: BLE001 - the event loop would only log it
            self._app.exit(exception=error)
            return
        session = self.view.session
        if session is not before:
            self.shown = Shown()
            self.scroll = 0
            self.buffer.reset()
        if isinstance(session.phase, Feedback):
            # The verdict stands below the options and must be seen whatever their number.
            self.scroll_by(self.MOST_LINES)
        if isinstance(session.phase, Finished) and not self._app.is_done:
            self._app.exit()
        self._focus()

    def show(self, shown: Shown) -> None:
        """Changes only what lies on the screen."""
        if shown.top != self.shown.top:
            self.scroll = 0
        self.shown = shown
        self._focus()

    def scroll_by(self, lines: int) -> None:
        """Moves the content up or down, as far as there is any."""
        rows, columns = self._size()
        count = len(content_lines(self.view, self.shown, columns, self.glyphs))
        self.scroll = max(0, min(self.scroll + lines, count - self._room(rows, columns)))

    @property
    def is_typing(self) -> bool:
        """Whether letters go into the answer."""
        session = self.view.session
        return (
            isinstance(session.phase, Asking)
            and not self.shown.is_commanding
            and self.shown.top != "help"
            and prompt(session).mode is Mode.TYPE
        )

    def _application(self) -> "Application[None]":
        typing = Condition(lambda: self.is_typing)
        self._content = Window(
            FormattedTextControl(self._content_text, focusable=True, show_cursor=False),
            always_hide_cursor=True,
            dont_extend_height=True,
        )
        self._input = Window(BufferControl(self.buffer), height=1)
        pointer = Window(FormattedTextControl(f"{self.glyphs.pointer} "), width=2, height=1)
        root = HSplit(
            [
                Window(FormattedTextControl(self._header_text), height=2),
                Window(height=1),
                self._content,
                ConditionalContainer(VSplit([pointer, self._input]), typing),
                Window(),
                Window(FormattedTextControl(self._footer_text), dont_extend_height=True),
            ]
        )
        app: Application[None] = Application(
            layout=Layout(root, focused_element=self._input if self.is_typing else self._content),
            key_bindings=bindings(self),
            style=Style.from_dict(STYLES),
            full_screen=True,
            input=self.source,
            output=self.output,
            refresh_interval=0.5 if self.view.session.settings.time_limit_ms else None,
        )
        # Escape alone must work at once, and never waits for a second key.
        app.ttimeoutlen = 0.05
        app.timeoutlen = 0.05
        return app

    def _before(self) -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(self._prepare)
        if self.view.session.settings.time_limit_ms is not None:
            self._app.create_background_task(self._watch_time())
        for name in ("SIGTERM", "SIGHUP"):
            number = getattr(signal, name, None)
            if number is not None and sys.platform != "win32" and self.source is None:
                loop.add_signal_handler(number, self.hang_up, int(number))

    def _prepare(self) -> None:
        try:
            self.after_first_screen()
        except Exception as error:  # noqa: BLE001 - the event loop would only log it
            self._app.exit(exception=error)

    def hang_up(self, number: int) -> None:
        """Ends the application because a signal said so; every answer is already stored."""
        if self._app.is_running and not self._app.is_done:
            self._app.exit(exception=Hangup(number))

    async def _watch_time(self) -> None:
        limit = self.view.session.settings.time_limit_ms
        while limit is not None and not self._app.is_done:
            left = self._left_ms()
            if left is not None and left <= 0:
                if isinstance(self.view.session.phase, Asking | Gauging):
                    self.act(TimeUp())
                left = 500
            await asyncio.sleep(max(0.05, min((left or 0) / 1000, 0.5)))

    def _left_ms(self) -> int | None:
        limit = self.view.session.settings.time_limit_ms
        if limit is None:
            return None
        return limit - (self.elapsed_ms() - self._started_ms)

    def _focus(self) -> None:
        self._app.layout.focus(self._input if self.is_typing else self._content)

    def _size(self) -> tuple[int, int]:
        size = self._app.output.get_size()
        return size.rows, size.columns

    def _room(self, rows: int, columns: int) -> int:
        """Lines that the content has between header, input and footer."""
        footer = len(footer_lines(keys_for(self.view, self.shown), columns, self.glyphs))
        return max(1, rows - 3 - self.is_typing - 1 - footer)

    def _header_text(self) -> StyleAndTextTuples:
        _, columns = self._size()
        return _as_text(header_lines(self.view, self.title, columns, self.glyphs, self._left_ms()))

    def _content_text(self) -> StyleAndTextTuples:
        rows, columns = self._size()
        lines = content_lines(self.view, self.shown, columns, self.glyphs)
        room = self._room(rows, columns)
        start = max(0, min(self.scroll, len(lines) - room))
        here = lines[start : start + room]
        if start and here:
            here[0] = [("class:hint", "... PageUp for more")]
        if len(lines) > start + room and here:
            here[-1] = [("class:hint", "... PageDown for more")]
        return _as_text(here)

    def _footer_text(self) -> StyleAndTextTuples:
        _, columns = self._size()
        return _as_text(footer_lines(keys_for(self.view, self.shown), columns, self.glyphs))


def _as_text(lines: list[Line]) -> StyleAndTextTuples:
    text: StyleAndTextTuples = []
    for number, line in enumerate(lines):
        if number:
            text.append(("", "\n"))
        text += [(f"class:{style}" if style else "", words) for style, words in line]
    return text
