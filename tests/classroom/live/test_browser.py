"""A drill in a real browser: by mouse and by keyboard, cut off and back, and held against axe."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from quizzer.deck.write import write_deck
from tests.classroom.live.material import DECK
from tests.classroom.live.serving import Process, process

CHROMIUM = Path("/usr/bin/chromium")
playwright = pytest.importorskip("playwright.sync_api")
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="needs Chromium: apt-get install chromium"),
]
PHONE = {"width": 320, "height": 568}
BEAMER = {"width": 1920, "height": 1080}
NAMES = ("Ida", "O'Brien", "Zoë <b>")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all tests."""
    with playwright.sync_playwright() as tools:
        started = tools.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def deck(tmp_path: Path) -> Path:
    """The deck with every kind of question, as a file."""
    path = tmp_path / "voyage.yaml"
    path.write_text(write_deck(DECK), "utf-8")
    return path


class Room:
    """A host's page and players' pages of one drill; any error on a page fails the test."""

    def __init__(self, browser: Any, drill: Process):
        self.drill = drill
        self.base = f"http://127.0.0.1:{drill.port}"
        self.browser = browser
        self.errors: list[str] = []
        self.requests: list[str] = []
        self.host = self.page(BEAMER)
        self.host.goto(f"{self.base}/host/{drill.secret}")
        self.host.wait_for_selector("img.qr")

    def page(self, size: dict[str, int] = PHONE, **context: Any) -> Any:
        """A device of its own."""
        page = self.browser.new_context(viewport=size, **context).new_page()
        page.set_default_timeout(10_000)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        return page

    def player(self, name: str, page: Any | None = None) -> Any:
        """A device with a seat."""
        page = page or self.page()
        page.goto(f"{self.base}/{self.drill.code}")
        page.fill("#name", name)
        page.press("#name", "Enter")
        page.wait_for_function(
            "name => document.getElementById('who').innerText.includes(name)", arg=name
        )
        return page

    def next(self) -> None:
        """The host goes on, by keyboard."""
        words = self.host.inner_text("#verbs")
        self.host.keyboard.press("Space")
        self.host.wait_for_function(
            "words => document.getElementById('verbs').innerText !== words", arg=words
        )

    def close(self) -> None:
        """Nothing went wrong on any page, and nothing was asked of anybody else."""
        for context in self.browser.contexts:
            context.close()
        assert self.errors == []
        assert {url.split("/")[2] for url in self.requests} == {f"127.0.0.1:{self.drill.port}"}


@pytest.fixture
def opened(browser: Any, tmp_path: Path, deck: Path) -> Iterator[Callable[..., Any]]:
    """Opens a room over a drill with these options; it is closed and checked at the end."""

    @contextmanager
    def open_room(*options: str) -> Iterator[Room]:
        with process(tmp_path / "home", str(deck), *options) as drill:
            room = Room(browser, drill)
            yield room
            room.close()

    yield open_room  # noqa: PT022 - the type says that this is a fixture of a function


def answer(page: Any) -> None:
    """Answers whatever is asked, by clicks, with what comes first."""
    if page.query_selector(".typing"):
        page.fill(".typing input", "Quillon")
        page.press(".typing input", "Enter")
    elif page.query_selector(".pairs"):
        for select in page.query_selector_all("select"):
            select.select_option("0")
        page.click("button.send")
    else:
        options = page.query_selector_all("button.option")
        needs_all = page.query_selector(".placing") is not None
        for option in options if needs_all else options[:1]:
            option.click()
        if page.query_selector("button.send"):
            page.click("button.send")
    page.wait_for_function(
        "() => /Your answer is in/.test(document.body.innerText)"
        " || document.querySelector('.verdict') !== null"
    )


def test_a_host_and_three_players_from_join_to_podium(opened: Any) -> None:
    """Every kind of question is asked, answered and revealed on real pages."""
    with opened("--seed", "1") as room:
        players = [room.player(name) for name in NAMES]
        room.host.wait_for_selector("text=3 players in")
        assert room.host.locator(".names li").all_inner_texts() == list(NAMES)
        room.next()
        for _ in DECK.questions:
            for page in players:
                page.wait_for_selector(".stem")
                answer(page)
            # All have answered, so the answer is shown without anybody pressing a key.
            for page in (*players, room.host):
                page.wait_for_selector(".result")
            room.next()
            room.host.wait_for_selector("text=Standings")
            room.next()
        room.host.wait_for_selector(".podium")
        for page in players:
            page.wait_for_selector(".podium")
            assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_keyboard_is_enough(opened: Any) -> None:
    """Joining, answering every kind, and hosting, without a mouse."""
    with opened("--seed", "1") as room:
        page = room.page()
        page.goto(f"{room.base}/{room.drill.code}")
        page.wait_for_selector("#name")
        page.keyboard.type("Ida")
        page.keyboard.press("Enter")
        page.wait_for_selector("text=You are in.")
        room.next()
        for _ in DECK.questions:
            page.wait_for_selector(".stem")
            by_keyboard(page)
            page.wait_for_selector(".verdict")
            room.host.wait_for_selector(".result")
            room.next()
            page.wait_for_selector("text=Standings")
            room.next()
        page.wait_for_selector(".podium")


