"""What stands beside a well-known name although the article does not name it: its neighbours.

A country stands beside countries of its part of the world, a paper beside papers, an agency
beside agencies, so that few names in an article need not mean that the learner has to type.
"""

import re
from functools import lru_cache

from quizzer.questions.names.body_kinds import kind_of_body
from quizzer.questions.names.entities import bare
from quizzer.questions.names.gazetteer import is_same_place
from quizzer.questions.names.states import others_nearby

_POWERS = {
    "United States": "Canada;Mexico;United Kingdom;France;Germany;Russia;China;Australia;Japan",
    "Russia": "Ukraine;Belarus;Poland;Turkey;China;Germany;United States",
    "China": "Japan;South Korea;North Korea;Taiwan;India;Russia;Vietnam",
    "United Kingdom": "Ireland;France;Germany;Netherlands;Belgium;Italy;Spain",
    "France": "Germany;Belgium;Netherlands;United Kingdom;Switzerland;Italy;Spain",
    "Germany": "France;Austria;Netherlands;Poland;Switzerland;Italy;United Kingdom",
    "Italy": "France;Spain;Portugal;Greece;Germany;Austria",
    "Canada": "United States;Mexico;United Kingdom;Australia",
    "Mexico": "United States;Canada;Guatemala;Cuba;Colombia;Brazil",
    "Japan": "South Korea;North Korea;China;Taiwan;Philippines",
    "Australia": "New Zealand;Indonesia;Canada;United Kingdom",
    "Poland": "Czech Republic;Slovakia;Hungary;Romania;Bulgaria;Lithuania",
    "Turkey": "Greece;Bulgaria;Syria;Iraq;Iran;Egypt",
    "Cuba": "Haiti;Jamaica;Venezuela;Nicaragua;Panama;Colombia",
    "Pakistan": "India;Afghanistan;Bangladesh;Iran;Sri Lanka",
    "Afghanistan": "Pakistan;Iran;Iraq;Tajikistan;Uzbekistan;India",
    "Saudi Arabia": "Kuwait;Qatar;United Arab Emirates;Yemen;Iran;Iraq;Egypt;Jordan",
    "Israel": "Egypt;Jordan;Lebanon;Syria;Turkey",
    "South Africa": "Zimbabwe;Zambia;Mozambique;Botswana;Namibia;Angola",
}
"""Beside whom a country stands that the news is full of."""
_REGIONS = tuple(
    tuple(names.split(";"))
    for names in (
        "Ireland;Netherlands;Belgium;Luxembourg;Austria;Switzerland;Denmark",
        "Norway;Sweden;Denmark;Finland;Iceland",
        "Estonia;Latvia;Lithuania;Poland;Finland",
        "Spain;Portugal;Greece;Malta;Cyprus;Italy",
        "Czech Republic;Czechia;Slovakia;Hungary;Romania;Bulgaria;Austria;Poland;Slovenia",
        "Ukraine;Belarus;Moldova;Romania;Poland;Russia",
        "Serbia;Croatia;Bosnia;Slovenia;Albania;North Macedonia;Montenegro;Kosovo;Bulgaria",
        "Armenia;Azerbaijan;Turkey;Iran",
        "Kazakhstan;Uzbekistan;Turkmenistan;Kyrgyzstan;Tajikistan;Mongolia",
        "Iraq;Iran;Syria;Lebanon;Jordan;Israel;Saudi Arabia;Turkey;Egypt",
        "Yemen;Oman;Kuwait;Qatar;Bahrain;United Arab Emirates;Saudi Arabia;Iraq;Jordan",
        "Egypt;Libya;Tunisia;Algeria;Morocco;Sudan",
        "Kenya;Tanzania;Uganda;Rwanda;Burundi;Ethiopia;Somalia;Zambia",
        "Somalia;Ethiopia;Eritrea;Djibouti;Sudan;Kenya;Yemen",
        "Sudan;South Sudan;Chad;Libya;Ethiopia;Somalia;Eritrea",
        "Nigeria;Ghana;Senegal;Mali;Niger;Ivory Coast;Liberia;Sierra Leone;Guinea;Benin;Togo"
        ";Mauritania;Gambia",
        "Congo;Cameroon;Chad;Gabon;Angola;Rwanda;Burundi",
        "Zimbabwe;Zambia;Mozambique;Botswana;Namibia;Angola;Malawi;Lesotho;Madagascar;South Africa",
        "India;Pakistan;Bangladesh;Sri Lanka;Nepal;Bhutan",
        "Thailand;Vietnam;Cambodia;Laos;Malaysia;Singapore;Indonesia;Philippines;Burma;Myanmar"
        ";Brunei",
        "South Korea;North Korea;Japan;China;Taiwan;Mongolia",
        "New Zealand;Fiji;Australia;Indonesia",
        "Guatemala;Honduras;El Salvador;Nicaragua;Panama;Belize",
        "Haiti;Jamaica;Barbados;Grenada;Trinidad and Tobago;Cuba",
        "Brazil;Argentina;Chile;Peru;Colombia;Venezuela;Ecuador;Bolivia;Paraguay;Uruguay",
    )
)
"""Countries near one another."""
_SMALL = frozenset(
    "Luxembourg;Malta;Cyprus;Moldova;Montenegro;Bhutan;Brunei;Lesotho;Gabon;Djibouti;Gambia;Benin"
    ";Togo;Belize;Barbados;Grenada;Trinidad and Tobago;Fiji;Burundi;Eritrea;Suriname".split(";")
)
"""Countries too little known to be believed beside one that is known."""

