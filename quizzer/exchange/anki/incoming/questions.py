"""A card of any Anki note becomes a question: its front the stem, its back the key."""

import re
from dataclasses import dataclass
from hashlib import blake2b

from quizzer.deck.model import BLANK, AllAnswer, Answer, Question, TextAnswer
from quizzer.exchange.anki.incoming.clozes import GAP
from quizzer.exchange.anki.incoming.collection import Card, Note, NoteType
from quizzer.exchange.anki.incoming.html_text import FindMedium, html_text
from quizzer.exchange.anki.incoming.templates import Content, Side, TemplateError, render

_RULE = re.compile(r"""<hr\b[^>]*\bid\s*=\s*["']?answer\b[^>]*>""", re.IGNORECASE)
_GAPS = re.compile(r"_{4,}")
_FURTHER_GAP = "[...]"


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Why a note or a card does not become a question."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A card with all that its templates may speak of."""

    note: Note
    card: Card
    note_type: NoteType
    deck: str


def question_id(guid: str, place: int) -> str:
    """The id of a card's question: it depends on the note's GUID and the card's place alone."""
    hashed = blake2b(guid.encode("utf-8", "surrogatepass"), digest_size=6).hexdigest()
    return f"n{hashed}" if place == 0 else f"n{hashed}-{place + 1}"


def question_of(source: Source, find: FindMedium) -> Question | LeftOut:
    """The question that a card asks; `find` gives the paths of media."""
    note_type, place = source.note_type, source.card.place
    template_place = 0 if note_type.is_cloze else place
    if not 0 <= template_place < len(note_type.templates):
        return LeftOut("its card template was deleted")
    if note_type.is_occlusion:
        return LeftOut("it hides a part of a picture, which no text can ask for")
    template = note_type.templates[template_place]
    fields = {**_special(source), **dict(zip(note_type.fields, source.note.fields, strict=False))}
    number = place + 1
    try:
        front = render(template.front, Content(fields=fields, number=number))
        back = render(template.back, Content(fields=fields, number=number, shows="keys"))
        rest = render(template.back, Content(fields=fields, number=number, shows="nothing"))
    except TemplateError as error:
        return LeftOut(f"its template is broken: {error}")
    if any(deletion.is_occlusion for deletion in front.deletions):
        return LeftOut("it hides a part of a picture, which no text can ask for")
    if note_type.is_cloze and not front.deletions:
        return LeftOut(f"its text has no cloze {number}")
    return _question(source, front, rest if front.deletions else back, find)


def _special(source: Source) -> dict[str, str]:
    return {
        "Tags": " ".join(source.note.tags),
        "Type": source.note_type.name,
        "Deck": source.deck,
        "Subdeck": source.deck.rpartition("::")[2],
        "Card": "",
        "CardFlag": "flag0",
    }


def _question(source: Source, front: Side, back: Side, find: FindMedium) -> Question | LeftOut:
    asked = html_text(front.html, find) or html_text("<br>".join(front.spoken), find)
    if not asked:
        return LeftOut("its front is blank")
    stem = with_one_gap(asked)
    above, below = _around_rule(back.html, find)
    answer: Answer | None
    if front.deletions:
        keys = [html_text(deletion.html, find) for deletion in front.deletions]
        answer, more = _key_of(keys), [above, below]
    elif front.typed is not None and (key := html_text(front.typed, find)):
        answer, more = TextAnswer(key), [above, below]
    else:
        shown = _without_front(below, asked) or _new_lines(above, asked)
        answer, more = (TextAnswer(shown), [above]) if shown else (None, [])
    if answer is None:
        return LeftOut("its back is blank")
    known = f"{asked}\n{_answer_words(answer)}"
    hints = [f"Hint: {html_text(hint, find)}" for hint in front.hints]
    more = [_new_lines(part, known) for part in (*more, *hints)]
    explanation = "\n".join(dict.fromkeys(part for part in more if part))
    return Question(
        id=question_id(source.note.guid, source.card.place),
        stem=stem,
        answer=answer,
        explanation=explanation or None,
        tags=source.note.tags,
    )


def _around_rule(html: str, find: FindMedium) -> tuple[str, str]:
    """The text above and below the rule that parts question and answer; all below without one."""
    above, rule, below = _parted(html)
    return (html_text(above, find), html_text(below, find)) if rule else ("", html_text(html, find))


def _parted(html: str) -> tuple[str, str, str]:
    match = _RULE.search(html)
    if match is None:
        return html, "", ""
    return html[: match.start()], match.group(), html[match.end() :]


def _without_front(text: str, front: str) -> str:
    """A back that repeats the front begins behind it."""
    rest = text.removeprefix(front)
    return rest.strip() or ("" if text == front else text)


def _new_lines(text: str, known: str) -> str:
    """The lines that do not stand in `known` already."""
    seen = {line.strip() for line in known.splitlines()}
    return "\n".join(line for line in text.splitlines() if line.strip() not in seen).strip()


def _key_of(keys: list[str]) -> Answer | None:
    distinct = {key.casefold(): key for key in reversed(keys) if key}
    texts = tuple(reversed(distinct.values()))
    if not texts:
        return None
    return TextAnswer(texts[0]) if len(texts) == 1 else AllAnswer(texts)


def _answer_words(answer: Answer) -> str:
    match answer:
        case TextAnswer(text):
            return text
        case AllAnswer(items):
            return "\n".join(items)
        case _:
            return ""


def with_one_gap(text: str) -> str:
    """The stem with one gap at most: a cloze's own, or the one that its author drew."""
    if GAP in text:
        first, *others = _GAPS.sub("___", text).split(GAP)
        return first + BLANK + _FURTHER_GAP.join(others)
    is_single = len(_GAPS.findall(text)) == 1
    return _GAPS.sub(BLANK if is_single else "___", text)
