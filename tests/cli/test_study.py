"""`quizzer study` and `quizzer due` over a real history."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from quizzer.cli import clock
from quizzer.memory.model import CardKey, Rating
from quizzer.store.store import Store
from tests.cli.test_make import quizzer
from tests.store.test_store import REVIEW, SITTING

DECK = """format: 1
id: d
title: Colors
questions:
- {id: sky, stem: Which color is the sky?, answer: blue, distractors: [red, green]}
- {id: grass, stem: Which color is grass?, answer: green, distractors: [red, blue]}
"""
EMPTY = DECK.partition("- {id: sky")[0]
WORDS = """- {id: coal, stem: Which color is coal?, answer: jet black}
- {id: snow, stem: And snow?, answer: white}
"""


def test_nothing_answered_yet(tmp_path: Path) -> None:
    """A newcomer is told how to begin."""
    assert b"Begin with: quizzer quiz" in quizzer(tmp_path, "due").stdout
    done = quizzer(tmp_path, "study", "--plain")
    assert done.returncode == 3
    assert b"Begin with: quizzer quiz" in done.stdout


def test_studying_moves_cards_out_of_new(tmp_path: Path) -> None:
    """What was answered is in learning; the counts say so to people and programs."""
    (tmp_path / "colors.yaml").write_text(DECK)
    before = quizzer(tmp_path, "due", "colors.yaml", "--json")
    assert json.loads(before.stdout) == {"d": {"due": 0, "learning": 0, "new": 2}}
    done = quizzer(tmp_path, "study", "colors.yaml", "-n", "1", "--plain", data=b"1\n\n\n")
    assert done.returncode == 0, done.stderr
    after = json.loads(quizzer(tmp_path, "due", "colors.yaml", "--json").stdout)
    assert after["d"]["new"] == 1
    assert b"Colors: " in quizzer(tmp_path, "due").stdout


def test_new_cards_can_be_held_back(tmp_path: Path) -> None:
    """--new 0 asks only what is due."""
    (tmp_path / "colors.yaml").write_text(DECK)
    done = quizzer(tmp_path, "study", "colors.yaml", "--new", "0", "--plain")
    assert done.returncode == 3


def test_a_question_is_left_out_until_tomorrow_or_for_good(tmp_path: Path) -> None:
    """:b and :x take it out of the sitting and out of what waits; undo brings it back."""
    (tmp_path / "colors.yaml").write_text(DECK)
    lines = b":w\n:b\n:x\n"
    done = quizzer(tmp_path, "study", "colors.yaml", "--plain", data=lines)
    assert done.returncode == 0, done.stderr
    assert b"You have not met this one yet." in done.stdout
    assert b"Left out until tomorrow." in done.stdout
    assert b"Left out until you call it back." in done.stdout
    assert b"Traceback" not in done.stderr
    assert json.loads(quizzer(tmp_path, "due", "colors.yaml", "--json").stdout)["d"]["new"] == 0
    assert len(quizzer(tmp_path, "suspend").stdout.splitlines()) == 1
    quizzer(tmp_path, "undo", "2")
    assert json.loads(quizzer(tmp_path, "due", "colors.yaml", "--json").stdout)["d"]["new"] == 2


def test_setting_aside_is_taken_back_in_the_same_sitting(tmp_path: Path) -> None:
    """:u asks the question after all."""
    (tmp_path / "colors.yaml").write_text(DECK)
    lines = b":x\n:u\n1\n1\n\n\n\n\n"
    done = quizzer(tmp_path, "study", "colors.yaml", "--plain", data=lines)
    assert b"2 of 2" in done.stdout
    assert b"No question is suspended" in quizzer(tmp_path, "suspend").stdout


def test_a_quiz_knows_no_such_keys(tmp_path: Path) -> None:
    """Only what memory chose can be left out by it."""
    (tmp_path / "colors.yaml").write_text(DECK)
    done = quizzer(tmp_path, "quiz", "colors.yaml", "--plain", data=b":x\n1\n1\n\n")
    assert b"Left out" not in done.stdout
    assert b"No question is suspended" in quizzer(tmp_path, "suspend").stdout


def test_a_leech_is_named_with_what_to_do(tmp_path: Path) -> None:
    """Forgotten as often as the settings say, it is offered for rewording."""
    home = tmp_path / "home"
    home.mkdir()
    (home / "config.yaml").write_text("leech_lapses: 1\nlearning_steps: []\nrelearning_steps: []\n")
    (tmp_path / "colors.yaml").write_text(DECK)
    now = clock.now()
    with Store(home / "history.db") as store:
        store.begin(replace(SITTING, started_at=now))
        store.append(replace(REVIEW, card=CardKey("d", "sky"), at=now - timedelta(days=30)))
    done = quizzer(tmp_path, "study", "colors.yaml", "--new", "0", "--plain", data=b"pink\n\n\n\n")
    assert b"d/sky is a leech: forgotten " in done.stdout
    assert b"quizzer edit d/sky" in done.stdout
    assert b"quizzer suspend d/sky" in done.stdout


def test_a_step_that_follows_soon_is_announced(tmp_path: Path) -> None:
    """After a wrong answer the question comes back within minutes."""
    (tmp_path / "colors.yaml").write_text(DECK)
    done = quizzer(tmp_path, "study", "colors.yaml", "-n", "1", "--plain", data=b"1\n\n\n")
    assert b"The next one comes back in" in done.stdout


def test_a_mistake_in_one_deck_keeps_no_other_from_study(tmp_path: Path) -> None:
    """It is told with its place; named outright it is refused."""
    (tmp_path / "colors.yaml").write_text(DECK)
    (tmp_path / "other.yaml").write_text(DECK.replace("id: d\n", "id: e\n"))
    for deck in ("colors.yaml", "other.yaml"):
        quizzer(tmp_path, "quiz", deck, "--plain", "-n", "1", data=b"1\n\n")
    (tmp_path / "other.yaml").write_text(DECK.replace("id: d\n", "id: e\n") + "oops: 1\n")
    done = quizzer(tmp_path, "due", "--json")
    assert list(json.loads(done.stdout)) == ["d"]
    assert done.stderr.startswith(b"other.yaml:") or b"other.yaml:7:1" in done.stderr
    assert quizzer(tmp_path, "due", "other.yaml").returncode == 1


def test_counts_follow_the_deck_file(tmp_path: Path) -> None:
    """A question that is added or taken out is counted at once, also within the same second."""
    path = tmp_path / "colors.yaml"
    more = "- {id: snow, stem: Which color is snow?, answer: white}\n"
    for text, new in ((DECK, 2), (DECK + more, 3), (DECK, 2)):
        path.write_text(text)
        shown = json.loads(quizzer(tmp_path, "due", "colors.yaml", "--json").stdout)
        assert shown["d"]["new"] == new


def test_a_forgotten_question_comes_back_until_it_has_graduated(tmp_path: Path) -> None:
    """Wrong, then right at both steps; the last answer ends the sitting."""
    deck = EMPTY + "- {id: coal, stem: And coal?, answer: black}\n"
    (tmp_path / "colors.yaml").write_text(deck)
    lines = b"pink\nblack\nblack\n\n"
    done = quizzer(tmp_path, "study", "colors.yaml", "--plain", data=lines)
    assert done.stdout.count(b"Again 1 of 1: And coal?") == 2
    assert b"0 of 1 points" in done.stdout
    assert b"1 of the missed ones right when asked again." in done.stdout
    assert b"comes back in" not in done.stdout
    assert ratings(tmp_path) == [Rating.AGAIN, Rating.GOOD, Rating.GOOD]
    assert quizzer(tmp_path, "study", "colors.yaml", "--plain").returncode == 3


def test_a_sitting_that_was_left_goes_on_with_its_steps(tmp_path: Path) -> None:
    """What is due within the look-ahead is asked ahead, after what is due now."""
    (tmp_path / "colors.yaml").write_text(EMPTY + WORDS)
    quizzer(tmp_path, "study", "colors.yaml", "--plain", data=b"pink\n:q\n")
    done = quizzer(tmp_path, "study", "colors.yaml", "--plain", data=b":q\n")
    assert b"Question 1 of 2: And snow?" in done.stdout
    quizzer(tmp_path, "study", "colors.yaml", "--plain", "-n", "1", data=b"white\n:q\n")
    done = quizzer(tmp_path, "study", "colors.yaml", "--plain", data=b":q\n")
    assert b"Question 1 of 2: Which color is coal?" in done.stdout


def test_a_hint_makes_it_hard_and_only_the_learner_makes_it_easy(tmp_path: Path) -> None:
    """:h and :e, with what takes them back; both leave the log as it should be."""
    (tmp_path / "colors.yaml").write_text(EMPTY + WORDS)
    lines = b":e\n:h\njet black\n:e\nwhite\n:e\n:e\n:o\n:o\n:e\n:q\n"
    done = quizzer(tmp_path, "study", "colors.yaml", "--plain", data=lines)
    assert b"Hint: j.. b...." in done.stdout
    assert b"With a hint: it counts as hard." in done.stdout
    assert done.stdout.count(b"Only a right answer without a hint can be called easy.") == 2
    assert done.stdout.count(b"Noted: your last answer was easy.") == 2
    assert b"Noted: it was not easy after all." in done.stdout
    assert ratings(tmp_path) == [Rating.HARD, Rating.EASY]


def test_undo_takes_the_rating_back_and_the_hint_stays_seen(tmp_path: Path) -> None:
    """Whoever has seen a hint does not unsee it; redo brings the answer back as it was."""
    (tmp_path / "colors.yaml").write_text(EMPTY + WORDS)
    lines = b":h\nblue\n:u\njet black\n:u\n:r\n:q\n"
    done = quizzer(tmp_path, "study", "colors.yaml", "--plain", data=lines)
    assert done.returncode == 0, done.stderr
    assert ratings(tmp_path) == [Rating.HARD]


def test_a_quiz_gives_no_hints(tmp_path: Path) -> None:
    """They would change the score."""
    (tmp_path / "colors.yaml").write_text(EMPTY + WORDS)
    done = quizzer(tmp_path, "quiz", "colors.yaml", "--plain", data=b":h\n:e\n")
    assert b"Hint" not in done.stdout


def ratings(folder: Path) -> list[Rating]:
    """The standing ratings in the history, in order."""
    with Store(folder / "home" / "history.db") as store:
        return [review.rating for review in store.reviews()]
