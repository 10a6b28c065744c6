"""Pushing into a running Anki: a stand-in speaks AnkiConnect's protocol over loopback."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from anki.collection import Collection

from quizzer.diagnostics import QuizzerError
from quizzer.exchange.anki.connect import push_package
from tests.exchange.judge import bring_in, collection
from tests.exchange.test_package import EVERY_FORM, packed

Answers = Callable[[dict[str, object]], bytes]


@contextmanager
def listening(answers: Answers) -> Iterator[str]:
    """A server on a free port of this machine that answers every request."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            content = answers(body)
            self.send_response(200)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: object) -> None:
            pass

    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def anki_connect(anki: Collection, key: str = "") -> Answers:
    """What the add-on does with the four requests that we send, on a real collection."""

    def answer(request: dict[str, object]) -> bytes:
        params = request["params"]
        assert isinstance(params, dict)
        if request.get("key", "") != key:
            reply: dict[str, object] = {"result": None, "error": "valid api key must be provided"}
        elif request["action"] == "version":
            reply = {"result": 6, "error": None}
        elif request["action"] == "findNotes":
            reply = {"result": list(anki.find_notes(params["query"])), "error": None}
        elif request["action"] == "importPackage":
            # What Anki's importer for add-ons does: everything is ticked.
            bring_in(anki, Path(params["path"]).read_bytes(), progress=True, merge=True)
            reply = {"result": True, "error": None}
        else:
            reply = {"result": None, "error": "unsupported action"}
        return json.dumps(reply).encode()

    return answer


def test_a_push_adds_and_a_second_one_doubles_nothing(tmp_path: Path) -> None:
    """All notes arrive once, also after an import of the same package from a file."""
    package = tmp_path / "deck.apkg"
    package.write_bytes(packed([EVERY_FORM])[0])
    with collection() as anki, listening(anki_connect(anki)) as address:
        pushed = push_package(package, ["garden"], address=address)
        assert (pushed.before, pushed.after) == (0, 7)
        pushed = push_package(package, ["garden"], address=address)
        assert (pushed.before, pushed.after) == (7, 7)
        bring_in(anki, package.read_bytes())
        assert anki.note_count() == 7


def test_a_key_is_sent_along(tmp_path: Path) -> None:
    """Where AnkiConnect wants a key, the push works with it and says so without."""
    package = tmp_path / "deck.apkg"
    package.write_bytes(packed([EVERY_FORM])[0])
    with collection() as anki, listening(anki_connect(anki, "secret")) as address:
        assert push_package(package, ["garden"], address=address, key="secret").after == 7
        with pytest.raises(QuizzerError, match="valid api key"):
            push_package(package, ["garden"], address=address)


def test_no_anki_is_said_in_clear_words(tmp_path: Path) -> None:
    """A port where nobody listens gives one line that tells what to do."""
    with listening(lambda _: b"") as address:
        pass
    with pytest.raises(QuizzerError, match="start Anki, with the add-on AnkiConnect"):
        push_package(tmp_path / "deck.apkg", ["garden"], address=address)


@pytest.mark.parametrize(
    "reply", [b"", b"<html>", b"[]", b"{}", b'{"result": 5, "error": null}', b"\xff"]
)
def test_other_servers_are_told_apart(tmp_path: Path, reply: bytes) -> None:
    """Whatever listens there, the push ends in an error that names the address."""
    with listening(lambda _: reply) as address, pytest.raises(QuizzerError, match="AnkiConnect"):
        push_package(tmp_path / "deck.apkg", ["garden"], address=address)
