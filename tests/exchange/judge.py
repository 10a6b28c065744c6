"""The official program as the judge of our packages: a fresh collection, and imports into it."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from anki.collection import (
    Collection,
    ImportAnkiPackageOptions,
    ImportAnkiPackageRequest,
)


@contextmanager
def collection(folder: Path | None = None) -> Iterator[Collection]:
    """An empty collection of Anki in a folder of its own."""
    with tempfile.TemporaryDirectory() as made:
        opened = Collection(str((folder or Path(made)) / "collection.anki2"))
        try:
            yield opened
        finally:
            opened.close()


def bring_in(
    opened: Collection, package: bytes, *, progress: bool = False, merge: bool = False
) -> dict[str, int]:
    """Imports a package as a user does, and counts what became of its notes.

    `merge` joins note types that differ, as Anki does for add-ons.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "deck.apkg"
        path.write_bytes(package)
        options = ImportAnkiPackageOptions(
            merge_notetypes=merge, with_scheduling=progress, with_deck_configs=progress
        )
        request = ImportAnkiPackageRequest(package_path=str(path), options=options)
        log = opened.import_anki_package(request).log
    names = ("new", "updated", "duplicate", "conflicting", "missing_notetype", "missing_deck")
    return {name: len(getattr(log, name)) for name in names}


_DUE = """
import sys
from tests.exchange.judge import bring_in, collection
with collection() as anki:
    bring_in(anki, open(sys.argv[1], "rb").read(), progress=True)
    print(anki.db.scalar("select due from cards where type = 2") - anki.sched.today)
"""


def days_until_due(package: bytes, zone: str) -> int:
    """In how many days the package's one review card is due for Anki on a machine in `zone`."""
    with tempfile.NamedTemporaryFile(suffix=".apkg") as file:
        file.write(package)
        file.flush()
        done = subprocess.run(
            [sys.executable, "-c", _DUE, file.name],
            cwd=Path(__file__).parents[2],
            env={**os.environ, "TZ": zone},
            capture_output=True,
            text=True,
            check=True,
        )
    return int(done.stdout)
