"""How long 30 forms of 40 questions take, beside typst's own time for one form.

Prints for a deck of 40 questions, the least of some runs in processes of their own: typst
alone on one form (its import, its search for fonts, and compiling), `quizzer paper`'s work for 30
forms, the same with their keys, and the ratios, of which the limit is 10 for the forms. `--smoke`
does a tenth.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LIMIT = 10
_TYPST = """
import sys, typst
from importlib.resources import files
template = files("quizzer.classroom").joinpath("paper.typ").read_bytes()
data = open(sys.argv[1]).read()
typst.compile(template, sys_inputs={"d": data})
"""
_QUIZZER = """
import sys
from quizzer.classroom.forms import make_forms
from quizzer.classroom.paper import forms_pdf, keys_pdf
from tests.bench.bench_paper import deck_of
count, questions = int(sys.argv[1]), int(sys.argv[2])
deck = deck_of(questions)
forms = make_forms(deck, deck.questions, count, "s")
forms_pdf(deck, forms, with_sheet=False)
if sys.argv[3] == "keys":
    keys_pdf(deck, forms, "s")
"""


def deck_of(count: int):  # type: ignore[no-untyped-def]
    """Questions with four options and an accented word each."""
    from quizzer.deck.model import Deck, Question, TextAnswer

    questions = tuple(
        Question(
            id=f"q{number}",
            stem=f"Which café stands in street number {number} of the town?",
            answer=TextAnswer(f"The right one, {number}"),
            distractors=tuple(f"Another one, {number}, {place}" for place in range(3)),
        )
        for number in range(count)
    )
    return Deck(id="bench", title="A deck for measuring", questions=questions)


def one_form(count: int, path: Path) -> None:
    """Writes what typst gets for one form."""
    from quizzer.classroom import paper
    from quizzer.classroom.forms import make_forms

    deck = deck_of(count)
    caught: list[object] = []
    paper._typeset = lambda _template, data: caught.append(data) or b""  # type: ignore[assignment,func-returns-value]
    paper._refuse_missing_glyphs = lambda data: None
    paper.forms_pdf(deck, make_forms(deck, deck.questions, 1, "s"), with_sheet=False)
    path.write_text(json.dumps(caught[0]))


def seconds(script: str, *arguments: str, runs: int) -> tuple[float, float]:
    """The least time that a script takes in a process of its own: of a processor, and by the clock.

    The least, because what else runs on the machine only ever adds.
    """
    used, waited = [], []
    for _ in range(runs):
        before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
        subprocess.run([sys.executable, "-c", script, *arguments], check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        waited.append(time.perf_counter() - start)
        used.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(used), min(waited)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--smoke", action="store_true")
    smoke = parser.parse_args().smoke
    forms, questions, runs = (3, 10, 1) if smoke else (30, 40, 5)
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder) / "one.json"
        one_form(questions, data)
        own = seconds(_TYPST, str(data), runs=runs)
    bare, whole = (
        seconds(_QUIZZER, str(forms), str(questions), keys, runs=runs) for keys in ("", "keys")
    )
    print(f"{questions} questions a form                  processor      clock")
    rows = (
        ("typst alone, 1 form", own),
        (f"quizzer, {forms} forms", bare),
        ("... with keys", whole),
    )
    for name, (used, waited) in rows:
        ratios = f"{used / own[0]:6.1f} x {waited / own[1]:6.1f} x"
        print(f"{name:24} {used:9.3f} s {waited:9.3f} s {ratios}")
    print(f"limit for the forms: {LIMIT} x")


if __name__ == "__main__":
    main()
