"""Readers of our own for the formats of other programs, after what Moodle publishes about them.

GIFT: https://docs.moodle.org/en/GIFT_format; Aiken: https://docs.moodle.org/en/Aiken_format;
Moodle XML: https://docs.moodle.org/en/Moodle_XML_format. They know nothing of how we write.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from xml.etree import ElementTree

FORMATS = ("[plain]", "[html]", "[moodle]", "[markdown]")


@dataclass
class Read:
    """A question as another program has it."""

    kind: str
    name: str
    stem: str
    rights: list[str] = field(default_factory=list)
    wrongs: list[str] = field(default_factory=list)
    pairs: list[tuple[str, str]] = field(default_factory=list)
    number: tuple[str, str] = ("", "")
    feedback: str = ""
    is_plain: bool = False


# ------------------------------------------------------------------------------------- GIFT

_ESCAPES = {"~": "\ue001", "=": "\ue002", "#": "\ue003", "{": "\ue004", "}": "\ue005"}
_ESCAPES |= {":": "\ue006", "\\": "\ue007"}


def read_gift(text: str) -> list[Read]:
    """Questions parted by blank lines; a backslash takes a sign its meaning."""
    lines = [line for line in text.splitlines() if not line.strip().startswith("//")]
    blocks = re.split(r"\n\s*\n", "\n".join(lines))
    return [_gift(block.strip()) for block in blocks if block.strip()]


def _gift(block: str) -> Read:
    hidden = re.sub(r"\\([~=#{}:\\])", lambda match: _ESCAPES[match[1]], block)
    name = ""
    if hidden.startswith("::"):
        name, _, hidden = hidden[2:].partition("::")
    head, opening, rest = hidden.partition("{")
    body, closing, tail = rest.partition("}")
    assert opening
    assert closing
    assert not tail.strip()
    stem, is_plain = _format(head)
    body, _, feedback = body.partition("####")
    read = Read("", _shown(name), stem, feedback=_shown(feedback), is_plain=is_plain)
    _gift_answers(read, body.strip())
    return read


def _gift_answers(read: Read, body: str) -> None:
    if body.startswith("#"):
        number, _, tolerance = body[1:].partition(":")
        read.kind, read.number = "numerical", (number.strip(), tolerance.strip())
        return
    if body in ("T", "TRUE", "F", "FALSE"):
        read.kind, read.rights = "truefalse", [body[0]]
        return
    answers = re.findall(r"([=~])([^=~]*)", body)
    assert "".join(sign + text for sign, text in answers) == body
    if all(sign == "=" and "->" in text for sign, text in answers):
        read.kind = "matching"
        for _, text in answers:
            left, _, right = text.partition("->")
            read.pairs.append((_format(left)[0], _shown(right)))
        return
    read.kind = "multichoice" if any(sign == "~" for sign, _ in answers) else "shortanswer"
    for sign, text in answers:
        weighted = re.fullmatch(r"%([-0-9.]+)%(.*)", text.strip(), re.DOTALL)
        (read.rights if sign == "=" else read.wrongs).append(
            _format(weighted[2] if weighted else text)[0]
        )


def _format(text: str) -> tuple[str, bool]:
    text = text.strip()
    for form in FORMATS:
        if text.startswith(form):
            return _shown(text[len(form) :]), form == "[plain]"
    return _shown(text), False


def _shown(text: str) -> str:
    for sign, hidden in _ESCAPES.items():
        text = text.replace(hidden, sign)
    return text.strip()


# ------------------------------------------------------------------------------------ Aiken


def read_aiken(text: str) -> list[Read]:
    """A line of question, lettered options, and the letter of the right one."""
    found: list[Read] = []
    options: dict[str, str] = {}
    for line in text.splitlines():
        option = re.match(r"([A-Z])[).][ \t]?(.*)", line)
        if not line.strip():
            continue
        if line.startswith("ANSWER:"):
            letter = line.removeprefix("ANSWER:").strip()
            found[-1].rights = [options[letter]]
            found[-1].wrongs = [text for key, text in options.items() if key != letter]
            options = {}
        elif option:
            assert option[1] not in options
            options[option[1]] = option[2]
        else:
            assert not options, "a question begins before the last one ended"
            found.append(Read("multichoice", "", line.strip()))
    return found


# ------------------------------------------------------------------------------- Moodle XML


def read_moodle(text: str) -> list[Read]:
    """One element a question; texts of the form html are HTML, others are not."""
    root = ElementTree.fromstring(text)
    assert root.tag == "quiz"
    return [_moodle(element) for element in root]


def _moodle(element: ElementTree.Element) -> Read:
    read = Read(element.get("type", ""), _text(element.find("name")), "")
    read.stem = _text(element.find("questiontext"))
    feedback = element.find("generalfeedback")
    read.feedback = "" if feedback is None else _text(feedback)
    for pair in element.findall("subquestion"):
        read.pairs.append((_text(pair), _text(pair.find("answer"))))
    for answer in element.findall("answer"):
        is_right = float(answer.get("fraction", "0")) > 0
        (read.rights if is_right else read.wrongs).append(_text(answer))
        if read.kind == "numerical":
            read.number = (_text(answer), answer.findtext("tolerance") or "")
    return read


def _text(element: ElementTree.Element | None) -> str:
    assert element is not None
    text = element.findtext("text") or ""
    if element.get("format") == "html":
        assert "<" not in text, "no element was meant"
        text = unescape(text)
    return text
