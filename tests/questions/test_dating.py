"""Dates in the place of time expressions, and the words that lean on those."""

import pytest

from quizzer.deck.dates import PartialDate
from quizzer.facts.extract import extract_parsed
from quizzer.facts.language import load_language, parse_article
from quizzer.questions.grammar.wording import render
from quizzer.questions.make import open_desk
from tests.questions.material import article_of, deck_of, desk_of

LEAD = "Ingrid Solberg met Lars Holm in Bergen. "


def grounded(text: str) -> tuple[str, list[str]]:
    """The words of the sentence behind the lead, made to stand alone, and their problems."""
    desk = desk_of(LEAD + text)
    sentence = desk.reading.sentences[1]
    found = desk.grounding.ground(sentence, list(sentence.parse))
    return render(sentence.parse, found.swaps), found.problems


def stems(text: str) -> list[str]:
    """The stems of all questions about the sentence behind the lead."""
    lead = "Ingrid Solberg, the prime minister of Norway, met Lars Holm in Bergen. "
    return [question.stem for question in deck_of(lead + text).deck.questions]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Lars Holm opened the Bergen ferry terminal just two months ago.",
         "terminal in March 2019"),
        ("Lars Holm left the city of Bergen only last week.",
         "Bergen in the week of 6 May 2019"),
        ("Lars Holm visited the port of Bergen later on Monday.", "Bergen on 13 May 2019"),
        ("Lars Holm founded the Bergen choir more than two years ago.",
         "more than two years before May 2019"),
        ("Lars Holm sold the Bergen ferry almost two weeks ago.",
         "almost two weeks before 14 May 2019"),
        ("Lars Holm founded the Bergen choir two years ago.", "choir in 2017"),
        ("Lars Holm joined the choir of Bergen only in 2004.", "only in 2004"),
    ],
)  # fmt: skip
def test_what_leans_on_a_time_goes_with_it(sentence: str, words: str) -> None:
    """`Just` and `later` go; a rough count is one from the month of the article, no year."""
    text, problems = grounded(sentence)
    assert words in text
    assert problems == []


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Hundreds came to a Sunday night service for Lars Holm.",
         "to a service on the night of 12 May 2019 for"),
        ("The Monday explosions at the port of Bergen hurt Lars Holm.",
         "The explosions of 13 May 2019 at"),
        ("An April 7 storm near Bergen hurt Lars Holm.", "a storm of 7 April 2019 near"),
        ("Lars Holm won the 2018 election in Bergen.", "the 2018 election"),
        ("The May 3 sinking of the Nordic Star hurt Lars Holm.", "sinking on 3 May 2019 of"),
    ],
)  # fmt: skip
def test_a_day_stands_behind_its_noun(sentence: str, words: str) -> None:
    """A year may stand between an article and its noun, a whole date may not."""
    text, _ = grounded(sentence)
    assert words in text


@pytest.mark.parametrize(
    "sentence",
    [
        "Lars Holm left the Bergen choir at the time.",
        "Lars Holm was seen in Bergen in the weeks.",
        "Lars Holm was seen in Bergen in the weeks to follow.",
    ],
)
def test_a_time_nobody_tells_is_refused(sentence: str) -> None:
    """`At the time` and `in the weeks` hang in the air."""
    assert any(problem.startswith("F4 time") for problem in grounded(sentence)[1])


