"""Time expressions, the values they get, and laws that hold for any text."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzer.deck.dates import MONTHS, PartialDate
from quizzer.deck.model import Span
from quizzer.facts.dates import find_dates
from quizzer.facts.dates.holidays import HOLIDAYS

THURSDAY = PartialDate(2019, 5, 16)


def values(text: str, published: PartialDate | None = THURSDAY) -> list[tuple[str, str]]:
    """Words and value of each date."""
    return [(fact.text, fact.value) for fact in find_dates(text, published=published)]


def only_value(text: str, published: PartialDate | None = THURSDAY) -> str:
    """The value of the one date there must be."""
    [(_, value)] = values(text, published)
    return value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The bridge opened on July 4, 1931.", "1931-07-04"),
        ("The bridge opened on 4 July 1931.", "1931-07-04"),
        ("The bridge opened on the 4th of July, 1931.", "1931-07-04"),
        ("The bridge opened on Saturday, July 4, 1931, at noon.", "1931-07-04"),
        ("The bridge opened on 1931-07-04.", "1931-07-04"),
        ("The bridge opened on 1931.07.04.", "1931-07-04"),
        ("The bridge opened on 04.07.1931.", "1931-07-04"),
        ("The bridge opened on 7/24/1931.", "1931-07-24"),
        ("The bridge opened in July 1931.", "1931-07"),
        ("The bridge opened in early 1931.", "1931"),
        ("The bridge opened in mid-July, 1931.", "1931-07"),
        ("The 1931 bridge is closed.", "1931"),
        ("Bridges of the 1930s are closed.", "193"),
        ("Bridges of the '30s are closed.", "193"),
        ("Bridges of the late nineties are closed.", "199"),
        ("It stems from the 19th century.", "18"),
        ("It burned in the summer of 1931.", "1931-SU"),
        ("It lost money in the first quarter of 1931.", "1931-Q1"),
        ("It sold best in Q3 2018.", "2018-Q3"),
        ("He died in 44 BC.", "BC0044"),
        ("The volcano erupted in AD 79.", "0079"),
        ("They were married in '98.", "1998"),
        ("They were married in nineteen ninety-one.", "1991"),
        ("They were married on March sixth, nineteen oh five.", "1905-03-06"),
        ("They were married in twenty twelve.", "2012"),
        ("They were married in April '98.", "1998-04"),
        ("The lease runs out at year-end 1990.", "1990"),
        ("He left on Christmas Eve 2001.", "2001-12-24"),
        ("He left on Christmas Day in 1961.", "1961-12-25"),
        ("Corrected on May 2, 2016, Monday.", "2016-05-02"),
        ("After the Sept. 11 attacks the rules changed.", "2001-09-11"),
    ],
)
def test_absolute_dates(text: str, value: str) -> None:
    """A date that names its year means the same whenever the text was written."""
    assert only_value(text) == only_value(text, None) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The minister arrived Monday.", "2019-05-13"),
        ("The minister arrived on Thursday.", "2019-05-16"),
        ("The minister will arrive on Monday.", "2019-05-20"),
        ("On Monday, the minister will arrive.", "2019-05-20"),
        ("The minister is expected to leave Saturday.", "2019-05-18"),
        ("The minister arrived last Thursday.", "2019-05-09"),
        ("Voting begins next Tuesday.", "2019-05-21"),
        ("He resigned yesterday.", "2019-05-15"),
        ("He resigned the day before yesterday.", "2019-05-14"),
        ("He will resign tomorrow.", "2019-05-17"),
        ("He resigned today.", "2019-05-16"),
        ("He resigned tonight.", "2019-05-16TNI"),
        ("He resigned last night.", "2019-05-15TNI"),
        ("He resigned last week.", "2019-W19"),
        ("He resigned last month.", "2019-04"),
        ("He will resign next month.", "2019-06"),
        ("He resigned last year.", "2018"),
        ("He resigned three days ago.", "2019-05-13"),
        ("He resigned two months ago.", "2019-03"),
        ("He resigned almost 12 years ago.", "2007"),
        ("He resigned a decade ago.", "2009"),
        ("He resigned half a century ago.", "1969"),
        ("Taxes rise two years from now.", "2021"),
        ("He resigned on Feb. 12.", "2019-02-12"),
        ("He resigned on Dec. 20.", "2018-12-20"),
        ("He will resign on June 3.", "2019-06-03"),
        ("He resigned in November.", "2018-11"),
        ("He will resign in November.", "2019-11"),
        ("He resigned last October.", "2018-10"),
        ("He will resign in April.", "2020-04"),
        ("He will resign in May.", "2019-05"),
        ("She said that in July the fund will pay.", "2019-07"),
        ("The talks in March will go on.", "2019-03"),
        ("The talks in June will go on.", "2019-06"),
        ("The case is heard in July.", "2019-07"),
        ("The pact that was signed in July will end.", "2018-07"),
        ("A bomb killed six next to the bank on Friday.", "2019-05-10"),
        ("His aunt could not be reached Monday.", "2019-05-13"),
        ("The road could be closed Monday.", "2019-05-20"),
        ("He resigned on May 3 of last year.", "2018-05-03"),
        ("He resigned in August last year.", "2018-08"),
        ("He resigned last fall.", "2018-FA"),
        ("He resigned last winter.", "2018-WI"),
        ("He will resign this summer.", "2019-SU"),
        ("Sales fell in the first quarter.", "2019-Q1"),
        ("He resigned on Thanksgiving Day.", "2018-11-22"),
        ("He resigned over the weekend.", "2019-W19-WE"),
        ("Now he is sorry.", "PRESENT_REF"),
        ("The fair was to open on Monday.", "2019-05-20"),
        ("They would appeal against Monday's ruling.", "2019-05-13"),
        ("They prepared for Monday's debate.", "2019-05-20"),
        ("The company's year ended Dec. 31.", "2018-12-31"),
        ("It has been shut since June 3.", "2018-06-03"),
        ("He resigned two weeks ago Friday.", "2019-04-26"),
        ("He resigned Friday a week ago.", "2019-05-03"),
        ("He will go a week from Monday.", "2019-05-27"),
        ("He resigned on Friday of last week.", "2019-05-10"),
        ("Next Tuesday he will resign.", "2019-05-21"),
        ("He resigned last spring.", "2018-SP"),
        ("The bill is due by the 20th.", "2019-05-20"),
        ("He resigned on the 3rd of last month.", "2019-04-03"),
        ("He resigned in the current quarter.", "2019-Q2"),
        ("Taxes fall if they win in November.", "2019-11"),
        ("He resigned in the week before last, on Thursday, May 2.", "2019-05-02"),
        ("The king Saturday vowed to go.", "2019-05-11"),
        ("The king vowed to go Saturday.", "2019-05-18"),
    ],
)
def test_dates_held_against_publication(text: str, value: str) -> None:
    """A date without its year, or relative to the writing, is resolved from the day of writing."""
    assert only_value(text) == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The strike began on March 3, 2011. Two days later the port closed.",
            [("March 3, 2011", "2011-03-03"), ("Two days later", "2011-03-05")],
        ),
        (
            "She landed on March 3, 2011. On the same day, it rained. The next day it snowed.",
            [
                ("March 3, 2011", "2011-03-03"),
                ("On the same day", "2011-03-03"),
                ("The next day", "2011-03-04"),
            ],
        ),
        (
            "The law passed in 1987. It was changed on May 3 of that year.",
            [("1987", "1987"), ("May 3 of that year", "1987-05-03")],
        ),
        (
            "The quake of Sept. 3, 2010, was mild. Before Sept. 3 nobody had cared.",
            [("Sept. 3, 2010", "2010-09-03"), ("Sept. 3", "2010-09-03")],
        ),
        (
            "The fair runs from Jan. 3-5, 1998.",
            [("Jan. 3", "1998-01-03"), ("5, 1998", "1998-01-05")],
        ),
        (
            "The fair is open on April 24, 25 and 27.",
            [("April 24", "2019-04-24"), ("25", "2019-04-25"), ("27", "2019-04-27")],
        ),
        ("He ruled from 1998 to 2000.", [("1998", "1998"), ("2000", "2000")]),
        ("He ruled in 1998-99.", [("1998", "1998"), ("99", "1999")]),
        (
            "It was dug between March and June 2003.",
            [("March", "2003-03"), ("June 2003", "2003-06")],
        ),
    ],
)
def test_dates_beside_each_other(text: str, found: list[tuple[str, str]]) -> None:
    """Ranges give both ends, and what leans on another date is counted from that one."""
    assert values(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "About 2000 people marched.",
        "The firm spent $1999 on 2019 chairs.",
        "Call 555-1987 or 1999-555.",
        "They voted it down by 1998 to 1765.",
        "She led the March on Rome.",
        "Twenty five of nineteen sixty soldiers came on the 40th.",
        "They may march to Berlin, and March will win.",
        "We may fall asleep; prices fall at summer camps.",
        "Version 3.11 costs 2.500 euros.",
        "The score was 10-12.",
        "Just a second, said April Jones.",
        "The sun sat low.",
        "He reads the Sunday Times every Friday.",
        "The next 30 days of fasting are over the past year's worst.",
        "He writes for USA Today and Fox News Sunday.",
        "They sell Christmas trees.",
        "She is in her early 20s; it was in the mid-30s.",
        "It will last for the next year.",
        "It is 11:53 and room 1984b is empty.",
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Counts, money, phone numbers, scores, verbs and names are left alone."""
    assert values(text) == []


