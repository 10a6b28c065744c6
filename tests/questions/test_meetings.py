"""Earlier meetings of the two whom the article is about, and days told in other ways."""

from quizzer.deck.dates import PartialDate
from quizzer.deck.model import DateAnswer, NumberAnswer, TextAnswer
from tests.questions.material import deck_of
from tests.questions.test_nominal_acts import TALKS, keys


def asked(sentence: str, words: str) -> tuple[str, object]:
    """The one stem that holds the words, with its key."""
    found = [(stem, key) for stem, key in keys(sentence).items() if words in stem]
    assert len(found) == 1, found
    return found[0]


def test_the_first_of_their_meetings() -> None:
    """Its day and the number of the present one are asked, with both names and the present day."""
    sentence = (
        "The meeting was the third long meeting between the two sides after their first meeting on"
        " 3 March 2019."
    )
    stem, key = asked(sentence, "was the first meeting between Ingrid Solberg and Lars Holm")
    assert stem.startswith("Before the meeting of 12 May 2019, on what date")
    assert key == DateAnswer(PartialDate(2019, 3, 3))
    stem, key = asked(sentence, "____ long meeting")
    assert stem.endswith("between Ingrid Solberg and Lars Holm.")
    assert key == TextAnswer("third")


def test_a_first_meeting_of_others_is_not_theirs() -> None:
    """Where the two sides are not named, "their" may be anybody's."""
    stems = keys("The ministers of Sweden praised their first meeting on 3 March 2019.")
    assert not any("first meeting between" in stem for stem in stems)


def test_the_night_of_a_day() -> None:
    """A part of a day is asked with that part in front."""
    sentence = (
        "In an interview with the press on the night of 12 May, Holm commented on the preliminary"
        " reports about the costs of the Danish ferries."
    )
    stem, key = asked(sentence, "on the night of what date")
    assert "Lars Holm comment on" in stem
    assert key == DateAnswer(PartialDate(2019, 5, 12))


def test_the_same_day_told_twice_is_no_help() -> None:
    """Another deed of the same day loses its date where the date is asked for."""
    sentence = (
        "On 13 May, the European Union released a statement saying that Swedish President Olof"
        " Nyberg visited Denmark on that day."
    )
    stem, key = asked(sentence, "On what date did the European Union release")
    assert "2019" not in stem
    assert key == DateAnswer(PartialDate(2019, 5, 13))


def test_local_time_is_no_part_of_the_question() -> None:
    """`On 13 May local time` is a day like any other."""
    sentence = "On May 13 local time, Holm said that Denmark was looking forward to new ferries."
    asked(sentence, "On what date did Lars Holm say that Denmark was looking forward")
    asked(sentence, "On 13 May 2019, who said that Denmark was looking forward")


def test_a_figure_in_what_shall_not_be_done() -> None:
    """A denied verb under the asked one stays in a gap statement."""
    sentence = (
        "Holm proposed that Norway and Denmark promise each other not to raise the price of fish"
        " within 90 days."
    )
    assert asked(sentence, "____ days")[1] == NumberAnswer(90, "days")


def test_what_both_agreed_to_by_what_one_says() -> None:
    """A claim of two inside a claim of one stays that of the one; hopes are no claims."""
    stems = keys("Holm hoped that Solberg would visit the Danish shipyard near Aarhus.")
    assert not any("According to Lars Holm" in stem for stem in stems)


def test_distractors_lie_before_the_present_meeting() -> None:
    """A month after the day in the stem would give the key away."""
    made = deck_of(TALKS.format("Since the first meeting in March, Norway has built two ferries."))
    question = next(q for q in made.deck.questions if "first meeting between" in q.stem)
    assert question.answer == DateAnswer(PartialDate(2019, 3))
    assert all(day < "2019-05" for day in question.distractors)
    assert len(question.distractors) == 3


def test_steps_that_were_needed_hang_in_the_air() -> None:
    """What for, nobody knows."""
    stems = keys("Holm said that Denmark was ready to take the steps that were needed.")
    assert not any("steps" in stem for stem in stems)


def test_the_meeting_in_an_interview() -> None:
    """Where it was spoken of does not tell which meeting it was."""
    stem, _ = asked("Holm praised the meeting in an interview with the Aarhus Times.", "praise")
    assert "the meeting of 12 May 2019" in stem