_CITIES = tuple(
    "Boston;Philadelphia;Pittsburgh;Baltimore;Buffalo;Richmond"
    "|Chicago;Detroit;Cleveland;Cincinnati;Columbus;Indianapolis;Milwaukee;St. Louis;Minneapolis"
    "|Miami;Orlando;Tampa;Atlanta;Charlotte;New Orleans;Nashville;Memphis"
    "|Houston;Dallas;Phoenix;Denver;Las Vegas;Tulsa;San Antonio"
    "|Los Angeles;San Francisco;Seattle;Portland;San Diego"
    "|London;Manchester;Birmingham;Liverpool;Leeds;Glasgow"
    "|Paris;Lyon;Marseille;Nice;Toulouse|Berlin;Munich;Hamburg;Frankfurt;Cologne"
    "|Rome;Milan;Naples;Turin;Florence|Madrid;Barcelona;Valencia;Seville"
    "|Toronto;Montreal;Vancouver;Calgary|Sydney;Melbourne;Brisbane;Perth"
    "|Beijing;Shanghai;Guangzhou;Shenzhen;Hong Kong|New Delhi;Mumbai;Kolkata;Chennai"
    "|Karachi;Lahore;Islamabad;Peshawar|Baghdad;Basra;Mosul;Fallujah;Kirkuk"
    "|Damascus;Aleppo;Homs;Idlib|Kabul;Kandahar;Herat;Jalalabad|Moscow;St. Petersburg;Kazan"
    "|Kyiv;Kharkiv;Odesa;Lviv;Mariupol;Kherson|Nairobi;Mombasa;Kisumu;Kampala;Addis Ababa"
    "|Dar es Salaam;Dodoma;Zanzibar;Arusha|Johannesburg;Cape Town;Durban;Pretoria"
    "|Lagos;Abuja;Kano;Ibadan|Cairo;Alexandria;Giza;Suez|Tripoli;Benghazi;Misrata;Sirte"
    "|Jerusalem;Tel Aviv;Haifa;Beersheba|Tokyo;Osaka;Nagoya;Kyoto|Warsaw;Krakow;Gdansk;Lodz"
    "|East Africa;West Africa;North Africa;Southern Africa"
    "|Africa;Asia;Europe;Latin America|Middle East;Central Asia;Southeast Asia;Latin America"
    "|Eastern Europe;Western Europe;Central Asia|Crimea;Donbas;Transnistria;Abkhazia"
    "|West Bank;Gaza Strip;Golan Heights;Sinai".split("|")
)
"""Towns of one country, and parts of the world."""
_TOWNS = tuple(tuple(row.split(";")) for row in _CITIES)

