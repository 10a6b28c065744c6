"""The records of what was exchanged with Anki, one a deck and direction, in the state folder."""

from pathlib import Path

from quizzer.cli.home import home
from quizzer.deck.files import save_text
from quizzer.exchange.anki.incoming.record import Imported, read_imported, write_imported
from quizzer.exchange.anki.ledger import Ledger, read_ledger, write_ledger


def load_ledger(deck_id: str) -> Ledger:
    """What was exported of a deck; an empty ledger when nothing was."""
    return read_ledger(_text(_exported(deck_id)))


def save_ledger(deck_id: str, ledger: Ledger) -> None:
    """Keeps what was exported."""
    _save(_exported(deck_id), write_ledger(ledger))


def load_imported(deck_id: str) -> Imported:
    """What Anki had of a deck when it was last heard of."""
    return read_imported(_text(_imported(deck_id)))


def save_imported(deck_id: str, imported: Imported) -> None:
    """Keeps what Anki has."""
    _save(_imported(deck_id), write_imported(imported))


def _exported(deck_id: str) -> Path:
    return home() / "anki" / f"{deck_id}.json"


def _imported(deck_id: str) -> Path:
    return home() / "anki" / "imported" / f"{deck_id}.json"


def _text(path: Path) -> str:
    return path.read_text("utf-8", "replace") if path.is_file() else ""


def _save(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    save_text(path, text)
