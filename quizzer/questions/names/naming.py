"""Names in a stem: in full at the first mention, and none that nobody has introduced."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.names.entities import is_nobodys_name
from quizzer.questions.names.gazetteer import place_noun
from quizzer.questions.names.name_shapes import NOBODY
from quizzer.questions.names.people import People, clean_name, stands_among_places
from quizzer.questions.reading import Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Span, Token


_KIN = frozenset({"family", "clan", "brother", "sister", "household", "dynasty"})
"""Nouns that a surname tells apart by itself."""
_NAMED_BY_SURNAME = frozenset(
    "administration campaign supporter voter presidency foundation".split()
)
"""What belongs to somebody in public life, and is called by the surname."""
_COURTESY = frozenset({"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms"})


def put_names(
    people: People, sentence: Sentence, tokens: Sequence["Token"], quoted: set[int], found: Grounded
) -> None:
    """Puts full names into `found` for the persons among `tokens`, each once; notes the unknown."""
    told: set[str] = set(found.told)
    kept = {token.i for token in tokens}
    for entity in sentence.entities:
        if entity.label_ != "PERSON" or stands_among_places(entity):
            continue
        words = [
            t for t in entity if t.i in kept and t.tag_ != "POS" and t.text not in {"'s", "’s"}
        ]
        if not words or words[0].i in quoted:
            continue
        text = clean_name(entity.text)
        name = people.of(entity)
        if (
            text in NOBODY
            or is_nobodys_name(text)
            or (place_noun(text) is not None and name is None)
        ):
            continue
        if name is None and _is_of_no_person(entity):
            continue
        if name is None and _is_known_by_surname(entity, text):
            continue
        if name is None and text in people.firms:
            _put_firm(words, people.firms[text], told, found)
            continue
        if name is None or not people.is_introduced(name):
            found.blame(entity.root, f"F4 name: {entity.text}")
            continue
        before = sentence.parse.doc[entity.start - 1] if entity.start else None
        if (
            before is not None
            and before.i in kept
            and before.pos_ == "PROPN"
            and before.text not in _COURTESY
        ):
            found.has_name = True
            told.add(name)
            if " " not in name:
                continue
        name = people.titled(name)
        found.has_name = True
        if entity.root.dep_ == "compound" and entity.root.head.pos_ == "NOUN":
            if text != name and entity.root.head.lemma_ not in _NAMED_BY_SURNAME:
                _put_before_noun(entity, people.full.get(text, text), told, found)
            continue
        if name in told or text == name:
            told.add(name)
            continue
        told.add(name)
        start = words[0]
        # "Mr. Khan" becomes "Imran Khan": the title goes where it is a mere courtesy.
        if start.i - 1 in kept and start.nbor(-1).text in _COURTESY:
            found.swaps[start.nbor(-1).i] = ""
        found.swaps.update({t.i: "" for t in words})
        found.swaps[start.i] = name


def _put_firm(words: list["Token"], whole: str, told: set[str], found: Grounded) -> None:
    """Puts the whole name of a company for the first word of it, at the first mention."""
    found.has_name = True
    if whole not in told:
        told.add(whole)
        found.swaps[words[0].i] = whole


_PLAYERS = frozenset(
    "goalkeeper keeper striker midfielder defender winger forward captain skipper manager boss"
    " coach fans".split()
)
_STORMS = frozenset("Hurricane Typhoon Cyclone Storm".split())
_SETTLEMENTS = frozenset(
    "town city village island port province district region suburb resort valley state".split()
)


def _is_of_no_person(entity: "Span") -> bool:
    """Whether the words beside it tell that a supposed person is a place, a storm or a team: in
    Tromsø, the village of Lom, Hurricane Ida, Bolton striker Nils Dahl."""
    behind = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    if len(entity) == 1 and behind is not None and behind.lower_ in _PLAYERS:
        return True
    before = entity.doc[entity.start - 1] if entity.start else None
    if before is None:
        return False
    if before.text in _STORMS:
        return True
    if entity.root.dep_ != "pobj" or entity.root.head != before:
        return False
    return before.lower_ == "in" or (
        before.lower_ == "of" and before.head.lemma_.lower() in _SETTLEMENTS
    )


def _is_known_by_surname(entity: "Span", text: str) -> bool:
    """Whether the name, whosever it is, tells by itself which administration or clan is meant."""
    root = entity.root
    return (
        root.dep_ == "compound"
        and " " not in text
        and root.i + 1 == root.head.i
        and root.head.lemma_ in _KIN | {"administration", "campaign", "presidency"}
    )


def _put_before_noun(entity: "Span", name: str, told: set[str], found: Grounded) -> None:
    """Puts `the Lars Holm murder trial` for `the Holm murder trial`; a family has no first name."""
    if name in told or not is_full(name) or entity.root.head.lemma_ in _KIN:
        return
    told.add(name)
    words = [t for t in entity if t.tag_ != "POS"]
    found.swaps.update({t.i: "" for t in words})
    found.swaps[words[0].i] = name


def is_full(name: str) -> bool:
    """Whether the name tells more than a surname does: `N. Holm` may be the north of Holm."""
    first, _, rest = name.partition(" ")
    return bool(rest) and (" " in rest or not (len(first) == _INITIAL and first.endswith(".")))


_INITIAL = len("N.")


def put_surnames(
    people: People, sentence: Sentence, tokens: Sequence["Token"], quoted: set[int], found: Grounded
) -> None:
    """Surnames that the recogniser missed, first mentions only."""
    # The tagger takes some surnames for common nouns or verbs.
    surnames = [t for t in tokens if t.text in people.full or t.text in people.bearers]
    if not surnames:
        return
    told = {name.rsplit(maxsplit=1)[-1] for name in _told(people, sentence, tokens, found)}
    for token in surnames:
        if not token.text[:1].isupper() or token.i in quoted or token.i in found.swaps:
            continue
        later = _swapped_later(people, token, found)
        if later:  # the full name belongs to the first mention
            found.swaps[token.i] = people.full[token.text]
            found.swaps.update({place: token.text for place in later})
            told.add(token.text)
            continue
        if token.ent_type_ == "PERSON" or token.text in told:
            continue
        name = people.full.get(token.text)
        neighbours = [t for t in tokens if abs(t.i - token.i) == 1]
        if any(t.pos_ == "PROPN" or t.text == "-" for t in neighbours):
            continue
        if token.dep_ == "compound" and token.head.lemma_ in _KIN:
            continue
        if name is None and len(people.bearers.get(token.text, ())) > 1:
            found.blame(token, f"F4 name: {token.text}")
        if name is None or not is_full(name):
            continue
        told.add(token.text)
        found.swaps[token.i] = name
        found.has_name = True


def _swapped_later(people: People, token: "Token", found: Grounded) -> list[int]:
    """The places behind the surname where its full name has been put."""
    name = people.full.get(token.text)
    if name is None or " " not in name or token.i == 0:
        return []
    if token.nbor(-1).pos_ == "PROPN":
        return []
    return [place for place, words in found.swaps.items() if words == name and place > token.i]


def _told(
    people: People, sentence: Sentence, tokens: Sequence["Token"], found: Grounded
) -> list[str]:
    kept = {token.i for token in tokens}
    names = [*found.told, *(swap for swap in found.swaps.values() if swap in people.counts)]
    for entity in sentence.entities:
        if entity.label_ == "PERSON" and entity.start in kept:
            name = people.of(entity)
            if name is not None:
                names.append(name)
    return names
