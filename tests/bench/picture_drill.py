"""Pictures of a live drill: what the beamer and a phone show, light and dark.

    python tests/bench/picture_drill.py docs/pictures

Serves the shipped deck on Apollo 11 and plays its first questions in Chromium.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

from tests.classroom.live.serving import process  # noqa: E402

PHONE = {"width": 320, "height": 568}
BEAMER = {"width": 1024, "height": 640}
NAMES = ("Ida", "O'Brien", "Zoë", "Jamal", "Mei")


def play(tools: Any, folder: Path, home: Path) -> None:
    """One game, photographed at each new thing to see."""
    browser = tools.chromium.launch(
        executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
    )
    deck = str(ROOT / "decks" / "apollo-11.yaml")
    with process(home, deck, "--seed", "3", "-n", "2", "--ask", "choice", "--time", "45s") as drill:
        base = f"http://127.0.0.1:{drill.port}"
        host = browser.new_context(viewport=BEAMER).new_page()
        host.goto(f"{base}/host/{drill.secret}")
        players = []
        for number, name in enumerate(NAMES):
            scheme = "dark" if number else "light"
            context = browser.new_context(viewport=PHONE, color_scheme=scheme)
            page = context.new_page()
            page.goto(f"{base}/{drill.code}")
            page.fill("#name", name)
            page.press("#name", "Enter")
            page.wait_for_selector("text=You are in.")
            players.append(page)
        host.wait_for_selector("text=5 players in")
        host.screenshot(path=folder / "drill-beamer-lobby.png")
        for number in range(2):
            host.keyboard.press("Space")
            for page in players:
                page.wait_for_selector("button.option")
            if number == 0:
                players[0].screenshot(path=folder / "drill-phone-question.png")
            for place, page in enumerate(players):
                page.locator("button.option").nth(place % 2).click()
            for page in (*players, host):
                page.wait_for_selector(".result")
            if number == 0:
                host.wait_for_timeout(700)  # the bars grow
                host.screenshot(path=folder / "drill-beamer-answer.png")
                players[1].screenshot(path=folder / "drill-phone-answer.png")
            host.keyboard.press("Space")
            host.wait_for_selector("text=Standings")
        host.keyboard.press("Space")
        host.wait_for_selector(".podium")
        host.screenshot(path=folder / "drill-beamer-podium.png")
    browser.close()


def main() -> None:
    """Draws all pictures into a folder."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as home, sync_playwright() as tools:
        play(tools, folder, Path(home))
    for path in sorted(folder.glob("drill-*.png")):
        print(f"{path}: {path.stat().st_size // 1024} kB")


if __name__ == "__main__":
    main()
