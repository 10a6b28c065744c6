"""The page stands alone, escapes what it shows, and is good to read for everybody."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from quizzer.memory.model import CardKey
from quizzer.stats.observed import observe
from quizzer.stats.page import page_of
from quizzer.stats.report import report
from tests.stats.test_report import LOG, SETTINGS, TODAY

NASTY = '<script>alert(1)</script> & "Who"?'


def page(log: list[Any] = LOG, title: str = NASTY) -> str:
    stems = {CardKey("deck", "b"): NASTY}
    return page_of(report(observe(log, lambda deck: SETTINGS), TODAY, SETTINGS, stems, title))


class Tags(HTMLParser):
    """Collects tags and attributes, and complains of what is not closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_the_page_fetches_nothing_and_runs_nothing() -> None:
    """No script, no link, no image, no address; and a policy that forbids them."""
    tags = Tags()
    tags.feed(page())
    assert not tags.open
    names = {tag for tag, _ in tags.seen}
    assert not names & {"script", "link", "img", "iframe", "object", "image", "use"}
    for _, attributes in tags.seen:
        assert not {"src", "href", "xlink:href", "onclick", "style"} & set(attributes)
    assert "url(" not in page()
    assert "@import" not in page()
    assert "default-src 'none'" in page()


def test_what_a_deck_says_is_only_text() -> None:
    """A stem or a title with tags is shown as it is written."""
    assert "<script" not in page()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;Who&quot;?" in page()


def test_every_picture_has_a_name_a_description_and_a_table() -> None:
    """Who cannot see a picture loses nothing."""
    for figure in re.findall(r"<figure>.*?</figure>", page(), re.DOTALL):
        name, about = re.search(r'aria-labelledby="(\S+) (\S+)"', figure).groups()  # type: ignore[union-attr]
        assert re.search(rf'<title id="{name}">[^<]+</title>', figure)
        assert re.search(rf'<desc id="{about}">[^<]+</desc>', figure)
        assert "<table>" in figure
    assert page().count("<figure>") == 3


def test_an_empty_log_says_how_to_begin() -> None:
    """No pictures of nothing, but a next step."""
    assert "quizzer quiz" in page([])
    assert "<svg" not in page([])


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1000])
def test_axe_and_the_browser_find_nothing_wrong(scheme: Any, width: int, tmp_path: Path) -> None:
    """No fault of accessibility (contrast among them), no request, no sideways scrolling."""
    api = pytest.importorskip("playwright.sync_api")
    axe = pytest.importorskip("axe_playwright_python.sync_playwright")
    path = tmp_path / "stats.html"
    path.write_text(page(), "utf-8")
    with api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"]
        )
        try:
            context = browser.new_context(
                color_scheme=scheme, viewport={"width": width, "height": 800}
            )
            tab = context.new_page()
            asked: list[str] = []
            tab.on("request", lambda request: asked.append(request.url))
            tab.goto(path.as_uri())
            tab.eval_on_selector_all("details", "all => all.forEach(one => one.open = true)")
            found = axe.Axe().run(tab)
            assert found.response["violations"] == []
            assert asked == [path.as_uri()]
            assert tab.evaluate("document.documentElement.scrollWidth") <= width
        finally:
            browser.close()
