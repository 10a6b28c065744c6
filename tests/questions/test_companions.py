"""Names in one row with the key, which would be right as well."""

from dataclasses import replace

from quizzer.questions.companions import listed_with
from quizzer.questions.constituents import write_constituents
from quizzer.questions.distractors import Pools
from tests.questions.material import desk_of

TEXT = (
    "Lars Holm opened two ferry lines between the harbours of Kenya and Tanzania on 3 May 2019."
    " Uganda and Rwanda have no harbour, said Ida Dahl."
)


def test_a_name_joined_to_the_key_is_no_option() -> None:
    """It is found in the sentence even where the stem does not hold it."""
    desk = desk_of(TEXT)
    some = next(c for c in write_constituents(desk) if c.sentence == 0)
    asked = replace(
        some,
        key="Kenya",
        pool="country",
        form="name gap",
        stem="Lars Holm opened two ferry lines at the harbours of ____ on 3 May 2019.",
        distractors=(),
    )
    assert listed_with(desk, asked) == ("Tanzania",)
    chosen = Pools(desk).choose(asked)
    assert len(chosen) == 3
    assert "Tanzania" not in chosen
    assert listed_with(desk, replace(asked, key="Lars Holm")) == ()
