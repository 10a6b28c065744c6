"""Names of countries and of the states of the USA, so that "which country" is asked rightly."""

import re
from functools import lru_cache

COUNTRIES = frozenset(
    """Afghanistan;Albania;Algeria;Andorra;Angola;Argentina;Armenia;Australia;Austria;Azerbaijan
    ;Bahrain;Bangladesh;Barbados;Belarus;Belgium;Belize;Benin;Bhutan;Bolivia;Bosnia;Botswana
    ;Brazil;Britain;Brunei;Bulgaria;Burma;Burundi;Cambodia;Cameroon;Canada;Chad;Chile;China
    ;Colombia;Congo;Croatia;Cuba;Cyprus;Czech Republic;Czechia;Denmark;Djibouti;East Timor;Ecuador
    ;Egypt;El Salvador;England;Eritrea;Estonia;Eswatini;Ethiopia;Fiji;Finland;France;Gabon;Gambia
    ;Germany;Ghana;Greece;Grenada;Guatemala;Guinea;Guyana;Haiti;Honduras;Hungary;Iceland;India
    ;Indonesia;Iran;Iraq;Ireland;Israel;Italy;Ivory Coast;Jamaica;Japan;Jordan;Kazakhstan;Kenya
    ;Kosovo;Kuwait;Kyrgyzstan;Laos;Latvia;Lebanon;Lesotho;Liberia;Libya;Liechtenstein;Lithuania
    ;Luxembourg;Madagascar;Malawi;Malaysia;Mali;Malta;Mauritania;Mauritius;Mexico;Moldova;Monaco
    ;Mongolia;Montenegro;Morocco;Mozambique;Myanmar;Namibia;Nepal;Netherlands;New Zealand;Nicaragua
    ;Niger;Nigeria;North Korea;North Macedonia;Norway;Oman;Pakistan;Panama;Paraguay;Peru
    ;Philippines;Poland;Portugal;Qatar;Romania;Russia;Rwanda;Saudi Arabia;Scotland;Senegal;Serbia
    ;Sierra Leone;Singapore;Slovakia;Slovenia;Somalia;South Africa;South Korea;South Sudan;Spain
    ;Sri Lanka;Sudan;Suriname;Sweden;Switzerland;Syria;Taiwan;Tajikistan;Tanzania;Thailand;Togo
    ;Trinidad and Tobago;Tunisia;Turkey;Turkmenistan;Uganda;Ukraine;United Arab Emirates
    ;United Kingdom;United States;Uruguay;Uzbekistan;Vatican;Venezuela;Vietnam;Wales;Yemen;Zambia
    ;Zimbabwe;U.S.;US;USA;U.K.;UK;America;Great Britain;the United States;the United Kingdom
    ;the Netherlands;the Philippines;the U.S.;the US;the UK;the U.K.;Soviet Union
    ;the Soviet Union""".replace("\n    ", "").split(";")
)

STATES = frozenset(
    """Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;Florida;Hawaii
    ;Idaho;Illinois;Indiana;Iowa;Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan
    ;Minnesota;Mississippi;Missouri;Montana;Nebraska;Nevada;New Hampshire;New Jersey;New Mexico
    ;North Carolina;North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island;South Carolina
    ;South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;West Virginia;Wisconsin;Wyoming""".replace(
        "\n    ", ""
    ).split(";")
)

_SHORT_STATES = dict(
    pair.split("=")
    for pair in (
        "Ala.=Alabama;Ariz.=Arizona;Ark.=Arkansas;Calif.=California;Colo.=Colorado;Conn.=Connecticut"
        ";Del.=Delaware;Fla.=Florida;Ga.=Georgia;Ill.=Illinois;Ind.=Indiana;Kan.=Kansas;Ky.=Kentucky"
        ";La.=Louisiana;Md.=Maryland;Mass.=Massachusetts;Mich.=Michigan;Minn.=Minnesota"
        ";Miss.=Mississippi;Mo.=Missouri;Mont.=Montana;Neb.=Nebraska;Nev.=Nevada;N.H.=New Hampshire"
        ";N.J.=New Jersey;N.M.=New Mexico;N.Y.=New York;N.C.=North Carolina;N.D.=North Dakota"
        ";Okla.=Oklahoma;Ore.=Oregon;Pa.=Pennsylvania;R.I.=Rhode Island;S.C.=South Carolina"
        ";S.D.=South Dakota;Tenn.=Tennessee;Tex.=Texas;Vt.=Vermont;Va.=Virginia;Wash.=Washington"
        ";W.Va.=West Virginia;Wis.=Wisconsin;Wyo.=Wyoming"
    ).split(";")
)


