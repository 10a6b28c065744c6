"""Packages that are cut short, altered, locked, too large, or made to do harm."""

import io
import json
import os
import sqlite3
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from backports import zstd
from hypothesis import given, settings
from hypothesis import strategies as st

from quizzer.diagnostics import QuizzerError
from quizzer.exchange.anki.incoming import container
from quizzer.exchange.anki.incoming.collection import read_collection
from quizzer.exchange.anki.incoming.container import is_safe, opened
from quizzer.exchange.anki.incoming.decks import gather
from tests.exchange.incoming.author import FORMS, add_note, export, read
from tests.exchange.judge import collection


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The same two notes in every form."""
    folder = tmp_path_factory.mktemp("anki")
    with collection(folder) as anki:
        name = anki.media.write_data("a.png", b"\x89PNG")
        add_note(anki, "Basic", ["Who?", f"Ida <img src={name}>"])
        add_note(anki, "Cloze", ["{{c1::Ida}} came", ""])
        found = {}
        for form in FORMS:
            target = tmp_path_factory.mktemp("form")
            found[form] = export(anki, target, form).read_bytes()
        return found


def attempt(data: bytes, path: Path) -> None:
    """Reads whatever is in the bytes, media too."""
    path.write_bytes(data)
    with opened(path) as package:
        names = package.media
        gather(read_collection(package), lambda name: name if name in names else None)
        for name in names:
            package.read_medium(name)


def zipped(members: dict[str, bytes]) -> bytes:
    """An archive."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def members(data: bytes) -> dict[str, bytes]:
    """What an archive holds."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("form", FORMS)
def test_a_package_cut_anywhere_is_named(
    packages: dict[str, bytes], tmp_path: Path, form: str
) -> None:
    """Wherever a copy broke off, one error says that the file is damaged or none."""
    data = packages[form]
    for cut in sorted({*range(0, len(data) - 1, max(len(data) // 40, 1)), 1, 20, len(data) - 1}):
        with pytest.raises(QuizzerError, match=r"X?damaged|no package|not Anki's"):
            attempt(data[:cut], tmp_path / "cut.apkg")


@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_altered_packages_end_in_words(
    packages: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Bytes that were changed at random give decks or an error, never anything else."""
    content = bytearray(packages[data.draw(st.sampled_from(FORMS))])
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    with suppress(QuizzerError):
        attempt(bytes(content), tmp_path_factory.mktemp("altered") / "a.apkg")


def test_a_package_with_a_password_is_refused(packages: dict[str, bytes], tmp_path: Path) -> None:
    """The archive says that it is encrypted."""
    data = bytearray(packages["apkg"])
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(sign)
        while start >= 0:
            data[start + place] |= 1
            start = data.find(sign, start + 4)
    with pytest.raises(QuizzerError, match="encrypted"):
        attempt(bytes(data), tmp_path / "locked.apkg")


def forged_size(data: bytes, size: int) -> bytes:
    """The archive, with another unpacked size for each member in its directory."""
    changed = bytearray(data)
    start = changed.find(b"PK\x01\x02")
    while start >= 0:
        changed[start + 24 : start + 28] = size.to_bytes(4, "little")
        start = changed.find(b"PK\x01\x02", start + 4)
    return bytes(changed)


def test_bombs_are_refused_before_they_grow(packages: dict[str, bytes], tmp_path: Path) -> None:
    """A member that says how large it is is not unpacked; one that hides it stops early."""
    large = forged_size(zipped({"collection.anki2": b"x"}), 3_000_000_000)
    with pytest.raises(QuizzerError, match="unpacks to more than"):
        attempt(large, tmp_path / "a.apkg")
    bomb = zstd.compress(bytes(50_000_000))
    assert len(bomb) < 10_000
    for data in (bomb, zipped({"collection.anki21b": bomb})):
        with pytest.raises(QuizzerError, match="unpacks to more than"):
            attempt(data, tmp_path / "b.apkg")
    parts = members(packages["apkg"]) | {"media": bomb}
    with pytest.raises(QuizzerError, match="unpacks to more than"):
        attempt(zipped(parts), tmp_path / "c.apkg")


