"""Zstandard, with which newer packages are compressed: Python's own module or its backport."""

from collections.abc import Callable
from typing import BinaryIO

from quizzer.diagnostics import QuizzerError

_CHUNK = 1 << 18
MOST_TIMES = 1000
"""A file that grows more than so many times is a bomb; Deflate cannot do more either."""


def unpack(source: BinaryIO, write: Callable[[bytes], object], *, at_most: int, name: str) -> None:
    """Hands the content of a Zstandard stream to `write`, piece by piece.

    `at_most` counts bytes of content; `name` is what errors call the file.

    Raises:
        QuizzerError: there is no Zstandard here, or the stream is damaged, cut short, or a bomb.
    """
    try:
        from compression import zstd  # noqa: PLC0415 - Python 3.14
    except ImportError:
        try:
            from backports import zstd  # noqa: PLC0415 - the same before 3.14
        except ImportError:
            hint = "pip install backports.zstd, or export it in Anki with 'Support older versions'"
            message = "this package needs Zstandard"
            raise QuizzerError.at(name, message, hint, "X308") from None
    read = written = 0
    decompressor = zstd.ZstdDecompressor()
    try:
        while chunk := source.read(_CHUNK):
            read += len(chunk)
            while True:
                if decompressor.eof:
                    rest = decompressor.unused_data + chunk
                    if not rest:
                        break
                    decompressor, chunk = zstd.ZstdDecompressor(), rest
                content = decompressor.decompress(chunk, _CHUNK)
                chunk = b""
                written += len(content)
                if written > min(at_most, max(read * MOST_TIMES, _CHUNK)):
                    refuse_size(name, at_most)
                write(content)
                if decompressor.eof and decompressor.unused_data:
                    continue
                if decompressor.eof or decompressor.needs_input:
                    break
    except zstd.ZstdError as error:
        raise damaged(name, str(error)) from None
    if not decompressor.eof:
        raise damaged(name, "it ends too early")


def refuse_size(name: str, at_most: int) -> None:
    """Says that something unpacks to more than we take."""
    message = f"it unpacks to more than {at_most // 1_000_000} MB, or grows more than it should"
    raise QuizzerError.at(name, message, "export it again, in parts", "X305")


def damaged(name: str, why: str) -> QuizzerError:
    """The error for a package that is cut short or altered."""
    return QuizzerError.at(
        name, f"the file is damaged ({why})", "copy or export it again; nothing was written", "X303"
    )