def test_sept_11_attacks_keep_their_year() -> None:
    """What is known by its date alone has the year it is known for."""
    assert only_value("After 9/11 the rules changed.") == "2001-09-11"


def test_a_famous_day_lies_in_the_past() -> None:
    """Before the year it is known for, the day is a day like any other."""
    text = "After the Sept. 11 attack the rules changed."
    assert only_value(text, PartialDate(1998, 10, 1)) == "1998-09-11"


def test_years_in_a_list() -> None:
    """Every year of a list is found."""
    assert [value for _, value in values("They starved in 1918, 1919 and 1920.")] == [
        "1918",
        "1919",
        "1920",
    ]


def test_without_publication_dates_stay_open() -> None:
    """Where nothing tells the year, the value leaves it open and the confidence says so."""
    [fact] = find_dates("He resigned on Feb. 12.")
    assert (fact.value, fact.confidence < 0.5) == ("XXXX-02-12", True)


def test_an_explicit_year_is_surer_than_a_weekday() -> None:
    """Confidence falls from a full date to a nearest year to a weekday."""
    text = "It was Feb. 12, 2018, then Feb. 14, and Monday."
    confidences = [fact.confidence for fact in find_dates(text, published=THURSDAY)]
    assert confidences == sorted(confidences, reverse=True)
    assert len(set(confidences)) == 3


