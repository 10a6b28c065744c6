"""In which year somebody stood for the presidency of America, so that "nominee" is of that year."""

_STOOD_ONCE = {
    "Barry Goldwater": 1964, "Hubert Humphrey": 1968, "George McGovern": 1972, "Gerald Ford": 1976,
    "Walter Mondale": 1984, "Michael Dukakis": 1988, "Bob Dole": 1996, "Al Gore": 2000,
    "John Kerry": 2004, "John McCain": 2008, "Mitt Romney": 2012, "Hillary Clinton": 2016,
    "Hillary Rodham Clinton": 2016, "Joe Biden": 2020, "Kamala Harris": 2024,
}  # fmt: skip
"""The nominees of the two great parties since 1964 who stood once."""


def election_of(person: str, words: str) -> int | None:
    """The year of the election in which the person was the presidential nominee that the words
    tell of, without a year: `Republican presidential nominee`."""
    own = words.lower().split()
    if own[-2:] != ["presidential", "nominee"] or "vice" in own or any(w.isdecimal() for w in own):
        return None
    return _STOOD_ONCE.get(person)
