"""Cards in a browser: options shuffled alike on both sides, nothing wider than a phone."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from quizzer.exchange.anki.export import anki_deck, notes_of
from quizzer.exchange.anki.ledger import Ledger
from quizzer.exchange.anki.package import write_package
from quizzer.exchange.anki.rows import Timing
from tests.exchange.judge import bring_in, collection
from tests.exchange.test_package import EVERY_FORM

CHROMIUM = Path("/usr/bin/chromium")
playwright = pytest.importorskip("playwright.sync_api")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium"),
]


@pytest.fixture(scope="module")
def view() -> Iterator[Any]:
    """A page as wide as a narrow phone, without network."""
    with playwright.sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        context = browser.new_context(viewport={"width": 320, "height": 568}, offline=True)
        yield context.new_page()
        browser.close()


@pytest.fixture(scope="module")
def cards() -> dict[str, tuple[str, str, str]]:
    """Front, back and style of each card by question id, as Anki renders them."""
    text = "The oak is 12 metres tall."
    notes, _ = notes_of(EVERY_FORM, text, Ledger(), datetime(2026, 1, 1, tzinfo=UTC))
    package = write_package([anki_deck(EVERY_FORM, notes)], timing=Timing.fixed(UTC))
    with collection() as anki:
        bring_in(anki, package)
        found = {}
        for identity in anki.find_cards(""):
            card = anki.get_card(identity)
            output = card.render_output()
            name = card.note()["Identity"].partition("/")[2]
            found[name] = (output.question_text, output.answer_text, output.css)
        return found


def page(side: str, css: str, classes: str = "card") -> str:
    """A side of a card as Anki's reviewer frames it."""
    side = re.sub(r"\[\[type:.*?\]\]", '<input type="text" id="typeans">', side)
    return f"<!doctype html><style>{css}</style><body class='{classes}'>{side}</body>"


def test_options_stand_in_one_order_on_both_sides(
    view: Any, cards: dict[str, tuple[str, str, str]]
) -> None:
    """The script sorts them alike on front and back, and the back marks the key and only it."""
    front, back, css = cards["choice"]
    orders = []
    for side in (front, back):
        view.set_content(page(side, css))
        orders.append(view.locator("ul.options li").all_text_contents())
    assert orders[0] == orders[1]
    assert sorted(orders[0]) == ["12 metres", "15 metres", "9 metres"]
    marked = view.locator("ul.options li[data-key]").all_text_contents()
    assert marked == ["12 metres"]


def test_the_front_does_not_show_which_option_is_the_key(
    view: Any, cards: dict[str, tuple[str, str, str]]
) -> None:
    """All options look alike on the front."""
    front, _, css = cards["choice"]
    view.set_content(page(front, css))
    looks = view.evaluate(
        "[...document.querySelectorAll('ul.options li')].map(li => {"
        " const s = getComputedStyle(li);"
        " return [s.color, s.borderColor, s.boxShadow, s.backgroundColor, s.fontWeight].join() })"
    )
    assert len(looks) == 3
    assert len(set(looks)) == 1


@pytest.mark.parametrize("classes", ["card", "card nightMode night_mode"])
def test_no_card_is_wider_than_a_phone(
    view: Any, cards: dict[str, tuple[str, str, str]], classes: str
) -> None:
    """Nothing has to be scrolled sideways, and text and ground differ enough to be read."""
    for front, back, css in cards.values():
        for side in (front, back):
            view.set_content(page(side, css, classes))
            assert view.evaluate("document.documentElement.scrollWidth") <= 320
            colors = view.evaluate(
                "(s => [s.color, s.backgroundColor])(getComputedStyle(document.body))"
            )
            assert contrast(*colors) >= 7


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two CSS colours (WCAG 2.2)."""

    def luminance(color: str) -> float:
        parts = [int(part) / 255 for part in re.findall(r"\d+", color)[:3]]
        red, green, blue = (
            part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
        )
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)
