"""What kind of body a name is: a school, a court, a party; so that options are of one kind."""

import re
from functools import lru_cache

from quizzer.questions.names.entities import bare

SEATS = frozenset(
    "White House;Kremlin;Pentagon;Capitol;Capitol Hill;Downing Street;10 Downing Street"
    ";Buckingham Palace;Blue House;Wall Street".split(";")
)
"""Buildings that stand for who sits in them; none is an option beside a body."""

_SHORT = {
    name: kind
    for kind, names in {
        "agency": "FBI;CIA;NSA;EPA;IRS;SEC;FDA;FTC;FCC;CDC;DEA;DHS;NASA;NOAA;CFPB;FEMA;TSA;DOJ;MI5"
        ";MI6;HUD;Treasury;Federal Reserve;Federal Bureau of Investigation;Secret Service"
        ";Securities and Exchange Commission;Federal Trade Commission"
        ";Federal Communications Commission",
        "chamber": "Senate;U.S. Senate;House;U.S. House;Congress;U.S. Congress;Bundestag;Knesset"
        ";House of Representatives;House of Commons;House of Lords;Parliament;State Duma;Duma",
        "party": "GOP;DNC;RNC;Democratic National Committee;Republican National Committee",
        "international": "UN;U.N.;United Nations;EU;European Union;NATO;IMF;WHO;WTO;OSCE;OPEC;ASEAN"
        ";World Bank;African Union;Arab League;International Monetary Fund;Security Council"
        ";World Health Organization;World Trade Organization;European Commission;European Council"
        ";European Parliament;European Central Bank;International Atomic Energy Agency;IAEA"
        ";International Criminal Court",
        "news": "AP;BBC;CNN;MSNBC;NBC;ABC;CBS;NPR;PBS;AFP;CNBC",
        "union": "AFL-CIO;SEIU;UAW;NAACP;ACLU;NRA;AARP",
    }.items()
    for name in names.split(";")
}  # fmt: skip
"""Names that do not say themselves what they are."""

_WORDS = tuple(
    (kind, re.compile(rf"\b(?:{words})\b"))
    for kind, words in (
        ("police", "Police|Sheriff|NYPD|LAPD"),
        ("school", r"University|College|School|Academy|Institute of Technology"),
        ("research", r"Institute|Institution|Cent(?:er|re) (?:for|on|of)|Policy Cent(?:er|re)"
                     r"|Laborator(?:y|ies)|Observatory|Research|Council on"),
        ("court", "Court|Tribunal"),
        ("party", "Party"),
        ("committee", "Committee|Subcommittee|Commission|Council|Panel|Board|Caucus|PAC"),
        ("agency", "Department|Ministry|Agency|Bureau|Administration|Authority|Office|Service"),
        ("forces", "Army|Navy|Force|Guard|Marines|Corps"),
        ("charity", "Foundation|Charity|Charities|Fund|Trust|Endowment|Conservancy"),
        ("union", "Union|Association|Federation|Brotherhood|Society|Alliance|Coalition|Workers"
                  "|Teachers|League|Chamber of Commerce|Club"),
        ("company", "Bank|Inc|Corp|Corporation|Company|Group|Airlines|Motors|Ltd|LLC|Holdings"
                    "|Industries|Partners|Capital"),
        ("chamber", "Senate|Parliament|Congress|Assembly"),
        ("team", "Team|United|FC"),
        ("house", "Museum|Library|Hospital|Church|Theater|Theatre|Gallery|Cathedral"),
    )
)  # fmt: skip
"""The first kind whose word stands in the name is its kind."""


@lru_cache(maxsize=4096)
def kind_of_body(name: str) -> str | None:
    """`school`, `court`, `agency` ...; `seat` for a building; None where the name does not tell."""
    plain = bare(name)
    if plain in SEATS:
        return "seat"
    if plain in _SHORT:
        return _SHORT[plain]
    return next((kind for kind, words in _WORDS if words.search(plain)), None)
