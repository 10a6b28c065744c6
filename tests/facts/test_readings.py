"""Joints of a sentence and the readings that they make possible."""

import pytest

from quizzer.facts.attributions.candidates import Candidate
from quizzer.facts.attributions.confidence import confidence
from quizzer.facts.attributions.find import candidates
from quizzer.facts.attributions.joints import joints
from quizzer.facts.language import load_language

pytest.importorskip("spacy")


def contents(text: str, cue: str) -> list[str]:
    """The contents of all readings of a cue."""
    doc = load_language()(text)
    found = [one for one in candidates(doc) if doc[one.cue[0]].text == cue]
    return [doc[one.content[0] : one.content[1]].text for one in found]


def surest(text: str, cue: str) -> tuple[str, str]:
    """Source and content of the reading of a cue that counts."""
    doc = load_language()(text)
    found = [one for one in candidates(doc) if doc[one.cue[0]].text == cue]
    best: Candidate = max(found, key=confidence)
    return doc[best.source[0] : best.source[1]].text, doc[best.content[0] : best.content[1]].text


def test_joints_tell_what_they_hang_on() -> None:
    """A relative clause hangs inside the content, "and hired" has the cue's tense."""
    doc = load_language()(
        "Erik Dahl says that the ship, which was old, leaked badly and hires three divers."
    )
    found = joints(doc, doc[2], 3, len(doc) - 1, False)
    kinds = {(one.name, doc[one.place].text) for one in found}
    assert (", who", ",") in kinds
    assert ("and verb as its cue", "and") in kinds
    assert {one.hangs for one in found} <= {"cue", "in", "out"}


def test_a_content_may_end_at_each_joint() -> None:
    """The parse's own end, the sentence's and those between are all considered."""
    text = "Erik Dahl praised the divers, who had worked all night, because they saved the ship."
    found = contents(text, "praised")
    assert "the divers" in found
    assert any(one.endswith("saved the ship") for one in found)


def test_who_is_told_is_no_part_of_it() -> None:
    """The hearer stands before "that"."""
    text = "Erik Dahl told the crew that the ship would leave at dawn."
    assert surest(text, "told") == ("Erik Dahl", "that the ship would leave at dawn")


def test_the_object_of_the_verb_above_may_speak() -> None:
    """ "Forced the mayor to admit": the mayor admits."""
    text = "Erik Dahl forced the mayor to admit that the money was gone."
    assert surest(text, "admit") == ("the mayor", "that the money was gone")


def test_a_quotation_behind_an_introduction_stands_alone() -> None:
    """What stands before "he said" is not said when it only introduces."""
    text = 'In addition, Erik Dahl said, "The ice is thin and nobody should walk on it."'
    assert surest(text, "said") == (
        "Erik Dahl",
        '"The ice is thin and nobody should walk on it."',
    )


def test_a_label_before_a_colon_is_no_source() -> None:
    """The nearest subject counts."""
    text = "Second step: On May 3, Erik Dahl proposed that the city buy the mill."
    assert surest(text, "proposed")[0] == "Erik Dahl"
