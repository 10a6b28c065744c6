"""Units and currencies under the names that facts give them, always in the plural."""

import re
from collections.abc import Mapping

_NAMES: Mapping[str, str] = {
    # canonical plural: other forms, parted by |
    "percent": "percent|per cent|per-cent|%|pct",
    "percentage points": "percentage points|percentage point",
    "seconds": "seconds|second|secs|sec",
    "minutes": "minutes|minute|mins|min",
    "hours": "hours|hour|hrs|hr",
    "days": "days|day",
    "weeks": "weeks|week",
    "months": "months|month",
    "quarters": "quarters",
    "years": "years|year|yrs|yr",
    "years old": "years old|year old|years-old|year-old|years of age",
    "decades": "decades|decade",
    "centuries": "centuries|century",
    "nights": "nights|night",
    "kilometers": "kilometers|kilometer|kilometres|kilometre|km|kms",
    "meters": "meters|meter|metres|metre|m",
    "centimeters": "centimeters|centimeter|centimetres|centimetre|cm",
    "millimeters": "millimeters|millimeter|millimetres|millimetre|mm",
    "miles": "miles|mile",
    "nautical miles": "nautical miles|nautical mile",
    "light-years": "light-years|light-year|light years|light year",
    "yards": "yards|yard",
    "feet": "feet|foot|ft",
    "inches": "inches|inch",
    "square kilometers": "square kilometers|square kilometer|square kilometres|"
    "square kilometre|sq km|km²",
    "square meters": "square meters|square meter|square metres|square metre|sq m|m²",
    "square miles": "square miles|square mile",
    "cubic meters": "cubic meters|cubic meter|cubic metres|cubic metre|m³",
    "cubic kilometers": "cubic kilometers|cubic kilometer|cubic kilometres|cubic kilometre|km³",
    "cubic feet": "cubic feet|cubic foot",
    "square feet": "square feet|square foot",
    "acres": "acres|acre",
    "hectares": "hectares|hectare",
    "kilograms": "kilograms|kilogram|kilogrammes|kilos|kilo|kg",
    "grams": "grams|gram|grammes|g",
    "milligrams": "milligrams|milligram|mg",
    "metric tons": "metric tons|metric ton|tonnes|tonne",
    "tons": "tons|ton",
    "ounces": "ounces|ounce|oz",
    "liters": "liters|liter|litres|litre",
    "gallons": "gallons|gallon",
    "barrels": "barrels|barrel",
    "degrees Celsius": "degrees celsius|degrees centigrade|°c|°celsius",
    "degrees Fahrenheit": "degrees fahrenheit|°f",
    "degrees": "degrees|degree|°",
    "miles per hour": "miles per hour|miles an hour|mph",
    "kilometers per hour": "kilometers per hour|kilometres per hour|kilometers an hour|"
    "kilometres an hour|km/h|kph",
    "knots": "knots|knot",
    "horsepower": "horsepower|hp",
    "volts": "volts|volt",
    "watts": "watts|watt",
    "kilowatts": "kilowatts|kilowatt|kw",
    "megawatts": "megawatts|megawatt|mw",
    "gigawatts": "gigawatts|gigawatt|gw",
    "kilowatt-hours": "kilowatt-hours|kilowatt hours|kwh",
    "terabytes": "terabytes|terabyte|tb",
    "gigabytes": "gigabytes|gigabyte|gb",
    "megabytes": "megabytes|megabyte|mb",
    "kilotons": "kilotons|kiloton",
    "megatons": "megatons|megaton",
    "US dollars": "us dollars|u.s. dollars|dollars|dollar|usd",
    "cents": "cents|cent",
    "euros": "euros|euro|eur",
    "British pounds": "pounds sterling|british pounds",
    "pounds": "pounds|pound|lbs|lb",
    "yen": "yen",
    "yuan": "yuan|renminbi",
    "rubles": "rubles|ruble|roubles|rouble",
    "rupees": "rupees|rupee",
    "Swiss francs": "swiss francs|swiss franc",
    "francs": "francs|franc",
    "hryvnias": "hryvnias|hryvnia",
    "kronor": "kronor|krona|kroner|krone",
    "South Korean won": "south korean won|korean won",
    "shekels": "shekels|shekel",
    "pesos": "pesos|peso",
    "dinars": "dinars|dinar",
    "dirhams": "dirhams|dirham",
    "riyals": "riyals|riyal",
    "shillings": "shillings|shilling",
}

_BY_FORM = {form: unit for unit, forms in _NAMES.items() for form in forms.split("|")}

CURRENCY_SIGNS: Mapping[str, str] = {
    "US$": "US dollars",
    "A$": "Australian dollars",
    "C$": "Canadian dollars",
    "HK$": "Hong Kong dollars",
    "NZ$": "New Zealand dollars",
    "$": "US dollars",
    "€": "euros",
    "£": "British pounds",
    "¥": "yen",
    "₹": "rupees",
    "₽": "rubles",
    "dlrs": "US dollars",
}
"""Signs that stand before an amount."""

CURRENCIES = frozenset(CURRENCY_SIGNS.values()) | frozenset(
    "cents yuan francs hryvnias kronor shekels pesos dinars dirhams riyals shillings".split()
)
"""Units that are money."""

DURATIONS = frozenset("seconds minutes hours days weeks months years decades centuries".split())
"""Units of time."""

_FORMS = "|".join(
    form.replace(" ", "\\s+").replace(".", "\\.")
    for form in sorted(
        (form for forms in _NAMES.values() for form in forms.split("|")), key=len, reverse=True
    )
)
UNIT_AFTER = re.compile(f"(?P<join>\\s*|-)(?P<unit>{_FORMS})(?!\\w)", re.IGNORECASE)
"""A unit right behind a number; `join` is `-` in `30-day`."""


def unit_named(words: str) -> str:
    """The plural name of a unit in any of its forms."""
    return _BY_FORM[" ".join(words.lower().split())]
