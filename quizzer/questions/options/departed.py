"""Statesmen and others of the past whom the news still names, with the years of their deaths.

They stand beside nobody who acts in the days of the article.
"""

from quizzer.facts.surnames import last_name

_DIED = {
    name: int(year)
    for name, year in (
        pair.rsplit(" ", 1)
        for pair in (
            "George Washington 1799;Thomas Jefferson 1826;John Adams 1826;Alexander Hamilton 1804"
            ";James Madison 1836;Benjamin Franklin 1790;Andrew Jackson 1845;Abraham Lincoln 1865"
            ";Ulysses Grant 1885;Robert E. Lee 1870;Jefferson Davis 1889;Theodore Roosevelt 1919"
            ";Teddy Roosevelt 1919;Woodrow Wilson 1924;Calvin Coolidge 1933;Herbert Hoover 1964"
            ";Franklin Roosevelt 1945;Eleanor Roosevelt 1962;Harry Truman 1972"
            ";Dwight Eisenhower 1969;Douglas MacArthur 1964;John Kennedy 1963;Jackie Kennedy 1994"
            ";Robert Kennedy 1968;Bobby Kennedy 1968;Ted Kennedy 2009;Edward Kennedy 2009"
            ";Lee Harvey Oswald 1963;Lyndon Johnson 1973;Richard Nixon 1994;Hubert Humphrey 1978"
            ";Barry Goldwater 1998;Gerald Ford 2006;Ronald Reagan 2004;Nancy Reagan 2016"
            ";Joseph McCarthy 1957;George Wallace 1998;Strom Thurmond 2003;Thurgood Marshall 1993"
            ";Antonin Scalia 2016;William Rehnquist 2005;Martin Luther King 1968;Malcolm X 1965"
            ";Rosa Parks 2005;Frederick Douglass 1895;Winston Churchill 1965;Margaret Thatcher 2013"
            ";Neville Chamberlain 1940;Queen Victoria 1901;Napoleon Bonaparte 1821"
            ";Charles de Gaulle 1970;Adolf Hitler 1945;Benito Mussolini 1945;Francisco Franco 1975"
            ";Vladimir Lenin 1924;Josef Stalin 1953;Joseph Stalin 1953;Nikita Khrushchev 1971"
            ";Leonid Brezhnev 1982;Boris Yeltsin 2007;Mao Zedong 1976;Deng Xiaoping 1997"
            ";Chiang Kai-shek 1975;Mahatma Gandhi 1948;Indira Gandhi 1984;Jawaharlal Nehru 1964"
            ";Nelson Mandela 2013;Yasser Arafat 2004;Yitzhak Rabin 1995;Ariel Sharon 2014"
            ";Anwar Sadat 1981;Gamal Nasser 1970;Saddam Hussein 2006;Muammar Gaddafi 2011"
            ";Osama bin Laden 2011;Slobodan Milosevic 2006;Che Guevara 1967;Karl Marx 1883"
            ";Albert Einstein 1955;Adam Smith 1790;William Shakespeare 1616;George Orwell 1950"
        ).split(";")
    )
}  # fmt: skip
_BY_ENDS = {(name.split(maxsplit=1)[0], last_name(name).lower()): n for name, n in _DIED.items()}


def had_died(name: str, year: int) -> bool:
    """Whether the person, whatever the middle names, had died in some year before."""
    first = name.split(maxsplit=1)[0]
    died = _DIED.get(name, _BY_ENDS.get((first, last_name(name).lower())))
    return died is not None and died < year
