"""In which year somebody stood for the presidency of America, so that "nominee" is of that year."""

from typing import TYPE_CHECKING

from quizzer.questions.names.people import People

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_STOOD_ONCE = {
    "Barry Goldwater": 1964, "Hubert Humphrey": 1968, "George McGovern": 1972, "Gerald Ford": 1976,
    "Walter Mondale": 1984, "Michael Dukakis": 1988, "Bob Dole": 1996, "Al Gore": 2000,
    "John Kerry": 2004, "John McCain": 2008, "Mitt Romney": 2012, "Hillary Clinton": 2016,
    "Hillary Rodham Clinton": 2016, "Joe Biden": 2020, "Kamala Harris": 2024,
}  # fmt: skip
"""The nominees of the two great parties since 1964 who stood once."""


def is_in_the_race(text: str, year: int) -> bool:
    """Whether the text names a nominee of that year's election in full."""
    return any(stood == year and name in text for name, stood in _STOOD_ONCE.items())


def election_of(person: str, words: str) -> int | None:
    """The year of the election in which the person was the presidential nominee that the words
    tell of, without a year: `Republican presidential nominee`."""
    own = words.lower().split()
    if own[-2:] != ["presidential", "nominee"] or "vice" in own or any(w.isdecimal() for w in own):
        return None
    return _STOOD_ONCE.get(person)


def with_election(nominee: "Token", people: People, year: int) -> "tuple[Token, str] | None":
    """The party word before `presidential nominee` with the year of another election before it:
    `1988 Democratic`; None where the nominee is of the election at hand in `year`."""
    if nominee.lower_ != "nominee" or nominee.i - 2 < nominee.sent.start:
        return None
    party, kind = nominee.nbor(-2), nominee.nbor(-1)
    name = people.full.get(nominee.head.text)
    if kind.lower_ != "presidential" or not party.text[0].isupper() or name is None:
        return None
    election = election_of(name, "presidential nominee")
    before = party.nbor(-1).text if party.i > nominee.sent.start else ""
    if election is None or election - year in {0, 1} or before.isdecimal():
        return None
    return party, f"{election} {party.text}"
