"""Pictures of every form of card, front and back, light and dark, at the width of a phone.

    python tests/bench/picture_cards.py docs/pictures

The official program renders the cards of an exported package; Chromium draws them.
"""

import argparse
import re
import sys
import tempfile
from datetime import UTC, datetime
from decimal import Decimal
from html import escape
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from quizzer.deck.dates import PartialDate  # noqa: E402
from quizzer.deck.model import (  # noqa: E402
    DateAnswer,
    Deck,
    NumberAnswer,
    OrderAnswer,
    PairsAnswer,
    Question,
    Source,
    Span,
    TextAnswer,
)
from quizzer.exchange.anki.export import anki_deck, notes_of  # noqa: E402
from quizzer.exchange.anki.ledger import Ledger  # noqa: E402
from quizzer.exchange.anki.package import write_package  # noqa: E402
from quizzer.exchange.anki.rows import Timing  # noqa: E402
from tests.exchange.judge import bring_in, collection  # noqa: E402

TEXT = (
    "The lighthouse of Orrin was built by Maud Tally in 1871 and is 34 metres tall.\n\n"
    "Its lamp burned colza oil, then paraffin, and since 1923 electric light."
)
FIRST = (Span(0, 78),)
SECOND = (Span(80, 152),)
DECK = Deck(
    id="orrin",
    title="The lighthouse of Orrin",
    source=Source(
        title="Lights of the coast",
        publisher="Harbour Papers",
        published=PartialDate(2024, 5, 2),
        url="https://example.org/lights",
    ),
    questions=(
        Question(
            id="basic",
            stem="What has happened to the lamp of Orrin since it was first lit?",
            answer=TextAnswer("It burned colza oil, then paraffin, and is electric since 1923."),
            evidence=SECOND,
            kind="event",
        ),
        Question(
            id="choice",
            stem="How tall is the lighthouse of Orrin?",
            answer=NumberAnswer(Decimal(34), "metres"),
            distractors=("18", "27", "51"),
            explanation="It stands on a rock of another nine metres.",
            evidence=FIRST,
            kind="figure",
        ),
        Question(
            id="type",
            stem="Who built the lighthouse of Orrin?",
            answer=TextAnswer("Maud Tally"),
            evidence=FIRST,
            kind="role",
        ),
        Question(
            id="cloze",
            stem="The lighthouse of Orrin was built in ____.",
            answer=DateAnswer(PartialDate(1871)),
            evidence=FIRST,
            kind="date",
        ),
        Question(
            id="order",
            stem="Put what the lamp burned in order.",
            answer=OrderAnswer(("colza oil", "paraffin", "electric light")),
            evidence=SECOND,
            kind="timeline",
        ),
        Question(
            id="pairs",
            stem="What belongs together?",
            answer=PairsAnswer((("1871", "the tower"), ("1923", "electric light"))),
            kind="date",
        ),
    ),
)
WIDTH, HEIGHT = 375, 540


def rendered() -> dict[str, tuple[str, str, str]]:
    """Front, back and style of each card by question id, as Anki renders them."""
    notes, _ = notes_of(DECK, TEXT, Ledger(), datetime(2026, 1, 1, tzinfo=UTC))
    found = {}
    with collection() as anki:
        bring_in(anki, write_package([anki_deck(DECK, notes)], timing=Timing.fixed(UTC)))
        for identity in anki.find_cards(""):
            card = anki.get_card(identity)
            output = card.render_output()
            name = card.note()["Identity"].partition("/")[2]
            front, back = output.question_text, output.answer_text
            # What the reviewer puts in the place of a field to type in, before and after.
            typed = '<code id="typeans"><span class="typeGood">Maud Tally</span></code>'
            front = re.sub(r"\[\[type:.*?\]\]", '<input type="text" id="typeans">', front)
            found[name] = (front, re.sub(r"\[\[type:.*?\]\]", typed, back), output.css)
    return found


def page(front: str, back: str, css: str, is_dark: bool) -> str:
    """Both sides next to each other, each in a window as wide as a phone's."""
    names = "card nightMode night_mode" if is_dark else "card"
    frames = ""
    for side in (front, back):
        head = f'<meta charset="utf-8"><style>{css}</style>'
        body = f'<!doctype html><html><head>{head}</head><body class="{names}">{side}</body></html>'
        frames += f'<iframe srcdoc="{escape(body)}" width="{WIDTH}" height="{HEIGHT}"></iframe>'
    style = "body{margin:0;display:flex}iframe{border:0}"
    return f"<!doctype html><style>{style}</style>{frames}"


def main() -> None:
    """Writes a picture a form and scheme into the folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--smoke", action="store_true", help="draw and throw away")
    arguments = parser.parse_args()
    if arguments.folder is None and not arguments.smoke:
        print("name a folder for the pictures, for example docs/pictures")
        return
    with tempfile.TemporaryDirectory() as thrown_away:
        draw(Path(thrown_away) if arguments.smoke else arguments.folder)


def draw(folder: Path) -> None:
    """Draws every card; needs Chromium at /usr/bin/chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as tools:
        browser = tools.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        view = browser.new_page(viewport={"width": 2 * WIDTH, "height": HEIGHT})
        for name, (front, back, css) in rendered().items():
            for is_dark in (False, True):
                view.set_content(page(front, back, css, is_dark))
                target = folder / f"anki-{name}-{'dark' if is_dark else 'light'}.png"
                view.screenshot(path=str(target))
                print(target)
        browser.close()


if __name__ == "__main__":
    main()