def test_evidence_is_the_sentence() -> None:
    """The evidence is the whole sentence, in spite of the full stop in an abbreviation."""
    text = "It rained. The U.S. flag fell on Feb. 12. Nobody saw."
    [fact] = find_dates(text, published=THURSDAY)
    assert fact.evidence.of(text) == "The U.S. flag fell on Feb. 12."


WRITTEN = [
    lambda day: day.isoformat(),
    lambda day: f"{MONTHS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    lambda day: f"{day:%b}. {day.day}, {day.year}".replace("May.", "May"),
    lambda day: f"{day:%A}, {MONTHS[day.month - 1]} {day.day}, {day.year}",
    lambda day: f"{day.year}.{day.month:02d}.{day.day:02d}",
    lambda day: f"{day.day:02d}.{day.month:02d}.{day.year}",
]


@given(st.dates(date(1000, 1, 1), date(2199, 12, 31)), st.sampled_from(WRITTEN))
def test_every_day_in_every_form(day: date, write) -> None:  # type: ignore[no-untyped-def]
    """Any day, however it is written, has its ISO date as value."""
    assert only_value(f"Work stopped on {write(day)} for good.") == day.isoformat()


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.dates(date(2001, 1, 1), date(2001, 12, 31)))
def test_a_day_without_year_is_near(published: date, day: date) -> None:
    """The year of a day without one is never further than a year and a half from the writing."""
    text = f"Work stopped on {MONTHS[day.month - 1]} {day.day}."
    value = date.fromisoformat(only_value(text, PartialDate.of(published)))
    assert (value.month, value.day) == (day.month, day.day)
    assert abs(value - published) <= timedelta(550)


