"""Names in one row with the key, which would be right as well."""

from dataclasses import replace

from quizzer.deck.model import Span, TextAnswer
from quizzer.questions.candidates import Candidate
from quizzer.questions.done.constituents import write_constituents
from quizzer.questions.options.companions import Companions
from quizzer.questions.options.distractors import Pools
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
    assert Companions(desk).of(asked) == ("Tanzania",)
    chosen = Pools(desk).choose(asked)
    assert len(chosen) == 3
    assert "Tanzania" not in chosen
    assert Companions(desk).of(replace(asked, key="Lars Holm")) == ()


def test_scenes_of_one_event_are_no_options_for_one_another() -> None:
    """Towns joined in one sentence stay apart as options in every other."""
    desk = desk_of(
        "Bombs exploded in Nairobi and Kampala.\n\nLars Holm said that the blast in Nairobi on"
        " 3 May 2019 broke the windows of the harbour."
    )
    place = Span(0, 1)
    asked = Candidate(
        kind="event", form="name gap", key="Nairobi", answer=TextAnswer("Nairobi"),
        stem="According to Lars Holm, the blast in ____ broke the windows.", evidence=(place,),
        fact=place, sentence=1, pool="place GPE",
    )  # fmt: skip
    assert Companions(desk).of(asked) == ("Kampala",)
    chosen = Pools(desk).choose(asked)
    assert len(chosen) == 3
    assert "Kampala" not in chosen
    assert Companions(desk).of(replace(asked, pool="organization")) == ()


def test_two_states_that_act_stand_beside_one_another() -> None:
    """Though both are the scene of something else; of three that share a fate, none does."""
    text = (
        "Norway and Denmark held talks in Norway and Denmark.\n\nNorway proposed a new ferry line."
        "\n\nThe ministers of Kenya, Uganda and Rwanda met in Bergen."
    )
    desk = desk_of(text)
    place = Span(0, 1)
    asked = Candidate(
        kind="attribution", form="who", key="Norway", answer=TextAnswer("Norway"),
        stem="Which country proposed a new ferry line?", evidence=(place,), fact=place,
        sentence=1, pool="country",
    )  # fmt: skip
    companions = Companions(desk)
    assert companions.of(asked) == ()
    assert companions.of(replace(asked, form="where")) == ("Denmark",)
    assert Pools(desk).choose(asked)[0] == "Denmark"
    assert set(companions.of(replace(asked, key="Kenya"))) == {"Uganda", "Rwanda"}
