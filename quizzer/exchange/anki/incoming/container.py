"""Opens what Anki exports, and trusts nothing in it: sizes, names and counts are checked first.

A package (`.apkg`, `.colpkg`) is a ZIP archive with a collection, numbered media, and a map of
their names. Of several collections in it the newest form is taken, since older ones may be stubs.
A bare collection has its media in the folder `collection.media` beside it.
"""

import json
import sqlite3
import unicodedata
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from errno import ENOSPC
from io import SEEK_END, BytesIO
from pathlib import Path
from shutil import copyfile, copyfileobj
from tempfile import TemporaryDirectory
from typing import BinaryIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from quizzer.diagnostics import QuizzerError
from quizzer.exchange.anki.incoming.wire import fields_of, number_of, text_of
from quizzer.exchange.anki.incoming.zstd import damaged, refuse_size, unpack

LARGEST_COLLECTION = 2_000_000_000
"""Bytes, unpacked; a collection of ten years has a tenth of it."""

LARGEST_MEDIUM = 500_000_000
LARGEST_MAP = 100_000_000
MOST_MEDIA = 200_000

MEMBERS = ("collection.anki21b", "collection.anki21", "collection.anki2")
"""Collections that a package may hold, the newest form first."""

_LATEST = 3
_SQLITE = b"SQLite format 3\0"
_ZSTD = b"\x28\xb5\x2f\xfd"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A collection as an SQLite file, and its media.

    `member` is the name the collection had (its form); `media` holds safe names, `refused` names
    that lead out of a folder or are none, `read_medium` gives the bytes of a safe one.
    """

    name: str
    collection: Path
    member: str
    media: frozenset[str]
    refused: tuple[str, ...]
    read_medium: Callable[[str], bytes]


@contextmanager
def opened(path: Path) -> Iterator[Opened]:
    """The package or collection at `path`, unpacked into a folder that is gone afterwards.

    Raises:
        QuizzerError: there is no such file, or it is none of Anki's, damaged, encrypted, newer
            than we know, or larger than we take.
    """
    name = str(path)
    if not path.is_file():
        raise QuizzerError.at(name, "there is no such file", "check the name", "X301")
    with TemporaryDirectory(prefix="quizzer-") as folder, path.open("rb") as file:
        head = file.read(16)
        file.seek(0)
        if head.startswith(_ZIP):
            yield _package(file, name, Path(folder))
        elif head.startswith(_ZSTD):
            collection = Path(folder) / "collection"
            _write(collection, lambda sink: _unpacked(file, sink, LARGEST_COLLECTION, name))
            yield _bare(path, collection, MEMBERS[0])
        elif head == _SQLITE:
            _refuse_cut(file, name)
            yield _bare(path, _copied(path, Path(folder)), path.name)
        else:
            message = "this is no package and no collection of Anki"
            hint = "export it in Anki with File > Export; if it was cut short, copy it again"
            raise QuizzerError.at(name, message, hint, "X302")


def is_safe(name: str) -> bool:
    """Whether a medium's name is one plain file name on every system."""
    has_signs = any(letter in '/\\:*?"<>|' or ord(letter) < 0x20 for letter in name)
    return bool(name.strip(" .")) and not has_signs and len(name.encode("utf-8", "replace")) <= 255


def _package(file: BinaryIO, name: str, folder: Path) -> Opened:
    try:
        archive = ZipFile(file)
        members = {info.filename: info for info in archive.infolist()}
        if len(members) > MOST_MEDIA:
            message = f"it holds more than {MOST_MEDIA} files"
            raise QuizzerError.at(name, message, "export it in parts", "X305")
        version = _version(archive, members, name)
        member = next((one for one in MEMBERS if one in members), None)
        if member is None:
            message = "there is no collection in this archive"
            raise QuizzerError.at(name, message, "export it again in Anki", "X306")
        target = folder / "collection"
        is_packed = member == MEMBERS[0]
        with _member(archive, members[member], LARGEST_COLLECTION, name) as stream:
            if is_packed:
                _write(target, lambda sink: _unpacked(stream, sink, LARGEST_COLLECTION, name))
            else:
                _write(target, lambda sink: copyfileobj(stream, sink, 1 << 18))
        names = _media_map(archive, members, name, is_packed=is_packed or version >= _LATEST)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError) as error:
        if isinstance(error, OSError) and error.errno == ENOSPC:
            raise
        raise damaged(name, str(error) or "it ends too early") from None
    safe = {
        medium: members[number]
        for medium, number in names.items()
        if is_safe(medium) and number in members
    }

    def read_medium(medium: str) -> bytes:
        try:
            with _member(archive, safe[medium], LARGEST_MEDIUM, name) as stream:
                return _unpacked_bytes(stream, name, LARGEST_MEDIUM) if is_packed else stream.read()
        except (BadZipFile, zlib.error, EOFError, NotImplementedError, OSError) as error:
            raise damaged(f"{name}/{medium}", str(error) or "it ends too early") from None

    return Opened(
        name=name,
        collection=target,
        member=member,
        media=frozenset(safe),
        refused=tuple(sorted(medium for medium in names if not is_safe(medium))),
        read_medium=read_medium,
    )


