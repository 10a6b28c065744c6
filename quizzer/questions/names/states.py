"""The states of the USA: their short forms, and other states of the same part of the country."""

from quizzer.questions.names.gazetteer import STATES

_SHORT = {
    "Ala": "Alabama", "Ariz": "Arizona", "Ark": "Arkansas", "Calif": "California",
    "Colo": "Colorado", "Conn": "Connecticut", "Del": "Delaware", "Fla": "Florida",
    "Ga": "Georgia", "Ill": "Illinois", "Ind": "Indiana", "Kan": "Kansas", "Ky": "Kentucky",
    "La": "Louisiana", "Md": "Maryland", "Mass": "Massachusetts", "Mich": "Michigan",
    "Minn": "Minnesota", "Miss": "Mississippi", "Mo": "Missouri", "Mont": "Montana",
    "Neb": "Nebraska", "Nev": "Nevada", "NH": "New Hampshire", "NJ": "New Jersey",
    "NM": "New Mexico", "NY": "New York", "NC": "North Carolina", "ND": "North Dakota",
    "Okla": "Oklahoma", "Ore": "Oregon", "Pa": "Pennsylvania", "RI": "Rhode Island",
    "SC": "South Carolina", "SD": "South Dakota", "Tenn": "Tennessee", "Tex": "Texas",
    "Vt": "Vermont", "Va": "Virginia", "Wash": "Washington", "WVa": "West Virginia",
    "Wis": "Wisconsin", "Wyo": "Wyoming",
}  # fmt: skip
"""The short forms of news, without dots and spaces."""
_POSTAL = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California",
    "CO": "Colorado", "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia",
    "HI": "Hawaii", "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "IA": "Iowa",
    "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana", "ME": "Maine", "MD": "Maryland",
    "MA": "Massachusetts", "MI": "Michigan", "MN": "Minnesota", "MS": "Mississippi",
    "MO": "Missouri", "MT": "Montana", "NE": "Nebraska", "NV": "Nevada", "OH": "Ohio",
    "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "TN": "Tennessee", "TX": "Texas",
    "UT": "Utah", "VT": "Vermont", "VA": "Virginia", "WA": "Washington", "WV": "West Virginia",
    "WI": "Wisconsin", "WY": "Wyoming",
}  # fmt: skip
_REGIONS = (
    "Maine;New Hampshire;Vermont;Massachusetts;Rhode Island;Connecticut",
    "New York;New Jersey;Pennsylvania;Delaware;Maryland",
    "Virginia;West Virginia;North Carolina;South Carolina;Georgia;Florida",
    "Kentucky;Tennessee;Alabama;Mississippi;Louisiana;Arkansas",
    "Ohio;Michigan;Indiana;Illinois;Wisconsin;Minnesota",
    "Iowa;Missouri;Kansas;Nebraska;South Dakota;North Dakota",
    "Texas;Oklahoma;New Mexico;Arizona",
    "Colorado;Utah;Nevada;Idaho;Montana;Wyoming",
    "California;Oregon;Washington;Alaska;Hawaii",
)


def state_named(text: str) -> str | None:
    """The state for its name or a short form: `Wisconsin`, `Wis.`, `N.C.`, `WI`; else None."""
    name = " ".join(text.split())
    if name in STATES or name == "Washington":
        return name
    plain = name.replace(".", "").replace(" ", "")
    return _SHORT.get(plain) or _POSTAL.get(plain)


def others_nearby(state: str) -> tuple[str, ...]:
    """The other states of the same part of the country."""
    for row in _REGIONS:
        states = row.split(";")
        if state in states:
            return tuple(other for other in states if other != state)
    return ()
