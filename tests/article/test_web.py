"""Pages from the web, served by a server of our own on this machine."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from quizzer.article.read import read_article
from quizzer.article.web import fetch
from quizzer.diagnostics import QuizzerError
from tests.article.pages import HTML_PAGE, LEDE, PARAGRAPHS

PLAIN = "\n\n".join(PARAGRAPHS) + "\n\nA café on the pier stays open.\n"


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        """Answers each path in its own way."""
        match self.path:
            case "/page":
                self._send(HTML_PAGE.encode(), "text/html; charset=utf-8")
            case "/latin.txt":
                self._send(PLAIN.encode("latin-1"), "text/plain; charset=iso-8859-1")
            case "/pier.md":
                self._send(f"# The pier\n\n{PLAIN}".encode(), "text/plain; charset=utf-8")
            case "/moved":
                self._redirect("/page")
            case "/loop":
                self._redirect("/loop")
            case "/local":
                self._redirect("file:///etc/hostname")
            case "/large":
                self._send(b"x" * 5000, "text/plain")
            case _:
                self.send_error(404)

    def _send(self, body: bytes, media_type: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of the server."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as http:
        thread = Thread(target=http.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{http.server_address[1]}"
        http.shutdown()
        thread.join()


def no_input() -> bytes:
    """Standard input is not asked for."""
    raise AssertionError


@pytest.mark.parametrize("path", ["/page", "/moved"])
def test_a_page_is_fetched_and_redirects_are_followed(server: str, path: str) -> None:
    """The address of the article is where the page really is."""
    article = read_article(server + path, stdin=no_input)
    assert article.title == "Harrow Bay closes its ferry terminal"
    assert LEDE in article.text
    assert article.url == f"{server}/page"
    assert article.text_is_extracted


def test_the_servers_charset_counts(server: str) -> None:
    """Text in another encoding that the server names is read."""
    assert "café" in read_article(f"{server}/latin.txt", stdin=no_input).text


def test_markdown_is_known_by_the_end_of_its_address(server: str) -> None:
    """Servers send Markdown as plain text."""
    article = read_article(f"{server}/pier.md", stdin=no_input)
    assert article.paragraphs[0].span.of(article.text) == "The pier"


@pytest.mark.parametrize("path", ["/nothing", "/loop", "/local"])
def test_a_page_that_cannot_be_had_is_an_error(server: str, path: str) -> None:
    """Not found, a redirect in circles, and one that leads to a file of this machine."""
    with pytest.raises(QuizzerError) as caught:
        read_article(server + path, stdin=no_input)
    assert str(caught.value).startswith(server)


@pytest.mark.parametrize(
    "url", ["http://", "http://127.0.0.1:1/", "http://[::1", "http://127.0.0.1:x/", "https://\n"]
)
def test_bad_addresses_are_errors(url: str) -> None:
    """An address without a server, a closed port and malformed ones."""
    with pytest.raises(QuizzerError):
        read_article(url, stdin=no_input)


def test_a_page_beyond_the_limit_is_refused(server: str) -> None:
    """No more than the limit is read."""
    with pytest.raises(QuizzerError, match="larger"):
        fetch(f"{server}/large", 1000)