def test_too_many_files_are_refused(
    packages: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An archive with more members than anybody has media."""
    monkeypatch.setattr(container, "MOST_MEDIA", 3)
    parts = members(packages["apkg"]) | {str(number): b"" for number in range(9)}
    with pytest.raises(QuizzerError, match="more than 3 files"):
        attempt(zipped(parts), tmp_path / "many.apkg")


HARMFUL = [
    "../../evil.png",
    "/etc/evil",
    "..\\evil",
    "C:evil",
    "a\x00b",
    "",
    ".",
    "..",
    "a/b",
    "x" * 300,
]


def test_media_that_lead_out_of_the_folder_are_refused(
    packages: dict[str, bytes], tmp_path: Path
) -> None:
    """Their names are told apart; the rest of the package is read."""
    parts = members(packages["legacy apkg"])
    names = dict(enumerate(HARMFUL))
    parts["media"] = json.dumps({str(key): name for key, name in names.items()}).encode()
    parts |= {str(key): b"evil" for key in names}
    path = tmp_path / "evil.apkg"
    path.write_bytes(zipped(parts))
    with opened(path) as package:
        assert package.media == frozenset()
        assert set(package.refused) == {name for name in HARMFUL if not is_safe(name)}
        assert len(read_collection(package).notes) == 2


def test_the_newest_collection_counts_and_a_stub_does_not(
    packages: dict[str, bytes], tmp_path: Path
) -> None:
    """The oldest form may only ask to update Anki."""
    parts = members(packages["apkg"])
    assert {"collection.anki21b", "collection.anki2"} <= parts.keys()
    path = tmp_path / "new.apkg"
    path.write_bytes(packages["apkg"])
    found, gathered = read(path)
    assert len(found.notes) == 2
    stems = [question.stem for deck in gathered.decks for question in deck.questions]
    assert stems == ["Who?", "____ came"]


def test_a_form_of_the_future_is_named(packages: dict[str, bytes], tmp_path: Path) -> None:
    """Its version is higher than any we know."""
    parts = members(packages["apkg"]) | {"meta": b"\x08\x09"}
    with pytest.raises(QuizzerError, match="version 9, newer than quizzer knows"):
        attempt(zipped(parts), tmp_path / "new.apkg")


def broken(change: Callable[[sqlite3.Connection], object], data: bytes, path: Path) -> None:
    """Reads a collection after a change to its tables."""
    path.write_bytes(data)
    database = sqlite3.connect(path)
    database.create_collation("unicase", lambda a, b: (a > b) - (a < b))
    change(database)
    database.commit()
    database.close()
    attempt(path.read_bytes(), path)


@pytest.mark.parametrize(
    ("sql", "words"),
    [
        ("DROP TABLE notes", "not Anki's"),
        ("DELETE FROM col", "damaged"),
        ("ALTER TABLE cards RENAME COLUMN queue TO other", "damaged"),
        ("UPDATE notetypes SET config = x'ffff'", "damaged"),
        ("DROP TABLE fields", "damaged"),
    ],
)
def test_a_collection_that_is_none_is_named(
    packages: dict[str, bytes], tmp_path: Path, sql: str, words: str
) -> None:
    """Tables that are missing or hold something else."""
    with pytest.raises(QuizzerError, match=words):
        broken(lambda database: database.execute(sql), packages["anki2"], tmp_path / "x.anki2")


def test_a_view_never_runs(packages: dict[str, bytes], tmp_path: Path) -> None:
    """A stranger's file may call a query without an end `notes`."""
    endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT x FROM n"

    def change(database: sqlite3.Connection) -> None:
        database.execute("DROP TABLE notes")
        database.execute(f"CREATE VIEW notes AS {endless}")

    with pytest.raises(QuizzerError, match="not Anki's"):
        broken(change, packages["anki2"], tmp_path / "x.anki2")


def test_bad_rows_are_counted_and_the_others_read(
    packages: dict[str, bytes], tmp_path: Path
) -> None:
    """One row with a text for a number costs that row."""
    path = tmp_path / "x.anki2"
    broken(
        lambda database: database.execute("UPDATE notes SET mod = 'soon' WHERE flds LIKE 'Who%'"),
        packages["anki2"],
        path,
    )
    found, gathered = read(path)
    assert len(found.notes) == 1
    assert found.unreadable == {"notes": 1}
    assert [one.what for one in gathered.absent] == ["1 card"]


def importing(path: Path, folder: Path) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own, since locks do not hold within one."""
    return subprocess.run(
        [sys.executable, "-m", "quizzer", "import", str(path)],
        cwd=folder,
        env={**os.environ, "QUIZZER_HOME": str(folder / "home")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_collection_in_use_is_left_alone(tmp_path: Path) -> None:
    """While Anki has it open, it is not read; afterwards it is, and nothing is left beside it."""
    profile, target = tmp_path / "profile", tmp_path / "target"
    profile.mkdir()
    target.mkdir()
    with collection(profile) as anki:
        add_note(anki, "Basic", ["Who?", "Ida"])
        path = Path(anki.path)
        during = {one.name for one in profile.iterdir()}
        done = importing(path, target)
        assert (done.returncode, done.stdout) == (1, "")
        assert "Anki has the collection open; close Anki" in done.stderr
        assert {one.name for one in profile.iterdir()} == during
    before = {one.name for one in profile.iterdir()}
    done = importing(path, target)
    assert done.stdout.startswith("default.yaml: 1 question."), done.stderr
    assert {one.name for one in profile.iterdir()} == before
    assert {one.name for one in target.iterdir()} == {"default.yaml", "home"}


@pytest.mark.parametrize(
    "data", [b"", b"PK", b"text", b"\x28\xb5\x2f\xfd", b"SQLite format 3\0", zipped({"a": b"b"})]
)
def test_other_files_are_named(tmp_path: Path, data: bytes) -> None:
    """Empty, a text, another archive, half a database."""
    with pytest.raises(QuizzerError) as caught:
        attempt(data, tmp_path / "a.apkg")
    assert [one.code[:2] for one in caught.value.diagnostics] == ["X3"]


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """As such."""
    with pytest.raises(QuizzerError, match="no such file"), opened(tmp_path / "none.apkg"):
        pass


WITHOUT = """
import sys, types
sys.modules["backports"] = types.ModuleType("backports")
from quizzer.cli.main import run
sys.exit(run(["import", sys.argv[1]]))
"""


def test_without_zstandard_the_remedy_is_said(packages: dict[str, bytes], tmp_path: Path) -> None:
    """Also where other backports are installed; the older form needs none."""
    for form, code in (("apkg", 1), ("legacy apkg", 0)):
        path = tmp_path / "deck.apkg"
        path.write_bytes(packages[form])
        done = subprocess.run(
            [sys.executable, "-c", WITHOUT, str(path)],
            cwd=tmp_path,
            env={**os.environ, "QUIZZER_HOME": str(tmp_path / "home")},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stderr
        assert ("pip install backports.zstd" in done.stderr) is (code == 1)
