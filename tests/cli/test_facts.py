"""`quizzer facts`: one JSON object a line, with spans that hold what they say."""

import json
from pathlib import Path

from tests.cli.test_make import ARTICLE, quizzer


def test_facts_as_json_lines(tmp_path: Path) -> None:
    """Dates, figures and attributions have the keys of the contract and true offsets."""
    (tmp_path / "port.txt").write_text(ARTICLE)
    done = quizzer(tmp_path, "facts", "port.txt", "--jsonl")
    assert done.returncode == 0, done.stderr
    facts = [json.loads(line) for line in done.stdout.decode().splitlines()]
    kinds = {fact["kind"] for fact in facts}
    assert {"date", "figure", "attribution"} <= kinds
    for fact in facts:
        start, end = fact["evidence"]
        parts = [fact[key] for key in ("source", "cue", "content") if key in fact] or [fact]
        for part in parts:
            if "span" in part:
                first, last = part["span"]
                assert ARTICLE[first:last].replace("\n", " ") == part["text"]
                assert start <= first < last <= end or fact["kind"] == "attribution"
    said = next(fact for fact in facts if fact["kind"] == "attribution")
    assert set(said) == {"kind", "evidence", "source", "cue", "content", "act", "confidence"}
    assert set(said["source"]) == {"span", "text", "name"}


def test_facts_for_people_and_by_kind(tmp_path: Path) -> None:
    """Without --jsonl the facts are words; --kinds chooses."""
    (tmp_path / "port.txt").write_text(ARTICLE)
    done = quizzer(tmp_path, "facts", "port.txt", "--kinds", "date")
    assert b"2021-06-12" in done.stdout
    assert b"attribution" not in done.stdout
