"""Where a story begins behind its dateline: `LIMA, Peru (AP) --`, `Oslo (CNN)`, `(Reuters) -`.

The place and the agency are no part of the first sentence; a parser takes them for its subject.
"""

import re

_AGENCY = (
    r"\((?:AAP|AFP|ANI|ANSA|AP|Associated Press|BBC|Bloomberg|CBC|CBS|CNN|CNNMoney|DPA|dpa|EFE"
    r"|IANS|Interfax|KUNA|Kyodo(?: News)?|MENA|NBC|NPR|NYT|PA|PTI|RFE/RL|RT|Reuters|SANA|TASS"
    r"|UPI|VOA|WAM|Xinhua|Yonhap|[Tt]he [A-Z][\w ]+) ?\)"
)
_DATE = r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?,?)"
_PLACE = r"[A-Z][\w.'’-]*(?:,? (?:[a-z]{2} )?[A-Z][\w.'’-]*){0,4},?"
_CAPITALS = r"[A-Z][A-Z.'’-]+(?:,? (?:[A-Z][A-Z.'’-]+|[A-Z][\w.'’-]*\.?)){0,3}"
_MARK = r" ?(?:--|[-–—_])"
_DATELINE = re.compile(
    rf"(?:(?:{_PLACE}{_DATE}? ?)?{_AGENCY}(?:{_MARK}{_DATE}?)?(?:{_MARK}|:)? ?"
    rf"|{_CAPITALS}{_DATE}?(?: ?--| [-–—_]) ?)"
    r"(?=[\"'“‘]?[A-Z0-9])"
)
_LONGEST = 90


def dateline_length(paragraph: str) -> int:
    """How many characters of the paragraph are its dateline and the mark behind it; 0 for none.

    A place alone counts only in capitals before a dash: `ROME - Italy ...`; in small letters it
    needs its agency, for `Rome - ` may as well open a heading.
    """
    found = _DATELINE.match(paragraph[:_LONGEST])
    return found.end() if found is not None and found.end() < len(paragraph) else 0
