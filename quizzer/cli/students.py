"""A student by name, and the key that pseudonyms are made with."""

import os
import secrets
from difflib import get_close_matches
from typing import TYPE_CHECKING

from quizzer.cli.home import home
from quizzer.diagnostics import QuizzerError

if TYPE_CHECKING:
    from pathlib import Path

    from quizzer.classroom.records.model import Student
    from quizzer.classroom.records.records import Records

_KEY_BYTES = 32


def find_student(records: "Records", name: str, class_name: str | None) -> "Student":
    """The one student of that name.

    Raises:
        QuizzerError: there is none, or one in several classes.
    """
    found = records.named(name, class_name)
    if len(found) > 1:
        classes = ", ".join(repr(one.class_name) for one in found)
        message = f"{name!r} is in several classes: {classes}"
        raise QuizzerError.at("classroom", message, "say which with --class", "G105")
    if not found:
        close = get_close_matches(name, records.names(class_name), n=1)
        hint = f"did you mean {close[0]!r}?" if close else "quizzer grades shows the names"
        raise QuizzerError.at("classroom", f"there is no student {name!r}", hint, "G104")
    return found[0]


def pseudonym_key() -> bytes:
    """The secret that makes pseudonyms, made once; without it they lead back to nobody."""
    path = _key_path()
    try:
        return bytes.fromhex(path.read_text("ascii"))
    except FileNotFoundError:
        key = secrets.token_bytes(_KEY_BYTES)
    path.parent.mkdir(parents=True, exist_ok=True)
    # For the owner's eyes, from the first moment on.
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w") as file:
        file.write(key.hex())
    return key


def _key_path() -> "Path":
    return home() / "pseudonyms.key"
