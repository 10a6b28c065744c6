"""What a bare "the conflict" means: the fuller words that the article used for it before.

Only where every fuller mention before it says the same, so that there is no choice to err in.
"""

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from quizzer.questions.grammar.wording import render, word_count
from quizzer.questions.names.people import People
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_OWN = frozenset("of between against on about over".split())
"""Prepositions that belong to the noun; others may belong to the verb before it."""
_MOST_WORDS = 8
_MOST_POINTED = 14
_MOST_BEFORE = 2
_MOST_MENTIONS = 30
"""How far back fuller words are looked for, in mentions of the noun; keeps long texts cheap."""
_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC", "EVENT", "LAW", "FAC"})
_PEOPLE = frozenset(
    "president senator man woman leader candidate nominee minister official spokesman spokeswoman"
    " governor mayor director chief author judge officer people man men women person lawmaker"
    " side party group member campaign company bank agency firm day week month year time part"
    " number question issue one".split()
)


_ONE_OF_MANY = frozenset("campaign company group agency firm bank party".split())
"""Things of which an article has many, but a stretch of it often only one."""
_SURELY = 2
_NEAR = 3
"""Sentences back in which the one that is meant must be named in full."""


_SAME = {word: ("conflict", "war", "crisis") for word in ("conflict", "war", "crisis")}
"""Words that articles use in turn for one and the same thing."""


@lru_cache(maxsize=4096)
def _name_stems(text: str) -> frozenset[str]:
    """The names in the words, cut short so that Russia and Russian are one."""
    parts = re.findall(r"[A-Z][\w.]+", text)
    return frozenset(part.replace(".", "")[:5].lower() for part in parts)


def is_person_noun(lemma: str) -> bool:
    """Whether the noun names a person, or a thing of which an article has many."""
    return lemma in _PEOPLE or lemma.endswith(("er", "or", "ist", "man", "woman"))


class Mentions:
    """The specific noun phrases of an article, by their head noun."""

    def __init__(self, reading: Reading, people: People):
        self.people = people
        self._places: dict[str, list[int]] = {}
        self._texts: dict[str, list[str]] = {}
        for sentence in reading.sentences:
            for token in sentence.tokens:
                if sentence.is_heading and _runs_on(token):
                    continue
                if token.pos_ == "NOUN" and token.dep_ != "compound" and token.tag_ == "NN":
                    text = specific_text(token, people)
                    if text is not None:
                        self._places.setdefault(token.lemma_, []).append(sentence.place(token))
                        self._texts.setdefault(token.lemma_, []).append(text)

    def meant_by(self, sentence: Sentence, noun: "Token") -> str | None:
        """The full words for a bare definite noun, or None where none or several were used."""
        lemma = noun.lemma_
        if lemma in _PEOPLE or noun.tag_ != "NN":
            return None
        before: list[tuple[int, str]] = []
        for word in _SAME.get(lemma, (lemma,)):
            places = self._places.get(word, [])
            last = bisect_left(places, sentence.place(noun))
            first = max(0, last - _MOST_MENTIONS)
            texts = self._texts.get(word, [])
            before += list(zip(places[first:last], texts[first:last], strict=True))
        if not before:
            return self._named_later(lemma)
        names = [_name_stems(text) or frozenset({text.lower()}) for _, text in before]
        if any(not one & other for one in names[:1] for other in names[1:]):
            return None
        return max(before, key=lambda item: (len(_name_stems(item[1])), item[0]))[1]

    def _named_later(self, lemma: str) -> str | None:
        """The name that the article gives the only thing of its kind further on, twice or more."""
        texts = self._texts.get(lemma, [])
        stems = _name_stems(texts[0]) if len(texts) >= _SURELY else frozenset()
        if not stems or any(_name_stems(text) != stems for text in texts):
            return None
        return min(texts, key=lambda text: (len(text), text))

    def near(self, reading: Reading, sentence: Sentence, noun: "Token") -> str | None:
        """The full words for a bare definite noun of which an article may have several: those
        that the sentences just before used, where all of them say the same."""
        if noun.tag_ != "NN" or (is_person_noun(noun.lemma_) and noun.lemma_ not in _ONE_OF_MANY):
            return None
        texts: list[str] = []
        for back in range(_NEAR, -1, -1):
            number = sentence.number - back
            if number < 0:
                continue
            for token in reading.sentences[number].tokens:
                if number == sentence.number and token.i >= noun.i:
                    break
                if token.lemma_.lower() != noun.lemma_ or token.dep_ == "compound":
                    continue
                if reading.sentences[number].is_heading and _runs_on(token):
                    continue
                text = specific_text(token, self.people)
                if text is not None and token.tag_ == "NN":
                    texts.append(text)
                elif token.tag_ != "NN" or not _is_bare(token):
                    return None  # another one of its kind
        names = [_name_stems(text) or frozenset({text.lower()}) for text in texts]
        if not names or any(one != names[0] for one in names):
            return None
        return texts[-1]

    def pointed_at(self, reading: Reading, sentence: Sentence, noun: "Token") -> str | None:
        """The full words for `this noun`: the one mention of it in the two sentences before."""
        if noun.lemma_ in _PEOPLE:
            return None
        for back in (1, 2):
            if sentence.number < back:
                return None
            if reading.sentences[sentence.number - back].is_heading:
                return None  # a heading swallows articles, and now and then its verb
            tokens = reading.sentences[sentence.number - back].tokens
            same = [t for t in tokens if t.lemma_ == noun.lemma_ and t.tag_ == noun.tag_]
            if len(same) > 1:
                return None
            if same:
                return specific_text(same[0], self.people, needs_name=False)
        return None


