"""Hands a package to a running Anki through the add-on AnkiConnect.

The protocol is one JSON object a request: `action`, `version` and `params` go in, `result` and
`error` come out (https://git.sr.ht/~foosoft/anki-connect). Anki imports the same package that
`quizzer export` writes, so notes pushed and notes imported from a file are never doubled.
"""

import json
from dataclasses import dataclass
from http.client import HTTPException
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import ProxyHandler, Request, build_opener

from quizzer.diagnostics import QuizzerError

ADDRESS = "http://127.0.0.1:8765"
"""Where AnkiConnect listens unless it was told otherwise."""

_VERSION = 6
_PATIENCE = 120
"""Seconds; Anki answers only when a large import is done."""


@dataclass(frozen=True, slots=True)
class Pushed:
    """How many notes of the deck Anki had before, and has now."""

    before: int
    after: int


def push_package(
    package: Path, deck_ids: list[str], *, address: str = ADDRESS, key: str = ""
) -> Pushed:
    """Lets the running Anki import a package that lies on this machine.

    Raises:
        QuizzerError: Anki is not running or has no AnkiConnect, or it refused the package.
    """
    parts = urlsplit(address)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise QuizzerError.at(address, "this is no address", f"write {ADDRESS}", "X130")
    version = _call(address, key, "version")
    if not isinstance(version, int) or version < _VERSION:
        hint = "update the add-on AnkiConnect in Anki"
        raise QuizzerError.at(address, "AnkiConnect is too old", hint, "X131")
    before = _count(address, key, deck_ids)
    if _call(address, key, "importPackage", path=str(package.resolve())) is not True:
        hint = "import the file by hand: File > Import"
        raise QuizzerError.at(address, "Anki did not import the package", hint, "X132")
    return Pushed(before, _count(address, key, deck_ids))


def _count(address: str, key: str, deck_ids: list[str]) -> int:
    # In Anki's searches _ stands for any letter; names with it are looked up literally.
    terms = (f'"Identity:{name}/*"'.replace("_", r"\_") for name in deck_ids)
    found = _call(address, key, "findNotes", query=" OR ".join(terms))
    return len(found) if isinstance(found, list) else 0


def _call(address: str, key: str, action: str, **params: object) -> Any:
    body: dict[str, object] = {"action": action, "version": _VERSION, "params": params}
    if key:
        body["key"] = key
    request = Request(
        address, json.dumps(body).encode("utf-8"), {"Content-Type": "application/json"}
    )
    # A proxy for the web must not see what is meant for this machine.
    opener = build_opener(ProxyHandler({}))
    try:
        with opener.open(request, timeout=_PATIENCE) as response:
            answer = json.loads(response.read(50_000_000))
    except HTTPError as error:
        hint = "check that AnkiConnect listens there"
        raise QuizzerError.at(address, f"no AnkiConnect ({error.code})", hint, "X133") from None
    except (URLError, TimeoutError, ConnectionError, HTTPException):
        hint = "start Anki, with the add-on AnkiConnect (code 2055492159) installed"
        raise QuizzerError.at(
            address, "Anki is not running or does not answer", hint, "X134"
        ) from None
    except ValueError:
        hint = "check that AnkiConnect listens there"
        raise QuizzerError.at(address, "what answers is not AnkiConnect", hint, "X133") from None
    if not isinstance(answer, dict) or "error" not in answer or "result" not in answer:
        hint = "check that AnkiConnect listens there"
        raise QuizzerError.at(address, "what answers is not AnkiConnect", hint, "X133")
    if answer["error"] is not None:
        hint = "import the file by hand: File > Import"
        raise QuizzerError.at(address, f"Anki says: {answer['error']}", hint, "X132")
    return answer["result"]
