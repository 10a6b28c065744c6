"""Plain text becomes HTML that Anki shows as that text, whatever stands in it."""

import re
import unicodedata

# LaTeX, MathJax, sound and speech begin so; an entity in the place of one letter disarms them.
_BRACKETS = re.compile(r"\[(?=(?:latex|\$|\$\$|sound:|anki:))", re.IGNORECASE)
_MATHJAX = re.compile(r"\\(?=[()\[\]])")
# U+2400 and on are pictures of the control characters; \x1f parts fields in Anki's files.
_CONTROLS = {code: 0x2400 + code for code in range(0x20) if code not in (0x09, 0x0A)}
_CONTROLS[0x7F] = 0x2421
_SURROGATES = re.compile("[\ud800-\udfff]")


_HARMLESS = re.compile(r"[ !-%'-;=?-Z\]-~]*")


def as_html(text: str) -> str:
    """`text` in NFC (Anki's own form) with markup, LaTeX and field separators disarmed."""
    if _HARMLESS.fullmatch(text):
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_CONTROLS)
    text = unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", text))
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _BRACKETS.sub("&#91;", _MATHJAX.sub("&#92;", text))
    return text.replace("\n", "<br>")


def as_cloze_html(text: str) -> str:
    """Like `as_html`, with cloze brackets and the mark before a hint disarmed too."""
    html = as_html(text).replace("{", "&#123;").replace("}", "&#125;")
    return html.replace("::", "&#58;&#58;").replace(":}", "&#58;}")


def as_tag(text: str) -> str:
    """A tag without the characters that part tags or that Anki drops; empty if nothing is left."""
    text = unicodedata.normalize("NFC", _SURROGATES.sub("", text))
    kept = "".join("_" if c.isspace() else c for c in text if not _is_dropped(c))
    return "::".join(part or "blank" for part in kept.split("::")) if kept.strip("_") else ""


def _is_dropped(letter: str) -> bool:
    return letter == '"' or (unicodedata.category(letter) == "Cc" and not letter.isspace())


def as_deck_name(title: str) -> str:
    """A title as one level of Anki's deck tree."""
    text = unicodedata.normalize("NFC", _SURROGATES.sub("\ufffd", title))
    text = "".join(" " if unicodedata.category(c) == "Cc" else c for c in text)
    return text.replace("::", ": :").replace('"', "'").strip(" :") or "quizzer"
