"""A deck's text is changed where it must be, and nowhere else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.deck.model import AllAnswer, Deck, Question, TextAnswer
from quizzer.deck.patch import patched
from quizzer.deck.read import read_deck
from quizzer.deck.write import write_deck
from quizzer.diagnostics import QuizzerError
from tests.deck.strategies import DECKS, QUESTIONS

COMMENTED = """\
# My deck
format: 1
id: d        # keep it
title: D

questions:
# The first one
- id: a      # never change this
  stem: Who planted it?   # asked often
  answer: "Ada Marl"  # she did
  distractors: [Bo, Cy]  # more to come
  tags:
  - garden   # where
  - people

# The second one
- id: b
  stem: |-
    Two lines,
    both asked.
  answer:
    order:
    - seed   # first
    - tree
  # the end of b
- {id: c, stem: Short?, answer: Yes!}   # in one line
# The end
"""


def question(name: str) -> Question:
    """One of the commented deck."""
    deck = read_deck(COMMENTED, "d").deck
    assert deck is not None
    found = deck.question(name)
    assert found is not None
    return found


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Lines that went and lines that came, by content."""
    old, new = before.splitlines(), after.splitlines()
    return [line for line in old if line not in new], [line for line in new if line not in old]


@pytest.mark.parametrize(
    ("name", "changes", "gone", "came"),
    [
        (
            "a",
            {"stem": "Who planted the oak?"},
            ["  stem: Who planted it?   # asked often"],
            ["  stem: Who planted the oak?   # asked often"],
        ),
        (
            "a",
            {"answer": TextAnswer("Ida")},
            ['  answer: "Ada Marl"  # she did'],
            ['  answer: "Ida"  # she did'],
        ),
        (
            "a",
            {"distractors": ("Bo", "Cy", "Di")},
            ["  distractors: [Bo, Cy]  # more to come"],
            ["  distractors: [Bo, Cy, Di]  # more to come"],
        ),
        ("a", {"tags": ("garden",)}, ["  - people"], []),
        ("a", {"tags": ("garden", "trees", "people")}, [], ["  - trees"]),
        ("a", {"explanation": "In May."}, [], ["  explanation: In May."]),
        ("a", {"distractors": ()}, ["  distractors: [Bo, Cy]  # more to come"], []),
        ("b", {"stem": "Two lines,\nall asked."}, ["    both asked."], ["    all asked."]),
        ("b", {"kind": "order"}, [], ["  kind: order"]),
        (
            "c",
            {"stem": "Shorter?"},
            ["- {id: c, stem: Short?, answer: Yes!}   # in one line"],
            ["- # in one line", "  id: c", "  stem: Shorter?", "  answer: Yes!"],
        ),
        (
            "a",
            {"answer": AllAnswer(("Ida", "Bo"))},
            ['  answer: "Ada Marl"  # she did'],
            ["  # she did", "    all: [Ida, Bo]"],
        ),
        (
            "a",
            {"stem": "Who?\nWhen?"},
            ["  stem: Who planted it?   # asked often"],
            ['  stem: "Who?\\nWhen?"   # asked often'],
        ),
    ],
)
def test_an_edit_changes_its_own_lines(
    name: str, changes: dict[str, object], gone: list[str], came: list[str]
) -> None:
    """Comments, quotes, blank lines and order stay."""
    edited = replace(question(name), **changes)  # type: ignore[arg-type]
    text = patched(COMMENTED, "d", {name: edited})
    assert changed_lines(COMMENTED, text) == (gone, came)


def test_a_new_question_goes_to_the_end() -> None:
    """Behind the last one, in its column."""
    text = patched(COMMENTED, "d", {}, [Question(id="e", stem="New?", answer=TextAnswer("yes"))])
    gone, came = changed_lines(COMMENTED, text)
    assert gone == []
    assert came == ["- id: e", "  stem: New?", '  answer: "yes"']
    assert text.endswith("# The end\n")


def test_an_empty_list_takes_questions() -> None:
    """`questions: []` becomes a list."""
    text = "format: 1\nid: d\ntitle: D\nquestions: []  # none yet\n"
    added = Question(id="e", stem="New?", answer=TextAnswer("1"))
    new = read_deck(patched(text, "d", {}, [added]), "d").deck
    assert new is not None
    assert new.questions == (added,)


def test_what_is_no_deck_is_refused() -> None:
    """The errors are those of reading."""
    with pytest.raises(QuizzerError, match="no key"):
        patched("format: 1\nid: d\ntitle: D\nwhat: 1\nquestions: []\n", "d", {})


def commented(deck: Deck, places: list[int]) -> tuple[str, list[str]]:
    """The deck's text with remarks on lines of their own before some lines, and the remarks."""
    lines = write_deck(deck).splitlines()
    remarks = []
    for number, place in enumerate(sorted({place % (len(lines) + 1) for place in places})):
        remarks.append(f"# remark {number}")
        lines.insert(place + number, remarks[-1])
    return "".join(f"{line}\n" for line in lines), remarks


@given(DECKS, st.lists(QUESTIONS, max_size=3), st.lists(st.integers(0, 99)), st.data())
def test_whatever_is_changed_reads_as_wanted(
    deck: Deck, others: list[Question], places: list[int], data: st.DataObject
) -> None:
    """Any deck, any remarks, any edits: the text reads as the wanted deck, untouched lines stay."""
    unique = {one.id: one for one in deck.questions}
    deck = replace(deck, questions=tuple(unique.values()))
    text, _ = commented(deck, places)
    if read_deck(text, "d").deck != deck:  # a remark inside a text is no remark
        text = write_deck(deck)
    if data.draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    wanted: dict[str, Question] = {}
    for other in others:
        if deck.questions:
            target = data.draw(st.sampled_from(deck.questions))
            names = st.sets(st.sampled_from([*("stem", "answer", "accept", "tags", "kind")]))
            changes = {name: getattr(other, name) for name in data.draw(names)}
            wanted[target.id] = replace(target, **changes)
    added = [one for one in others if one.id not in unique][:1]
    after = patched(text, "d", wanted, added)
    read = read_deck(after, "d").deck
    assert read is not None
    assert read.questions == (
        *(wanted.get(one.id, one) for one in deck.questions),
        *added,
    )
    new = after.splitlines()
    for one in deck.questions:
        if wanted.get(one.id, one) == one:
            assert f"- id: {write_deck(replace(deck, questions=(one,))).split('- id: ')[1]}".split(
                "\n", 1
            )[0] in "\n".join(new)
    for line in text.splitlines():
        if line.startswith("# remark"):
            assert line in {one.strip() for one in new}
