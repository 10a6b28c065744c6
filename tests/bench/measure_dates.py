"""Measures dates against TimeML documents that people annotated.

usage: measure_dates.py DIR [--scorer SCRIPT] [--threshold T ...] [--smoke]

DIR holds `*.tml` files (TempEval-3 form: the text in TEXT, the document's own date in DCT).
Counted are TIMEX3 of type DATE; `calendar` means values that are a day, a month or a year. A
prediction matches when it overlaps; it is right when its value is equal. With `--scorer` the
given script is run on the same predictions (`SCRIPT DIR PREDICTIONS.jsonl`). Without a folder
the script says so and measures nothing.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import Span
from quizzer.facts.dates import find_dates
from quizzer.facts.model import DateFact

CALENDAR = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
SMOKE = """<TimeML><DCT><TIMEX3 value="2019-05-16"/></DCT><TEXT>They left on <TIMEX3 type="DATE"
value="2019-05-13">Monday</TIMEX3> after the floods of
<TIMEX3 type="DATE" value="1998">1998</TIMEX3>.
</TEXT></TimeML>"""


@dataclass(frozen=True)
class Document:
    """A text, its own date, and the dates that people marked in it."""

    name: str
    text: str
    published: PartialDate | None
    marked: list[tuple[Span, str]]


@dataclass
class Count:
    """Predictions, marked dates, overlaps and equal values."""

    predicted: int = 0
    marked: int = 0
    overlapping: int = 0
    equal: int = 0

    @property
    def precision(self) -> float:
        """Share of predictions that are right, value and all."""
        return self.equal / max(1, self.predicted)

    @property
    def recall(self) -> float:
        """Share of marked dates that were found with their value."""
        return self.equal / max(1, self.marked)

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def read_document(path: Path) -> Document:
    """Text and marked dates of a TimeML file."""
    source = path.read_text(encoding="utf8", errors="replace")
    root = ET.fromstring(re.sub(r"&(?!\w+;)", "&amp;", source))
    own = root.find(".//DCT/TIMEX3")
    body = root.find(".//TEXT")
    text = ""
    marked: list[tuple[Span, str]] = []

    def walk(node: ET.Element) -> None:
        nonlocal text
        start = len(text)
        text += node.text or ""
        for child in node:
            walk(child)
            text += child.tail or ""
        if node.tag == "TIMEX3" and node.get("type") == "DATE":
            marked.append((Span(start, len(text)), node.get("value", "")))

    if body is not None:
        walk(body)
    published = own.get("value", "")[:10] if own is not None else ""
    return Document(
        path.stem, text, PartialDate.parse(published) if published else None, sorted(marked)
    )


def add(
    count: Count, document: Document, facts: list[DateFact], keep: Callable[[str], bool]
) -> None:
    """Counts one document; predictions over a marked date of another form count nowhere."""
    wanted = [mark for mark in document.marked if keep(mark[1])]
    others = [mark for mark in document.marked if not keep(mark[1])]
    count.marked += len(wanted)
    for fact in facts:
        if not keep(fact.value):
            continue
        match = next((mark for mark in wanted if mark[0].overlaps(fact.span)), None)
        if match is None:
            count.predicted += not any(span.overlaps(fact.span) for span, _ in others)
            continue
        wanted.remove(match)
        count.predicted += 1
        count.overlapping += 1
        count.equal += match[1] == fact.value


def is_calendar(value: str) -> bool:
    """Whether a value is a day, a month or a year."""
    return CALENDAR.fullmatch(value) is not None


def report(documents: list[Document], thresholds: list[float]) -> dict[str, list[DateFact]]:
    """Prints the tables; gives back the facts by document."""
    found = {d.name: find_dates(d.text, published=d.published) for d in documents}
    print(f"{'values':10} {'least':>5} {'marked':>6} {'found':>5} {'prec':>6} {'rec':>6} {'F1':>6}")
    kinds: list[tuple[str, Callable[[str], bool]]] = [
        ("calendar", is_calendar),
        ("all", lambda value: True),
    ]
    for name, keep in kinds:
        for threshold in thresholds:
            count = Count()
            for document in documents:
                facts = [f for f in found[document.name] if f.confidence >= threshold]
                add(count, document, facts, keep)
            print(
                f"{name:10} {threshold:5.2f} {count.marked:6} {count.predicted:5} "
                f"{count.precision:6.3f} {count.recall:6.3f} {count.f1:6.3f}"
            )
    return found


def main() -> None:
    """Reads the arguments and prints."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--scorer", type=Path)
    parser.add_argument("--threshold", type=float, nargs="*", default=[0.0, 0.7, 0.8, 0.85, 0.9])
    parser.add_argument("--smoke", action="store_true", help="measure one made-up document")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = arguments.folder
        if arguments.smoke:
            folder = Path(scratch)
            (folder / "smoke.tml").write_text(SMOKE, encoding="utf8")
        files = sorted(f for f in folder.glob("*.tml") if f.name[0] != ".") if folder else []
        if not files:
            print("no folder with *.tml files given: nothing measured")
            return
        found = report([read_document(file) for file in files], arguments.threshold)
        if arguments.scorer:
            predictions = Path(scratch) / "predictions.jsonl"
            rows = [
                {
                    "doc": name,
                    "dates": [
                        {"span": [f.span.start, f.span.end], "value": f.value} for f in facts
                    ],
                }
                for name, facts in found.items()
            ]
            predictions.write_text("\n".join(map(json.dumps, rows)), encoding="utf8")
            command = [sys.executable, str(arguments.scorer), str(folder), str(predictions)]
            subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
