"""Decks and texts on disk: read with clear errors, written whole or not at all."""

import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from quizzer.deck.model import Deck
from quizzer.deck.read import DeckFile, decode, read_deck
from quizzer.diagnostics import QuizzerError

LARGEST = 64_000_000
"""Bytes; a deck or a text beyond it is a mistake, and reading it would only fill the memory."""


def open_deck(path: Path) -> DeckFile:
    """Reads a deck file with all that is wrong in it.

    Raises:
        QuizzerError: there is no such file, or it cannot be read.
    """
    return read_deck(_read_bytes(path, "a deck"), str(path))


def load_deck(path: Path) -> Deck:
    """Reads a deck that must be usable.

    Raises:
        QuizzerError: the file cannot be read, or has errors (all of them are named).
    """
    file = open_deck(path)
    if file.deck is None:
        raise QuizzerError(file.diagnostics)
    return file.deck


def source_text(deck: Deck, deck_path: Path) -> str | None:
    """The text that the deck's evidence points into; None when the deck names none.

    Raises:
        QuizzerError: the file is missing or is no text.
    """
    if deck.source is None or deck.source.path is None:
        return None
    path = deck_path.parent / deck.source.path
    return as_text(_read_bytes(path, "the deck's source"), str(path))


def read_text(path: Path) -> str:
    """A text file as quizzer reads text.

    Raises:
        QuizzerError: the file is missing, empty or no text.
    """
    return as_text(_read_bytes(path, "a text"), str(path))


def as_text(data: bytes, name: str) -> str:
    """Bytes as quizzer reads text: UTF-8 without a byte order mark, LF line ends.

    Raises:
        QuizzerError: the bytes are not UTF-8.
    """
    text = decode(data, name).removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def digest(text: str) -> str:
    """SHA-256 of the text in UTF-8, in hexadecimal."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def save_text(path: Path, text: str) -> None:
    """Writes a text whole or not at all: beside the target first, then renamed onto it.

    Raises:
        QuizzerError: the folder is missing or read-only, or the disk is full.
    """
    save_bytes(path, text.encode("utf-8"))


def save_bytes(path: Path, data: bytes) -> None:
    """Like `save_text`, for bytes."""
    name = str(path)
    if path.is_dir():
        raise QuizzerError.at(name, "this is a folder", "name a file in it", "D101")
    temporary = None
    try:
        # A link stays a link; what it points at is replaced.
        target = path.resolve()
        number, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(number, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~_umask()
        os.chmod(temporary, mode)
        os.replace(temporary, target)
        temporary = None
    except OSError as error:
        message = f"cannot be written ({error.strerror or error})"
        hint = "choose a folder that exists, may be written to and has room; nothing was changed"
        raise QuizzerError.at(name, message, hint, "D102") from None
    finally:
        if temporary is not None:
            with suppress(OSError):
                os.unlink(temporary)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def _read_bytes(path: Path, what: str) -> bytes:
    name = str(path)
    try:
        if path.is_dir():
            raise QuizzerError.at(name, "this is a folder", f"name {what}'s file in it", "D101")
        status = path.stat()
        if not S_ISREG(status.st_mode):
            hint = f"copy it into a file, and name {what}'s file"
            raise QuizzerError.at(name, "this is a device or a pipe", hint, "D108")
        size = status.st_size
        if size > LARGEST:
            hint = f"{what} has at most {LARGEST // 1_000_000} MB; split it"
            raise QuizzerError.at(name, f"the file has {size // 1_000_000} MB", hint, "D103")
        data = path.read_bytes()
    except FileNotFoundError:
        hint = "check the name; `ls` shows what is there"
        raise QuizzerError.at(name, "there is no such file", hint, "D104") from None
    except OSError as error:
        message = f"cannot be read ({error.strerror or error})"
        raise QuizzerError.at(name, message, "check your rights to it", "D105") from None
    except ValueError as error:  # a NUL in the name
        raise QuizzerError.at(repr(name), f"this is no file name ({error})", "", "D104") from None
    if not data.strip():
        raise QuizzerError.at(
            name, "the file is empty", f"name {what} with something in it", "D106"
        )
    if b"\0" in data[:8192]:
        hint = f"name {what}, which is a text file"
        raise QuizzerError.at(name, "this is a binary file", hint, "D107")
    return data