def specific_text(noun: "Token", people: People, *, needs_name: bool = True) -> str | None:
    """`the conflict between A and B`: the noun with what names it, if names do; else None."""
    tokens = [t for t in noun.subtree if not t.is_space]
    if not needs_name:  # pointed at from the sentence behind: the words up to a comma will do
        comma = next((t.i for t in tokens if t.text == "," and t.i > noun.i), None)
        tokens = [t for t in tokens if comma is None or t.i < comma]
    own = [t for t in tokens if t.head == noun and t != noun]
    if any(t.dep_ in {"relcl", "acl", "appos", "conj"} for t in own):
        return None
    if any(t.dep_ == "prep" and t.lower_ not in _OWN and not _holds_name(t) for t in own):
        return None
    telling = [t for t in own if t.dep_ == "compound" and t.pos_ == "NOUN"]
    if needs_name and not telling and not any(t.ent_type_ in _NAMES for t in tokens):
        return None
    if not needs_name and not any(t.dep_ in {"prep", "compound"} for t in own):
        return None
    if any(t.pos_ == "PRON" or _counts_from_today(t) for t in tokens):
        return None
    if any(t.is_punct and t.text not in {"-", "."} for t in tokens):
        return None
    owner = next((t for t in own if t.dep_ == "poss"), None)
    body = [t for t in tokens if not (t.dep_ == "det" and t.head == noun)]
    first = next((t for t in own if t.dep_ == "det"), None)
    if first is not None and first.lower_ not in {"the", "a", "an"}:
        return None
    if owner is not None and owner.ent_type_ not in _NAMES:
        return None
    swaps = {t.i: people.full[t.text] for t in body if _is_lone_surname(t, people)}
    text = render(body, swaps) if owner is not None else f"the {render(body, swaps)}"
    return text if word_count(text) <= (_MOST_WORDS if needs_name else _MOST_POINTED) else None


def _runs_on(noun: "Token") -> bool:
    """Whether a noun of a heading may have swallowed the verb: "Ministers attack ferry plan"."""
    before = [t for t in noun.subtree if t.i < noun.i and not t.is_punct]
    return len(before) > _MOST_BEFORE or any(t.tag_ in {"NNS", "NNPS"} for t in before)


def _counts_from_today(token: "Token") -> bool:
    """Whether the token is of a time that its words do not tell, as in "the Monday debate"."""
    return token.ent_type_ in {"DATE", "TIME"} and not re.fullmatch(r"\d{4}", token.text)


def _is_bare(noun: "Token") -> bool:
    """Whether nothing but "the" stands with the noun, so that it points back itself."""
    return [c.lower_ for c in noun.children if c.dep_ != "punct"] == ["the"]


def _holds_name(preposition: "Token") -> bool:
    return preposition.lower_ in {"in", "with", "for", "by", "at"} and any(
        t.ent_type_ in _NAMES for t in preposition.subtree
    )


def _is_lone_surname(token: "Token", people: People) -> bool:
    return (
        token.text in people.full
        and (token.i == 0 or token.nbor(-1).pos_ != "PROPN")
        and (token.i + 1 == len(token.doc) or token.nbor(1).pos_ != "PROPN")
    )
