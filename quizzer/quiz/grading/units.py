"""Units that people mix up freely: which measure the same thing, and by what factor.

A table instead of a library of units: it reads in no time (a general one takes longer to
import than a whole quiz takes to start), and a question's unit is one of a few dozen words.
"""

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Unit:
    """`value * factor + offset` is the value in the base unit of the same dimension."""

    dimension: str
    factor: Fraction
    offset: Fraction = Fraction(0)


_TABLE = """
time 1: s sec secs second seconds
time 60: min mins minute minutes
time 3600: h hr hrs hour hours
time 86400: d day days
time 604800: week weeks wk wks
time 1209600: fortnight fortnights
months 1: month months
months 12: year years yr yrs
months 120: decade decades
months 1200: century centuries
length 1: m metre metres meter meters
length 1000: km kms kilometre kilometres kilometer kilometers
length 1/100: cm centimetre centimetres centimeter centimeters
length 1/1000: mm millimetre millimetres millimeter millimeters
length 1/1000000: micrometre micrometres micrometer micrometers micron microns
length 1/1000000000: nm nanometre nanometres nanometer nanometers
length 1609344/1000: mi mile miles
length 3048/10000: ft foot feet
length 254/10000: inch inches
length 9144/10000: yd yard yards
length 1852: nautical_mile nautical_miles
length 9460730472580800: light_year light_years
mass 1: kg kilogram kilograms kilo kilos
mass 1/1000: g gram grams
mass 1/1000000: mg milligram milligrams
mass 1000000: kilotonne kilotonnes
mass 1000: t tonne tonnes ton tons metric_ton metric_tons
mass 45359237/100000000: lb lbs pound_weight
mass 28349523125/1000000000000: oz ounce ounces
area 1: m2 sq_m square_metre square_metres square_meter square_meters
area 1000000: km2 sq_km square_kilometre square_kilometres square_kilometer square_kilometers
area 10000: ha hectare hectares
area 40468564224/10000000: acre acres
area 2589988110336/1000000: square_mile square_miles sq_mi
volume 1: l litre litres liter liters
volume 1/1000: ml millilitre millilitres milliliter milliliters
volume 1/100: cl centilitre centilitres centiliter centiliters
volume 1/10: dl decilitre decilitres deciliter deciliters
volume 1/1000: cc cm3 cubic_centimetre cubic_centimetres cubic_centimeter cubic_centimeters
volume 1000: m3 cubic_metre cubic_metres cubic_meter cubic_meters
volume 158987294928/1000000000: barrel barrels bbl
speed 1: m/s metres_per_second meters_per_second
speed 10/36: km/h kmh kph kilometres_per_hour kilometers_per_hour km_per_hour km_an_hour
speed 44704/100000: mph miles_per_hour miles_an_hour
speed 1852/3600: kn knot knots
acceleration 1: m/s2 metres_per_second_squared meters_per_second_squared
energy 1: j joule joules
energy 1000: kj kilojoule kilojoules
energy 3600000: kwh kilowatt_hour kilowatt_hours
power 1: w watt watts
power 1000: kw kilowatt kilowatts
power 1000000: mw megawatt megawatts
power 1000000000: gw gigawatt gigawatts
gallon 1: gallon gallons gal
data 1: byte bytes
data 1000: kb kilobyte kilobytes
data 1000000: mb megabyte megabytes
data 1000000000: gb gigabyte gigabytes
data 1000000000000: tb terabyte terabytes
frequency 1: hz hertz
frequency 1000: khz kilohertz
frequency 1000000: mhz megahertz
frequency 1000000000: ghz gigahertz
voltage 1: v volt volts
voltage 1000: kv kilovolt kilovolts
current 1: amp amps ampere amperes
pressure 1: pa pascal pascals
pressure 100: hpa mbar millibar millibars
pressure 1000: kpa
pressure 100000: bar bars
pressure 101325: atm atmosphere atmospheres
share 1/100: % percent per_cent pct percentage
points 1: percentage_point percentage_points points_of_percentage
dollar 1: $ us$ usd dollar dollars us_dollar us_dollars
euro 1: € eur euro euros
pound 1/100: pence penny
pound 1: £ gbp quid pound pounds pound_sterling pounds_sterling british_pounds
yen 1: ¥ jpy yen
rouble 1: ₽ rub rouble roubles ruble rubles
yuan 1: cny rmb yuan
hryvnia 1: ₴ uah hryvnia hryvnias
franc 1: chf franc francs swiss_francs
temperature 1: k kelvin kelvins
degrees 1: degree degrees °
"""


def _read_table() -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for line in _TABLE.strip().splitlines():
        head, names = line.split(":")
        dimension, factor = head.split()
        for name in names.split():
            units[name.replace("_", " ")] = Unit(dimension, Fraction(factor))
    celsius = Unit("temperature", Fraction(1), Fraction(27315, 100))
    fahrenheit = Unit("temperature", Fraction(5, 9), Fraction(45967, 180))
    for name in ("°c", "c", "celsius", "degrees celsius", "degree celsius", "degrees centigrade"):
        units[name] = celsius
    for name in ("°f", "f", "fahrenheit", "degrees fahrenheit", "degree fahrenheit"):
        units[name] = fahrenheit
    return units


UNITS = _read_table()
"""Every known name of a unit, folded, with its unit."""

LONGEST = max(len(name.split()) for name in UNITS)
"""The most words that a unit's name has."""

EVERYDAY = frozenset(("time", "months"))
"""Dimensions that people convert exactly, so that nothing is rounded for them."""