def _copied(path: Path, folder: Path) -> Path:
    """A copy of a collection that may be in use; SQLite would write files beside the original."""
    name = str(path)
    if path.stat().st_size > LARGEST_COLLECTION:
        refuse_size(name, LARGEST_COLLECTION)
    log = Path(f"{path}-wal")
    if Path(f"{path}-journal").exists() or (log.exists() and log.stat().st_size):
        # Anki has it open, or stopped without closing it.
        _refuse_open(path)
    target = folder / "collection"
    copyfile(path, target)
    if log.exists():
        copyfile(log, f"{target}-wal")
    return target


def _refuse_cut(file: BinaryIO, name: str) -> None:
    """SQLite reads a file that lost its end as if nothing were amiss, as long as it can."""
    # https://www.sqlite.org/fileformat2.html#the_database_header: sizes of a page and in pages.
    header = file.read(100)
    page, pages = int.from_bytes(header[16:18], "big"), int.from_bytes(header[28:32], "big")
    if len(header) < 100 or file.seek(0, SEEK_END) < (65_536 if page == 1 else page) * pages:
        raise damaged(name, "it ends too early")


def _refuse_open(path: Path) -> None:
    beside = Path(f"{path}-shm")
    was_there = beside.exists()
    try:
        database = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=1)
        try:
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            database.close()
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            message, hint = "Anki has the collection open", "close Anki and try again"
            raise QuizzerError.at(str(path), message, hint, "X309") from None
    finally:
        if not was_there:
            beside.unlink(missing_ok=True)


def _bare(path: Path, collection: Path, member: str) -> Opened:
    folder = path.resolve().with_suffix(".media")
    names = {
        unicodedata.normalize("NFC", entry.name): entry
        for entry in (folder.iterdir() if folder.is_dir() else ())
        if entry.is_file() and not entry.is_symlink() and is_safe(entry.name)
    }
    return Opened(
        name=str(path),
        collection=collection,
        member=member,
        media=frozenset(names),
        refused=(),
        read_medium=lambda medium: names[medium].read_bytes(),
    )


def _version(archive: ZipFile, members: dict[str, ZipInfo], name: str) -> int:
    if "meta" not in members:
        return 0
    with _member(archive, members["meta"], 10_000, name) as stream:
        version = number_of(stream.read(), 1)
    if version > _LATEST:
        message = f"the package has version {version}, newer than quizzer knows"
        hint = "update quizzer, or export it in Anki with 'Support older versions'"
        raise QuizzerError.at(name, message, hint, "X307")
    return version


def _media_map(
    archive: ZipFile, members: dict[str, ZipInfo], name: str, *, is_packed: bool
) -> dict[str, str]:
    """The names of members by the names of media, in Unicode's composed form."""
    if "media" not in members:
        return {}
    with _member(archive, members["media"], LARGEST_MAP, name) as stream:
        data = _unpacked_bytes(stream, name, LARGEST_MAP) if is_packed else stream.read()
    named: dict[str, str] = {}
    if is_packed:
        entries = [value for key, value in fields_of(data) if key == 1 and isinstance(value, bytes)]
        for place, entry in enumerate(entries):
            number = number_of(entry, 255)
            named[text_of(entry, 1)] = str(number or place)
    else:
        found = json.loads(data.decode("utf-8", "replace") or "{}")
        if not isinstance(found, dict):
            raise ValueError("the map of media is none")
        named = {str(medium): str(number) for number, medium in found.items()}
    return {unicodedata.normalize("NFC", medium): number for medium, number in named.items()}


@contextmanager
def _member(archive: ZipFile, info: ZipInfo, at_most: int, name: str) -> Iterator[BinaryIO]:
    if info.flag_bits & 1:
        hint = "export it again without a password"
        raise QuizzerError.at(name, "the package is encrypted", hint, "X304")
    # ZipFile never hands out more than the archive says here.
    if info.file_size > at_most:
        refuse_size(name, at_most)
    with archive.open(info) as stream:
        yield stream  # type: ignore[misc] # an IO[bytes] that can be read


def _unpacked(source: BinaryIO, sink: BinaryIO, at_most: int, name: str) -> None:
    unpack(source, sink.write, at_most=at_most, name=name)


def _unpacked_bytes(source: BinaryIO, name: str, at_most: int) -> bytes:
    sink = BytesIO()
    _unpacked(source, sink, at_most, name)
    return sink.getvalue()


def _write(target: Path, fill: Callable[[BinaryIO], object]) -> None:
    with target.open("wb") as sink:
        fill(sink)
