"""Decks for other quiz programs: GIFT and Moodle XML (Moodle), and Aiken (many).

GIFT and Aiken follow the descriptions in Moodle's documentation, as does Moodle XML. What a format
cannot say is left out and counted.
"""

import re
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from quizzer.deck.model import (
    Deck,
    NumberAnswer,
    PairsAnswer,
    Question,
    TextAnswer,
    TruthAnswer,
)
from quizzer.deck.render import answer_text, option_text
from quizzer.seeded import seeded_order

_GIFT_SIGNS = re.compile(r"[~=#{}:\\]")
# What Aiken takes for an option or for the key.
_AIKEN_LINE = re.compile(r"[A-Z][).]|ANSWER:")
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Written:
    """A file's text, and the ids of the questions that the format cannot hold."""

    text: str
    left_out: tuple[str, ...]


def write_gift(deck: Deck) -> Written:
    """GIFT: choice, short answer, numerical, true or false, matching."""
    blocks, left_out = [], []
    for question in deck.questions:
        answers = _gift_answers(question)
        if answers is None:
            left_out.append(question.id)
            continue
        # Plain, or Moodle would take < and & for HTML.
        blocks.append(f"::{_gift(question.id)}::[plain]{_gift(question.stem)} {answers}\n")
    return Written("\n".join(blocks), tuple(left_out))


def _gift_answers(question: Question) -> str | None:
    feedback = f"####{_gift(question.explanation)}" if question.explanation else ""
    match question.answer:
        case TruthAnswer(value):
            return f"{{{'TRUE' if value else 'FALSE'}{feedback}}}"
        case PairsAnswer(pairs) if len(pairs) > 1:
            if any("->" in left for left, _ in pairs):
                return None
            rows = " ".join(f"={_gift_left(left)} -> {_gift(right)}" for left, right in pairs)
            return f"{{{rows}{feedback}}}"
        case _ if question.distractors:
            key = f"={_gift_part(answer_text(question.answer))}"
            texts = (option_text(one, question.answer) for one in question.distractors)
            return f"{{{' '.join([key, *(f'~{_gift_part(one)}' for one in texts)])}{feedback}}}"
        case NumberAnswer(number, _, tolerance):
            return f"{{#{number}:{tolerance or 0}{feedback}}}"
        case TextAnswer(text):
            rights = (text, *question.accept)
            if all("->" in one for one in rights):
                # It would be a matching question.
                return None
            right = " ".join(f"={_gift_part(_literally(one))}" for one in rights)
            return f"{{{right}{feedback}}}"
        case _:
            return None


def _gift_left(text: str) -> str:
    """A left side that does not begin like the name of a format."""
    return f"{'[plain]' if text.strip()[:1] == '[' else ''}{_gift(text)}"


def _gift_part(text: str) -> str:
    """An answer that does not begin like a weight or the name of a format."""
    return f"{'%100%[plain]' if text.strip()[:1] in ('%', '[') else ''}{_gift(text)}"


def _literally(text: str) -> str:
    """A short answer in which Moodle's wildcard is a star."""
    return text.replace("*", "\\*")


def _gift(text: str) -> str:
    return _GIFT_SIGNS.sub(lambda sign: f"\\{sign.group()}", " ".join(text.split()))


def write_aiken(deck: Deck) -> Written:
    """Aiken: a choice a question, and nothing else."""
    blocks, left_out = [], []
    for question in deck.questions:
        if isinstance(question.answer, TruthAnswer):
            key, shown = answer_text(question.answer), ["true", "false"]
        else:
            key = answer_text(question.answer)
            others = [option_text(one, question.answer) for one in question.distractors]
            shown = seeded_order([key, *others], deck.id, question.id)
        is_mistaken = _AIKEN_LINE.match(" ".join(question.stem.split())) is not None
        if is_mistaken or not 2 <= len(shown) <= len(_LETTERS):
            left_out.append(question.id)
            continue
        lines = [" ".join(question.stem.split())]
        lines += [
            f"{letter}) {' '.join(one.split())}"
            for letter, one in zip(_LETTERS, shown, strict=False)
        ]
        lines.append(f"ANSWER: {_LETTERS[shown.index(key)]}")
        blocks.append("\n".join(lines) + "\n")
    return Written("\n".join(blocks), tuple(left_out))


def write_moodle_xml(deck: Deck) -> Written:
    """Moodle XML: choice, short answer, numerical, true or false, matching."""
    root = ElementTree.Element("quiz")
    left_out = []
    for question in deck.questions:
        element = _moodle(question)
        if element is None:
            left_out.append(question.id)
        else:
            root.append(element)
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return Written(f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n', tuple(left_out))


def _moodle(question: Question) -> ElementTree.Element | None:
    match question.answer:
        case TruthAnswer(value):
            element = _moodle_head(question, "truefalse")
            for word, holds in (("true", value), ("false", not value)):
                _moodle_answer(element, word, 100 if holds else 0)
        case PairsAnswer(pairs) if len(pairs) > 1:
            element = _moodle_head(question, "matching")
            for left, right in pairs:
                part = ElementTree.SubElement(element, "subquestion", format="html")
                ElementTree.SubElement(part, "text").text = _xml_text(escape(left))
                answer = ElementTree.SubElement(part, "answer")
                ElementTree.SubElement(answer, "text").text = _xml_text(right)
        case _ if question.distractors:
            element = _moodle_head(question, "multichoice")
            ElementTree.SubElement(element, "single").text = "true"
            ElementTree.SubElement(element, "shuffleanswers").text = "true"
            key = _moodle_answer(element, escape(answer_text(question.answer)), 100)
            key.set("format", "html")
            for one in question.distractors:
                wrong = _moodle_answer(element, escape(option_text(one, question.answer)), 0)
                wrong.set("format", "html")
        case NumberAnswer(number, _, tolerance):
            element = _moodle_head(question, "numerical")
            answer = _moodle_answer(element, str(number), 100)
            ElementTree.SubElement(answer, "tolerance").text = str(tolerance or 0)
        case TextAnswer(text):
            element = _moodle_head(question, "shortanswer")
            for right in (text, *question.accept):
                _moodle_answer(element, _literally(right), 100)
        case _:
            return None
    return element


def _moodle_head(question: Question, kind: str) -> ElementTree.Element:
    element = ElementTree.Element("question", type=kind)
    name = ElementTree.SubElement(element, "name")
    ElementTree.SubElement(name, "text").text = question.id
    stem = ElementTree.SubElement(element, "questiontext", format="html")
    ElementTree.SubElement(stem, "text").text = _xml_text(escape(question.stem))
    if question.explanation:
        feedback = ElementTree.SubElement(element, "generalfeedback", format="html")
        ElementTree.SubElement(feedback, "text").text = _xml_text(escape(question.explanation))
    return element


def _moodle_answer(parent: ElementTree.Element, text: str, fraction: int) -> ElementTree.Element:
    answer = ElementTree.SubElement(parent, "answer", fraction=str(fraction))
    ElementTree.SubElement(answer, "text").text = _xml_text(text)
    return answer


def _xml_text(text: str) -> str:
    """Without what XML cannot hold."""
    return "".join(
        one for one in text if one in "\t\n" or (ord(one) >= 32 and one not in "\ufffe\uffff")
    )
