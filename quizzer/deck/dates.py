"""A date as far as it is known: a year, a month of a year, or a day."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

_ISO = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


@dataclass(frozen=True, slots=True)
class PartialDate:
    """Year 1 to 9999, with a month or a month and a day; construct only dates that exist.

    Raises:
        ValueError: the month or the day does not exist, or a day comes without a month.
    """

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"there is no year {self.year}")
        if self.month is None:
            if self.day is not None:
                raise ValueError("a day needs its month")
        elif not 1 <= self.month <= 12:
            raise ValueError(f"there is no month {self.month}")
        elif self.day is not None:
            last = monthrange(self.year, self.month)[1]
            if not 1 <= self.day <= last:
                raise ValueError(f"{MONTHS[self.month - 1]} {self.year} has {last} days")

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Reads `2025`, `2025-03` or `2025-03-18`.

        Raises:
            ValueError: the text has another form, or the date does not exist.
        """
        match = _ISO.fullmatch(text)
        if match is None:
            raise ValueError("a date is written 2025-03-18, 2025-03 or 2025")
        year, month, day = match.groups()
        return cls(int(year), int(month) if month else None, int(day) if day else None)

    @classmethod
    def of(cls, day: date) -> "PartialDate":
        """The whole day `day`."""
        return cls(day.year, day.month, day.day)

    def __str__(self) -> str:
        """ISO form: `2025-03-18`, `2025-03` or `2025`."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)

    @property
    def in_words(self) -> str:
        """As a person writes it: `18 March 2025`, `March 2025` or `2025`."""
        if self.month is None:
            return str(self.year)
        words = f"{MONTHS[self.month - 1]} {self.year}"
        return words if self.day is None else f"{self.day} {words}"

    @property
    def first_day(self) -> date:
        """The earliest day that the date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that the date can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])
