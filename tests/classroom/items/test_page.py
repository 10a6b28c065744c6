"""The page: whole by itself, text stays text, readable by everybody."""

import re
from pathlib import Path

import pytest

from quizzer.classroom.items.gather import analyse_decks
from quizzer.classroom.items.page import items_page
from tests.classroom.classroom import RIGHT, class_of, sit

EVIL = "<img src=x onerror=alert(1)>"


def page_of(home: Path) -> str:
    """The page of a class of 12, one of whom types markup."""
    answers = {
        f"Student {n}": RIGHT | {"largest": "Arctic" if n < 4 else "Pacific"} for n in range(11)
    }
    with class_of(home) as records:
        sit(records, answers | {"Eve": {"deepest": EVIL}})
        return items_page(analyse_decks(records, records.drills()))


def test_text_is_never_markup(tmp_path: Path) -> None:
    """Titles and typed answers are escaped, and nothing is fetched."""
    html = page_of(tmp_path)
    assert "Seas &amp; &lt;oceans&gt;" in html
    assert "<img" not in html
    assert "&lt;img src=x" in html
    assert not re.search(r"(src|href)=\"?(?!#)\w+:", html)
    assert "<script" not in html


@pytest.mark.browser
def test_the_page_is_accessible(tmp_path: Path) -> None:
    """axe finds nothing in light and dark, and 320 pixels are enough."""
    playwright = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    (tmp_path / "items.html").write_text(page_of(tmp_path), "utf-8")
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        for scheme in ("light", "dark"):
            shown = browser.new_page(color_scheme=scheme, viewport={"width": 320, "height": 800})
            shown.goto((tmp_path / "items.html").as_uri())
            found = axe.Axe().run(shown)
            assert found.violations_count == 0, found.generate_report()
            assert shown.evaluate("document.documentElement.scrollWidth") <= 320
        browser.close()
