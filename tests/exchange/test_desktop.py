"""The real program, with its own import dialog and default options, where it is installed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.exchange.test_package import EVERY_FORM, packed


def imported(folder: Path, package: Path) -> dict[str, object]:
    """What the program has after the dialog's Import was pressed."""
    result = folder / "result.json"
    subprocess.run(
        [sys.executable, Path(__file__).with_name("desktop.py"), folder / "data", package, result],
        capture_output=True,
        timeout=120,
        check=True,
    )
    found = json.loads(result.read_text())
    assert isinstance(found, dict)
    return found


@pytest.mark.long
def test_the_import_dialog_takes_our_package(tmp_path: Path) -> None:
    """All notes are new at first and known the second time; no note type is forked."""
    pytest.importorskip("aqt", reason="pip install aqt[qt6]")
    package = tmp_path / "garden.apkg"
    package.write_bytes(packed([EVERY_FORM])[0])
    first = imported(tmp_path, package)
    assert (first["notes"], first["cards"]) == (7, 7)
    assert "new notes imported" in str(first["page"])
    second = imported(tmp_path, package)
    assert (second["notes"], second["cards"]) == (7, 7)
    assert second["types"] == first["types"]
