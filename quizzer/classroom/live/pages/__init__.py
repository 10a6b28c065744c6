"""The pages of a drill: plain HTML, one style sheet, one script a page, nothing from elsewhere.

They are read once, when the server starts, so that no request ever names a file.
"""

from dataclasses import dataclass
from importlib.resources import files

_TYPES = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".webmanifest": "application/manifest+json",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A file as it is served."""

    data: bytes
    media_type: str


def read_pages() -> dict[str, Page]:
    """All pages, scripts and styles by their names."""
    pages = {}
    for entry in files("quizzer.classroom.live.pages").iterdir():
        ending = entry.name[entry.name.rfind(".") :]
        if ending in _TYPES:
            pages[entry.name] = Page(entry.read_bytes(), _TYPES[ending])
    return pages
