"""A page is fetched from the web: http and https only, with limits on time and size."""

from dataclasses import dataclass
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from quizzer.diagnostics import QuizzerError

TIMEOUT = 20.0
_AGENT = "Mozilla/5.0 (compatible; quizzer)"


@dataclass(frozen=True, slots=True)
class Page:
    """What a server sent: the body, its media type in lower case, where redirects led."""

    content: bytes
    media_type: str
    charset: str | None
    url: str


def is_url(source: str) -> bool:
    """Whether a source names a page on the web."""
    return source.lower().startswith(("http://", "https://"))


def fetch(url: str, limit: int, timeout: float = TIMEOUT) -> Page:
    """Gets a page, following redirects to http and https.

    Args:
        url: an http or https address.
        limit: most bytes of the body.
        timeout: seconds to wait for the server each time.

    Raises:
        QuizzerError: A010 where the page cannot be had, A005 where it is too large.
    """
    from urllib.request import (  # noqa: PLC0415 - files are read without it  # noqa: PLC0415
        HTTPDefaultErrorHandler,
        HTTPErrorProcessor,
        HTTPHandler,
        HTTPRedirectHandler,
        HTTPSHandler,
        OpenerDirector,
        ProxyHandler,
        Request,
    )

    opener = OpenerDirector()
    # No handler for file: or ftp:, so that no redirect can lead there.
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPRedirectHandler(),
        HTTPDefaultErrorHandler(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    try:
        if not urlsplit(url).hostname:
            raise ValueError("the address names no server")
        request = Request(url, headers={"User-Agent": _AGENT, "Accept": "text/html,*/*;q=0.8"})
        with opener.open(request, timeout=timeout) as answer:
            content = answer.read(limit + 1)
            page = Page(
                content,
                answer.headers.get_content_type().lower(),
                answer.headers.get_content_charset(),
                answer.geturl(),
            )
    except HTTPError as error:
        with error:
            reason = f"the server answered {error.code} {error.reason}".strip()
        raise _failure(url, reason) from None
    except URLError as error:
        raise _failure(url, f"the page cannot be reached ({error.reason})") from None
    except TimeoutError:
        raise _failure(url, f"the server did not answer within {timeout:g} s") from None
    except (HTTPException, OSError, ValueError) as error:
        raise _failure(url, f"the page cannot be read ({error})") from None
    if len(content) > limit:
        raise QuizzerError.at(
            url,
            f"the page is larger than {limit // 2**20} MB",
            "save the part that you want to a file",
            "A005",
        )
    return page


def _failure(url: str, reason: str) -> QuizzerError:
    return QuizzerError.at(
        url, reason, "open it in a browser and save it as a file, then give that", "A010"
    )
