"""HTML of flash cards as plain text."""

import re
from html import unescape

_BLOCKS = re.compile(r"(?i)<\s*(?:br|/p|/div|/li|/tr|/h[1-6]|hr)\b[^>]*>")
_DROPPED = re.compile(r"(?is)<(script|style)\b.*?</\1\s*>|<!--.*?-->")
_TAG = re.compile(r"<[^>]*>")
_JOINERS = re.compile("[\u2060\u200b]")


def html_text(html: str) -> str:
    """The words of a piece of HTML: blocks become lines, markup goes, entities are resolved."""
    text = _TAG.sub("", _BLOCKS.sub("\n", _DROPPED.sub("", html)))
    text = _JOINERS.sub("", unescape(text)).replace("\xa0", " ")
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
