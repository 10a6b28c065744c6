"""Pictures of a quiz on a terminal: a question, its answer, a narrow window, the score.

    python tests/bench/picture_quiz.py docs/pictures

The program runs on a real pseudo-terminal; Chromium draws what stands on its screen.
"""

import argparse
import sys
import tempfile
from html import escape
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.cli.person import Person  # noqa: E402

COLORS = {
    "dark": {"default": "#d8d8d8", "green": "#8fd18f", "red": "#f08080", "cyan": "#7cc7d8"}
    | {"brown": "#e2c97e", "brightblack": "#8a8a8a", "ground": "#1d1f24"},
    "light": {"default": "#222222", "green": "#1b7a2f", "red": "#b3261e", "cyan": "#0b6b80"}
    | {"brown": "#7a5b00", "brightblack": "#6b6b6b", "ground": "#fbfbf8"},
}
QUIZ = ("quiz", "phone-call", "-n", "3", "--seed", "5", "--mode", "choice")


def page_of(person: Person, ground: str) -> str:
    """The person's screen as a page."""
    colors, lines = COLORS[ground], []
    for y in range(person.rows):
        line = ""
        for x in range(person.columns):
            cell = person.screen.buffer[y][x]
            style = f"color:{colors.get(cell.fg, colors['default'])}"
            style += ";font-weight:bold" if cell.bold else ""
            style += ";text-decoration:underline" if cell.underscore else ""
            style += ";font-style:italic" if cell.italics else ""
            if cell.reverse:
                style = f"color:{colors['ground']};background:{colors['default']}"
            line += f'<span style="{style}">{escape(cell.data)}</span>'
        lines.append(line)
    text = "\n".join(lines)
    return (
        f'<body style="margin:0;background:{colors["ground"]}"><pre style="display:inline-block;'
        f'margin:0;padding:14px;font:15px/1.25 DejaVu Sans Mono,monospace">{text}</pre></body>'
    )


def main() -> None:
    """Draws the pictures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="where the pictures go")
    folder = parser.parse_args().folder
    with tempfile.TemporaryDirectory() as made, sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()

        def picture(name: str, person: Person, ground: str) -> None:
            person.looks_again()
            page.set_content(page_of(person, ground))
            page.locator("pre").screenshot(path=folder / f"{name}.png")

        wide = Person(Path(made), columns=80, rows=18)
        wide.sits_down(*QUIZ)
        wide.sees("? help")
        picture("quiz-question", wide, "light")
        wide.presses("1")
        wide.sees("Enter next")
        picture("quiz-answer", wide, "dark")
        wide.presses("q")
        wide.leaves()
        narrow = Person(Path(made), columns=40, rows=22)
        narrow.sits_down(*QUIZ)
        narrow.sees("? help")
        narrow.presses("2")
        narrow.sees("Enter next")
        picture("quiz-narrow", narrow, "dark")
        narrow.goes()
        browser.close()


if __name__ == "__main__":
    main()
