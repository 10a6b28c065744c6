"""Pictures and sounds of a package get paths beside the deck, by which its questions name them."""

import re
import unicodedata
from base64 import b64decode
from binascii import Error as Base64Error
from collections.abc import Callable
from hashlib import blake2b
from pathlib import PurePosixPath
from urllib.parse import unquote_to_bytes

from quizzer.exchange.anki.incoming.container import LARGEST_MEDIUM, Opened

FOLDER = "media"
"""Where media lie, as seen from the deck."""

_DATA = re.compile(r"data:(image|audio)/([a-z0-9.+-]+)(;base64)?,(.*)", re.DOTALL | re.IGNORECASE)
_ODD = re.compile(r"[^\w.+-]+|_{2,}")
_LONGEST = 80
# What Windows takes for a device, whatever the ending.
_DEVICES = re.compile(r"(?i)(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?")


class IncomingMedia:
    """Gives media their paths when questions ask for them.

    `existing` gives the content of a path beside the deck, or None: a file that is there already is
    taken if it is the same, and never overwritten. `missing` gathers names that nothing is behind.
    """

    def __init__(self, package: Opened, existing: Callable[[str], bytes | None]):
        self._package = package
        self._existing = existing
        self._paths: dict[str, str] = {}
        self._taken: dict[str, str] = {}
        self._embedded: dict[str, bytes] = {}
        self.missing: dict[str, None] = {}

    def find(self, name: str) -> str | None:
        """The path of a medium; None when the package does not hold it."""
        embedded = _DATA.fullmatch(name)
        if embedded:
            return self._embed(embedded)
        name = unicodedata.normalize("NFC", name)
        known = self._paths.get(name)
        if known is not None:
            return known
        if name not in self._package.media:
            if "%" not in name and "://" not in name:
                self.missing.setdefault(name)
            return None
        path = self._free(name, name, lambda: self._package.read_medium(name))
        self._paths[name] = path
        return path

    def content(self, path: str) -> bytes:
        """The bytes of a medium by the path that `find` gave it."""
        found = self._embedded.get(path)
        if found is not None:
            return found
        name = next(name for name, given in self._paths.items() if given == path)
        return self._package.read_medium(name)

    def paths(self) -> list[str]:
        """Every path that was given, in order."""
        return sorted({*self._paths.values(), *self._embedded})

    def _embed(self, match: re.Match[str]) -> str | None:
        kind, ending, is_packed, data = match.groups()
        try:
            content = b64decode(data) if is_packed else unquote_to_bytes(data)
        except (Base64Error, ValueError):
            return None
        if not content or len(content) > LARGEST_MEDIUM:
            return None
        mark = blake2b(content, digest_size=6).hexdigest()
        ending = {"jpeg": "jpg", "svg+xml": "svg", "mpeg": "mp3"}.get(ending, ending)
        path = self._free(f"{kind}-{mark}.{ending}", mark, lambda: content)
        self._embedded[path] = content
        return path

    def _free(self, name: str, owner: str, read: Callable[[], bytes]) -> str:
        """A path made of `name` that no other medium has, and no other file."""
        path = f"{FOLDER}/{_plain(name)}"
        is_taken = self._taken.get(path.casefold(), owner) != owner
        if not is_taken:
            there = self._existing(path)
            is_taken = there is not None and there != read()
        if is_taken:
            mark = blake2b(read(), digest_size=4).hexdigest()
            where = PurePosixPath(path)
            path = f"{FOLDER}/{where.stem}-{mark}{where.suffix}"
        self._taken[path.casefold()] = owner
        return path


def _plain(name: str) -> str:
    """A file name that every system and a deck's `![](...)` can hold."""
    where = PurePosixPath(_ODD.sub("_", name).lstrip("._-") or "medium")
    stem = where.stem[:_LONGEST]
    while len(stem.encode("utf-8")) > 2 * _LONGEST:
        stem = stem[:-1]
    plain = f"{stem}{where.suffix[:10]}"
    return f"_{plain}" if _DEVICES.fullmatch(plain) else plain