_BODIES = {
    "agency": "FBI;CIA;National Security Agency;Secret Service;State Department"
              ";Treasury Department;Defense Department;Justice Department",
    "international": "United Nations;European Union;NATO;World Bank;International Monetary Fund"
                     ";World Health Organization;World Trade Organization;African Union",
    "news": "New York Times;Washington Post;Wall Street Journal;USA Today;Los Angeles Times",
    "channel": "CNN;MSNBC;NPR;BBC;CNBC",
    "newsroom": "NBC News;ABC News;CBS News;Fox News",
}  # fmt: skip
"""Bodies that everybody knows, by kind."""
_NEWS = ("channel", "newsroom", "news")
_AMERICAN = re.compile(r"\b(?:New York|Washington|Wall Street|USA|Los Angeles|Boston|Chicago)\b")
_SHARED = re.compile(
    r"\b(?:(?:condemn|denounc|welcom|prais|support|recogni[sz]|sanction|ratif|attend|donat|pledg"
    r"|contribut|invit|visit|neighbo|accept|contest|campaign|rall[iy]|protest|demonstrat|march"
    r"|export|trad(?:ing|es?\b))\w*"
    r"|(?:back|sign|join|host|poll|buy|sell|import|lead|win|ban|border|ally|send)(?:s|ed|ing|ning)?"
    r"|bann(?:ed|ing)|sent|won|lost|led|bought|sold|voted|voting|members?|allies|allied)\b"
)
"""What many do at once, so that one whom the article leaves out may do it too."""


def is_shared(stem: str) -> bool:
    """Whether others than the article's may well have done what the stem tells."""
    return bool(_SHARED.search(stem))


@lru_cache(maxsize=512)
def region_of(country: str) -> frozenset[str]:
    """The countries near a country, or of its weight."""
    plain = bare(country)
    near = {n for power, row in _POWERS.items() if is_same_place(plain, power)
            for n in row.split(";")}  # fmt: skip
    if not near:
        near = {n for row in _REGIONS if any(is_same_place(plain, n) for n in row) for n in row}
    if plain not in _SMALL:
        near -= _SMALL
    return frozenset(n for n in near if not is_same_place(plain, n))


def peers_of(key: str, pool: str) -> tuple[str, ...]:
    """The well-known names of the key's kind, for a pool of places or bodies; none for others."""
    plain = bare(key)
    if pool == "country":
        return tuple(sorted(region_of(plain)))
    if pool == "state":
        return others_nearby(plain)
    if pool in {"place GPE", "place LOC"}:
        return next((row for row in _TOWNS if plain in row), ())
    if pool == "news":
        news = next((k for k in _NEWS if plain in _BODIES[k].split(";")), None)
        news = "news" if news is None and _AMERICAN.search(plain) else news
        return tuple(_BODIES[news].split(";")) if news else ()
    kind = kind_of_body(plain)
    if pool != "organization" or kind not in {"agency", "international"}:
        return ()
    known = _BODIES[kind].split(";")
    return tuple(known) if plain in known or plain in _OF_NATION else ()


_OF_NATION = frozenset(
    "EPA;IRS;SEC;FDA;FTC;FCC;DEA;DHS;DOJ;INS;Federal Bureau of Investigation;Treasury Department"
    ";Central Intelligence Agency;Environmental Protection Agency;Internal Revenue Service"
    ";Immigration and Naturalization Service;U.S. State Department;U.S. Justice Department"
    ";Consumer Financial Protection Bureau;CFPB;NSA;UN;U.N.;EU;IMF;WHO;WTO;OSCE"
    ";International Atomic Energy Agency;IAEA;Security Council;U.N. Security Council".split(";")
)
"""Bodies of those kinds that stand beside the known ones, though they are less known."""
