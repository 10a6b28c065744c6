"""The records of what was exchanged with Anki, one a deck and direction, in the state folder."""

from collections.abc import Mapping
from pathlib import Path

from quizzer.cli.home import home
from quizzer.deck.files import save_text
from quizzer.exchange.anki.incoming.merge import read_digests, write_digests
from quizzer.exchange.anki.ledger import Ledger, read_ledger, write_ledger


def load_ledger(deck_id: str) -> Ledger:
    """What was exported of a deck; an empty ledger when nothing was."""
    return read_ledger(_text(_exported(deck_id)))


def save_ledger(deck_id: str, ledger: Ledger) -> None:
    """Keeps what was exported."""
    _save(_exported(deck_id), write_ledger(ledger))


def load_digests(deck_id: str) -> dict[str, str]:
    """The digests of what was last imported of a deck, by question id."""
    return read_digests(_text(_imported(deck_id)))


def save_digests(deck_id: str, digests: Mapping[str, str]) -> None:
    """Keeps what was imported."""
    _save(_imported(deck_id), write_digests(digests))


def _exported(deck_id: str) -> Path:
    return home() / "anki" / f"{deck_id}.json"


def _imported(deck_id: str) -> Path:
    return home() / "anki" / "imported" / f"{deck_id}.json"


def _text(path: Path) -> str:
    return path.read_text("utf-8", "replace") if path.is_file() else ""


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_text(path, text)