def by_keyboard(page: Any) -> None:
    """Answers with keys alone: letters, tabs, arrows, Enter."""
    if page.query_selector(".typing, .pairs"):
        fields = len(page.query_selector_all("main input, main select"))
        for _ in range(fields):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.tagName") == "SELECT":
                page.keyboard.press("ArrowDown")
            else:
                page.keyboard.type("Quillon")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        return
    count = len(page.query_selector_all("button.option"))
    needs_all = page.query_selector(".placing") is not None
    for place in range(count if needs_all else 1):
        page.keyboard.press(str(place + 1) if place % 2 else "abcdef"[place])
    if page.query_selector("button.send"):
        page.focus("button.send")
        page.keyboard.press("Enter")


def test_a_reload_and_a_killed_server_lose_nobody(browser: Any, tmp_path: Path, deck: Path) -> None:
    """The page comes back by itself, with points, the question and what was answered."""
    home = tmp_path / "home"
    with process(home, str(deck), "--seed", "1", "-n", "2") as drill:
        room = Room(browser, drill)
        ida, per = room.player("Ida"), room.player("Per")
        room.next()
        answer(ida)
        ida.reload()
        ida.wait_for_selector("text=Your answer is in.")
        drill.kill()
        ida.wait_for_selector("text=Connection lost")
        with process(home, "--resume", "--port", str(drill.port)):
            for page in (ida, per, room.host):
                page.wait_for_selector("#state:empty", state="attached", timeout=20_000)
            # The clock of a resumed drill stands still until the host goes on.
            ida.wait_for_selector("text=Pause")
            room.host.keyboard.press("p")
            ida.wait_for_selector("text=Your answer is in.")
            per.wait_for_selector(".stem")
            answer(per)
            for page in (ida, per, room.host):
                page.wait_for_selector(".result")
            room.close()


def test_plain_requests_serve_where_websockets_are_blocked(opened: Any) -> None:
    """A network that cuts every WebSocket loses nobody."""
    with opened("--seed", "1", "-n", "1") as room:
        page = room.page()
        page.route_web_socket(re.compile("/play$"), lambda socket: socket.close())
        room.player("Ida", page)
        room.next()
        page.wait_for_selector(".stem")
        answer(page)
        page.wait_for_selector(".verdict", timeout=15_000)


def test_a_half_typed_answer_stays_while_others_come_and_answer(opened: Any) -> None:
    """What the server sends meanwhile takes away neither words nor the focus."""
    with opened("--seed", "1", "-n", "1", "--ask", "type") as room:
        ida, per = room.player("Ida"), room.player("Per")
        room.next()
        ida.fill(".typing input", "Quil")
        answer(per)
        room.player("Zoë")
        room.host.wait_for_function("() => /1 of 3/.test(document.body.innerText)")
        assert ida.input_value(".typing input") == "Quil"
        assert ida.evaluate("document.activeElement.tagName") == "INPUT"


def test_an_exam_is_answered_in_any_order_and_reviewed(opened: Any) -> None:
    """All questions stand on one page; marks come at the end."""
    with opened("--mode", "exam", "--seed", "1") as room:
        page = room.player("Ida")
        room.next()
        page.wait_for_selector("section.exam")
        sections = page.query_selector_all("section.exam")
        assert len(sections) == len(DECK.questions)
        typed = page.locator(".typing input").last
        typed.fill("Quillon")
        page.locator("button.option").first.click()
        page.wait_for_selector("text=Your answer is in.")
        assert typed.input_value() == "Quillon"
        assert page.query_selector(".verdict") is None
        room.host.once("dialog", lambda dialog: dialog.accept())
        room.host.keyboard.press("c")
        page.wait_for_selector(".verdict")
        assert len(page.query_selector_all(".verdict")) == len(DECK.questions)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(opened: Any, scheme: str) -> None:
    """Join, lobby, question, answer, standings, podium, list of players: on both pages."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()

    def hold(page: Any, where: str) -> None:
        found = axe.run(page).response["violations"]
        bad = [f"{one['id']}: {one['nodes'][0]['html']}" for one in found]
        assert bad == [], f"{where} ({scheme})"

    with opened("--seed", "1", "--teams", "Red,Blue", "--time", "60s", "-n", "3") as room:
        room.host.emulate_media(color_scheme=scheme)
        page = room.page(color_scheme=scheme, reduced_motion="reduce")
        page.goto(f"{room.base}/{room.drill.code}")
        page.wait_for_selector("#name")
        hold(page, "join")
        room.player("Ida", page)
        hold(page, "in")
        hold(room.host, "lobby")
        room.next()
        for _ in range(3):
            page.wait_for_selector(".stem")
            hold(page, "question")
            hold(room.host, "question on the beamer")
            answer(page)
            page.wait_for_selector(".result")
            hold(page, "answer")
            hold(room.host, "answer on the beamer")
            room.next()
            page.wait_for_selector(".ranking")
            hold(page, "standings")
            hold(room.host, "standings on the beamer")
            room.next()
        page.wait_for_selector(".podium")
        hold(page, "podium")
        room.host.click("#open-people")
        hold(room.host, "players")