def test_a_plan_that_failed_tells_no_day() -> None:
    """Whether the Saturday of a canceled concert is gone, its words do not say."""
    canceled = "A concert planned in Bergen for Saturday was canceled by Lars Holm."
    coming = "A concert planned in Bergen for 18 May 2019 will cheer Lars Holm."
    assert "F4 time: Saturday" in grounded(canceled)[1]
    assert grounded(coming)[1] == []


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (PartialDate(2019, 5, 18), "in the week of 6 May 2019"),
        (PartialDate(2019, 5, 19), "in May 2019"),
        (PartialDate(2019, 5, 5), "last week"),
    ],
)
def test_a_week_told_on_a_sunday_is_a_month(day: PartialDate, words: str) -> None:
    """On Sunday "last week" is the one just gone for some, and the one before for others."""
    article = article_of(LEAD + "Lars Holm left the port of Bergen last week.", day)
    parsed = parse_article(article, load_language())
    desk = open_desk(article, parsed, extract_parsed(article, parsed), 0)
    sentence = desk.reading.sentences[1]
    found = desk.grounding.ground(sentence, list(sentence.parse))
    assert render(sentence.parse, found.swaps).endswith(f"Bergen {words}.")
    assert bool(found.problems) is (words == "last week")


@pytest.mark.parametrize(
    "sentence",
    [
        "Lars Holm was seen in Bergen in the weeks before Solberg resigned.",
        "Lars Holm led the Bergen choir at the time of the flood in Stavanger.",
        "Lars Holm led the Bergen choir in the years Ingrid Solberg lived in Stavanger.",
    ],
)
def test_a_time_that_is_told_stays(sentence: str) -> None:
    """With a phrase or a clause behind them they say when."""
    assert not any(problem.startswith("F4 time") for problem in grounded(sentence)[1])


def test_a_date_before_the_verb_goes_to_the_front() -> None:
    """A weekday between subject and verb gets its preposition and opens the question."""
    text = "Norway, Denmark and Sweden Friday formally joined the Nordic Ferry Union in Bergen."
    found = stems(text)
    assert any(
        stem.startswith("On 10 May 2019, which organization did Norway, Denmark and Sweden form")
        for stem in found
    )
    assert not any("Sweden 10 May" in stem or "Sweden on" in stem for stem in found)


def test_one_day_is_told_once() -> None:
    """A sentence that names its day twice gives stems that name it once."""
    found = stems(
        "Earlier Monday, Lars Holm opened the Bergen museum of ferries on Monday with a speech."
    )
    assert any("13 May 2019" in stem for stem in found)
    assert all(stem.count("13 May 2019") < 2 and "arlier" not in stem for stem in found)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("The Danish parliament has praised the port of Bergen on Monday.", "the port of Bergen."),
        ("The Danish parliament had praised Lars Holm on Monday.", "Holm on 13 May 2019."),
        ("The port of Bergen has lost money in 2019.", "money in 2019."),
    ],
)
def test_what_has_been_has_no_date(sentence: str, words: str) -> None:
    """After "has" a date goes, the year of the article may stay."""
    text, problems = grounded(sentence)
    assert text.endswith(words)
    assert problems == []


def test_a_count_of_what_has_been_is_refused() -> None:
    """Without its time the number would be another."""
    problems = grounded("Lars Holm has visited nine ports in Norway last week.")[1]
    assert any(problem.startswith("F8") for problem in problems)


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("The port of Bergen keeps the ship for the show in April.", False),
        ("Lars Holm agreed to meet the king of Norway on Monday.", False),
        ("Lars Holm praised the show in April.", True),
        ("Lars Holm flew to Bergen to meet the king on Monday.", True),
        ("The port of Bergen keeps the ship for the show this year.", True),
    ],
)
def test_what_may_be_to_come_gets_no_date_gone_by(sentence: str, *, is_told: bool) -> None:
    """The verb that the date hangs on tells whether it lies behind or ahead."""
    assert any(p.startswith("F4 time") for p in grounded(sentence)[1]) is not is_told


@pytest.mark.parametrize(
    ("sentence", "is_told"),
    [
        ("Lars Holm left the port of Bergen the following Monday.", False),
        ("Lars Holm planned a concert in Bergen for the following Monday.", True),
    ],
)
def test_what_happened_has_no_day_ahead(sentence: str, *, is_told: bool) -> None:
    """The Monday after some day of the story is not the next one after the article."""
    assert any(p.startswith("F4 time") for p in grounded(sentence)[1]) is not is_told