def state_in_full(name: str) -> str:
    """The name of an American state for the form that newspapers shorten it to; else as it is."""
    return _SHORT_STATES.get(name, name)


SAME_COUNTRY = (
    frozenset(
        {"U.S.", "US", "USA", "America", "United States", "the United States", "the U.S.", "the US"}
    ),
    frozenset({"U.K.", "UK", "Britain", "Great Britain", "United Kingdom", "the United Kingdom",
               "the UK", "the U.K."}),
    frozenset({"Burma", "Myanmar"}),
)  # fmt: skip


def place_noun(name: str) -> str | None:
    """`country` or `state` where the name is known to be one."""
    if name in COUNTRIES:
        return "country"
    if name in STATES:
        return "state"
    return None


def is_same_place(one: str, other: str) -> bool:
    """Whether two names stand for the same country."""
    return _one_name(one) == _one_name(other)


@lru_cache(maxsize=4096)
def _one_name(place: str) -> str:
    """The same name for all the names of one place."""
    plain = re.sub(r"^[Tt]he ", "", place).strip()
    return next((min(names) for names in SAME_COUNTRY if plain in names), plain)


_SHORT = {"US": "United States", "U.S.": "United States", "USA": "United States",
          "UK": "United Kingdom", "U.K.": "United Kingdom"}  # fmt: skip


def written_out(country: str) -> str:
    """The name of a country in full where it is given by its initials."""
    return _SHORT.get(country, country)


WITH_ARTICLE = frozenset(
    """White House;Kremlin;Pentagon;Senate;House;House of Representatives;Supreme Court
    ;United Nations;European Union;State Department;Justice Department;Treasury;Federal Reserve
    ;Associated Press;New York Times;Washington Post;Wall Street Journal;Vatican;EU;U.N.;UN;FBI
    ;CIA;EPA;IMF;World Bank;NAACP;Democratic Party;Republican Party;GOP""".replace(
        "\n    ", ""
    ).split(";")
)
"""Names that English gives an article, whether or not the article at hand shows it."""

CAPITALS = {
    city: country
    for country, cities in (
        row.split("=")
        for row in (
            "United States=Washington, D.C.|Washington D.C.;Russia=Moscow|Kremlin;China=Beijing"
            ";United Kingdom=London|Downing Street;France=Paris|Elysee;Germany=Berlin;Italy=Rome"
            ";Spain=Madrid;Portugal=Lisbon;Japan=Tokyo;South Korea=Seoul;North Korea=Pyongyang"
            ";Taiwan=Taipei;India=New Delhi;Pakistan=Islamabad;Afghanistan=Kabul;Iran=Tehran"
            ";Iraq=Baghdad;Syria=Damascus;Lebanon=Beirut;Jordan=Amman;Israel=Jerusalem|Tel Aviv"
            ";Saudi Arabia=Riyadh;Yemen=Sanaa;Qatar=Doha;Egypt=Cairo;Libya=Tripoli;Turkey=Ankara"
            ";Ukraine=Kiev|Kyiv;Belarus=Minsk;Poland=Warsaw;Hungary=Budapest;Czech Republic=Prague"
            ";Austria=Vienna;Switzerland=Bern|Geneva;Netherlands=The Hague|Amsterdam"
            ";Belgium=Brussels;Norway=Oslo;Sweden=Stockholm;Denmark=Copenhagen;Finland=Helsinki"
            ";Greece=Athens;Serbia=Belgrade;Bosnia=Sarajevo;Kenya=Nairobi;Tanzania=Dar es Salaam"
            ";Sudan=Khartoum;Ethiopia=Addis Ababa;Somalia=Mogadishu;South Africa=Pretoria"
            ";Canada=Ottawa;Cuba=Havana;Venezuela=Caracas;Australia=Canberra;Indonesia=Jakarta"
            ";Philippines=Manila;Thailand=Bangkok;Vietnam=Hanoi;Burma=Rangoon|Naypyidaw"
        ).split(";")
    )
    for city in cities.split("|")
}  # fmt: skip
"""The seats of governments, which stand for their countries: Moscow, in a stem about Russia."""