@given(st.integers(1, 27), st.integers(0, 23))
def test_later_writing_shifts_inferred_years(day: int, years: int) -> None:
    """Writing the same text 28 years later moves its inferred dates by 28 years, to the day."""
    text = f"He left on March {day}. She left Monday. Work will stop on Nov. {day}."
    early = [fact.value for fact in find_dates(text, published=PartialDate(1950 + years, 5, 16))]
    late = [fact.value for fact in find_dates(text, published=PartialDate(1978 + years, 5, 16))]
    assert [f"{int(value[:4]) + 28}{value[4:]}" for value in early] == late


PIECES = st.sampled_from(
    "Monday, March May 3-5 1998 1998-2000 the last next year month ago later two days in of on "
    "Feb. 31 29 summer fall '90s century third 12/13/2001 9999 0 Thanksgiving that same day . \n\n "
    "will was Friday 20th BC AD 5 ½ early mid- Q5 weekend".split(" ")
)


@given(
    st.one_of(st.text(), st.lists(PIECES).map(" ".join)),
    st.one_of(
        st.none(),
        st.dates().map(PartialDate.of),
        st.builds(PartialDate, st.sampled_from([1, 2019, 9999])),
    ),
)
def test_any_text_gives_facts_within_it(text: str, published: PartialDate | None) -> None:
    """Whatever the text, nothing crashes, spans hold what they say and lie in their evidence."""
    reached = 0
    for fact in find_dates(text, published=published):
        assert fact.span.of(text) == fact.text != ""
        assert fact.evidence.contains(fact.span)
        assert fact.span.start >= reached
        assert 0 < fact.confidence <= 1
        assert fact.value
        reached = fact.span.end


@given(st.text(alphabet="abc .\n", max_size=40))
def test_furniture_changes_nothing(furniture: str) -> None:
    """Text outside the paragraphs changes neither the dates nor what they lean on."""
    first, second = "It fell on May 3, 2011. ", "Two days later it rose."
    plain = find_dates(first + second, published=THURSDAY)
    text = first + furniture + second
    behind = len(first + furniture)
    paragraphs = [Span(0, len(first)), Span(behind, behind + len(second))]
    parted = find_dates(text, paragraphs, THURSDAY)
    assert [(f.text, f.value) for f in plain] == [(f.text, f.value) for f in parted]


def test_no_date_crosses_a_paragraph() -> None:
    """Words on both sides of a paragraph's end are not read as one date."""
    text = "He came in March 3, 2011"
    parts = [Span(0, 16), Span(17, len(text))]
    assert [fact.value for fact in find_dates(text, parts, THURSDAY)] == ["2019-03", "2011"]


@pytest.mark.parametrize("name", sorted(HOLIDAYS))
def test_every_holiday_is_found(name: str) -> None:
    """Each holiday with its year gets the day it fell on."""
    day = HOLIDAYS[name](2016).isoformat()
    assert (
        values(f"They met on {name.title().replace(chr(39) + 'S', chr(39) + 's')} 2016.")[0][1]
        == day
    )
