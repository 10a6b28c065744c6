"""What the people and things of a country are called: a Norwegian proposal, the Danes."""

DEMONYMS = {
    name: adjective
    for adjective, names in {
        "Afghan": "Afghanistan", "Albanian": "Albania", "Algerian": "Algeria",
        "American": "United States;the United States;U.S.;US;USA;America;the U.S.;the US",
        "Argentine": "Argentina", "Armenian": "Armenia", "Australian": "Australia",
        "Austrian": "Austria", "Belarusian": "Belarus", "Belgian": "Belgium",
        "Brazilian": "Brazil", "British": "Britain;United Kingdom;U.K.;UK;Great Britain",
        "Bulgarian": "Bulgaria", "Canadian": "Canada", "Chilean": "Chile", "Chinese": "China",
        "Colombian": "Colombia", "Croatian": "Croatia", "Cuban": "Cuba", "Danish": "Denmark",
        "Dutch": "Netherlands;the Netherlands", "Egyptian": "Egypt", "Estonian": "Estonia",
        "Ethiopian": "Ethiopia", "Finnish": "Finland", "French": "France", "Georgian": "",
        "German": "Germany", "Greek": "Greece", "Hungarian": "Hungary", "Indian": "India",
        "Indonesian": "Indonesia", "Iranian": "Iran", "Iraqi": "Iraq", "Irish": "Ireland",
        "Israeli": "Israel", "Italian": "Italy", "Japanese": "Japan", "Jordanian": "Jordan",
        "Kenyan": "Kenya", "Latvian": "Latvia", "Lebanese": "Lebanon", "Libyan": "Libya",
        "Lithuanian": "Lithuania", "Mexican": "Mexico", "Moroccan": "Morocco",
        "Nigerian": "Nigeria", "North Korean": "North Korea", "Norwegian": "Norway",
        "Pakistani": "Pakistan", "Palestinian": "", "Peruvian": "Peru", "Polish": "Poland",
        "Portuguese": "Portugal", "Romanian": "Romania", "Russian": "Russia",
        "Saudi": "Saudi Arabia", "Serbian": "Serbia", "Slovak": "Slovakia",
        "South Korean": "South Korea", "Spanish": "Spain", "Sudanese": "Sudan",
        "Swedish": "Sweden", "Swiss": "Switzerland", "Syrian": "Syria", "Thai": "Thailand",
        "Tunisian": "Tunisia", "Turkish": "Turkey", "Ukrainian": "Ukraine",
        "Venezuelan": "Venezuela", "Vietnamese": "Vietnam", "Yemeni": "Yemen",
    }.items()
    for name in names.split(";") if name
}  # fmt: skip
"""From the name of a country to its adjective."""

_COUNTRIES = {adjective: country for country, adjective in reversed(DEMONYMS.items())}
_PEOPLES = {
    "British": "British", "Danish": "Danes", "Dutch": "Dutch", "Finnish": "Finns",
    "French": "French", "Irish": "Irish", "Polish": "Poles", "Spanish": "Spaniards",
    "Swedish": "Swedes", "Swiss": "Swiss", "Turkish": "Turks", "Argentine": "Argentines",
}  # fmt: skip


def country_of(word: str) -> str | None:
    """The country of an adjective or of the name of its people; None where it is not known."""
    return _COUNTRIES.get(word) or _COUNTRIES_OF_PEOPLES.get(word)


def people_of(adjective: str) -> str:
    """The people by their country's adjective: Norwegians, Danes, Chinese."""
    if adjective in _PEOPLES:
        return _PEOPLES[adjective]
    return adjective if adjective.endswith("ese") else f"{adjective}s"


_COUNTRIES_OF_PEOPLES = {people_of(adjective): name for adjective, name in _COUNTRIES.items()}