def test_a_meeting_is_scheduled_for_its_day() -> None:
    """The day is that of the hearing, not of the deed."""
    text, _ = grounded("The Danish parliament scheduled a hearing Friday on the Bergen ferry.")
    assert "a hearing for 17 May 2019 on" in text


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("In the spring of 2018 Lars Holm left Bergen.", "In the spring of 2018 Lars"),
        ("Over the weekend Lars Holm left Bergen.", "Over the weekend of 11 May 2019 Lars"),
        ("Last fall Lars Holm left Bergen.", "in the autumn of 2018 Lars"),
        ("This spring Lars Holm left Bergen.", "in the spring of 2019 Lars"),
        ("Lars Holm told reporters in Bergen Monday that Ingrid Solberg was ill.",
         "in Bergen on 13 May 2019 that"),
        ("Lars Holm spent last week in Bergen.", "spent the week of 6 May 2019 in"),
        ("Lars Holm left Bergen at 8 a.m. Monday with a guest.", "at 8 a.m. on 13 May 2019 with"),
        ("Lars Holm closed the port of Bergen from Friday to Monday.",
         "from 10 May 2019 to 13 May 2019"),
    ],
)  # fmt: skip
def test_times_keep_the_preposition_they_need(sentence: str, words: str) -> None:
    """Some have it within, some need none."""
    text, problems = grounded(sentence)
    assert words in text
    assert problems == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Last spring Lars Holm left Bergen.",
        "This weekend Lars Holm left Bergen.",
        "Last winter Lars Holm left Bergen.",
        "Lars Holm closed the port of Bergen from Monday to Friday.",
    ],
)
def test_seasons_and_weeks_that_are_open_get_no_date(sentence: str) -> None:
    """In May "last spring" may be the one before; and no week ends before it began."""
    assert any("time" in problem for problem in grounded(sentence)[1])


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Lars Holm mocked Friday's ruling on ferries to Bergen.",
         "mocked the ruling of 10 May 2019 on"),
        ("In Sunday night's debate in Bergen, Lars Holm attacked Ingrid Solberg.",
         "In the debate on the night of 12 May 2019 in Bergen"),
    ],
)  # fmt: skip
def test_what_a_day_owns_gets_its_date_when_it_is_gone(sentence: str, words: str) -> None:
    """A ruling, and a debate in which somebody attacked, lie behind."""
    text, problems = grounded(sentence)
    assert words in text
    assert problems == []


def test_what_a_day_owns_may_be_to_come() -> None:
    """Whether the debate is over, "prepared for it" does not tell."""
    problems = grounded("Lars Holm prepared for Monday's debate in Bergen.")[1]
    assert "F8 possessive date: Monday" in problems


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Elmford, N.J., County Airport", "at Elmford, N.J., County Airport"),
        ("the harbour of Bergen, the biggest in Norway", "at the harbour of Bergen"),
    ],
)
def test_a_state_within_a_name_is_no_aside(place: str, words: str) -> None:
    """The airport is not the town that its name begins with."""
    found = stems(f"Lars Holm's truck was found by three divers of the navy last month at {place}.")
    told = [stem.rstrip("?.") for stem in found if " at " in stem]
    assert told
    assert all(stem.endswith(words) for stem in told)


def test_a_quarter_of_a_year_is_a_time_where_the_year_is_told() -> None:
    """A bare "first quarter" may be that of a firm's own year; a year counted from a time that
    the stem tells stays as it is."""
    words, problems = grounded(
        "Storvik Motors sold 77 boats in the fourth quarter of 2018, up 29% on a year earlier."
    )
    assert "in the fourth quarter of 2018, up 29% on a year earlier" in words
    assert problems == []
    assert grounded("Storvik Motors sold 77 boats in Norway in the first quarter.")[1]
    assert grounded("Storvik Motors sold 29% more boats in Norway than a year earlier.")[1]
