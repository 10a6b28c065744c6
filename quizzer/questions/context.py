"""What a stem needs so that it stands alone.

Pronouns and short names become full names, dates become absolute, and what hangs in the air
(a statement, this initiative, the two sides) is found, so that no such stem is asked.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.questions.dating import put_dates
from quizzer.questions.events import MainEvent
from quizzer.questions.gazetteer import place_noun
from quizzer.questions.grounded import Grounded
from quizzer.questions.mentions import Mentions, is_person_noun
from quizzer.questions.naming import put_names, put_surnames
from quizzer.questions.people import People, clean_name
from quizzer.questions.pronouns import (
    OF_ONE,
    antecedent_within,
    inside_a_title,
    is_expletive,
    may_be,
    names_the_subject,
    neutral,
    subject_after,
)
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_THIRD = frozenset(
    "he him his she her hers it its they them their theirs himself herself itself"
    " themselves".split()
)
_OURS = frozenset(
    "i me my mine we us our ours you your yours myself ourselves yourself yourselves".split()
)
_POINTING = frozenset("this that these those such here there".split())
_VAGUE_TIMES = frozenset(
    "today tonight tomorrow yesterday now currently nowadays recently lately previously earlier"
    " later already still ago then soon so-called".split()
)
_CLASSIFYING = ("al", "ic", "an", "ary", "ese", "ish")
"""Endings of adjectives that say what kind of thing it is, as in `the presidential debate`."""
_UNIQUE = frozenset(
    "world earth sun moon sea sky universe internet web press media public future past present"
    " economy environment climate law poor rich way time fact idea need right ability same rest"
    " truth opposite same one ones first second end beginning middle start top bottom"
    " white-house north south east west left right police people lot majority number"
    " globe planet planet's ground air".split()
)
_PLACES = frozenset("state city country nation town region county area district".split())
_OTHERS = frozenset("another other others same former latter above following next".split())


@dataclass(slots=True)
class Grounding:
    """Knows the article's people, dates and main event; makes words stand alone."""

    reading: Reading
    people: People
    event: MainEvent | None = None
    mentions: Mentions | None = None
    pronoun_name: Callable[[Sentence, "Token"], str | None] = lambda _sentence, _token: None

    def ground(
        self,
        sentence: Sentence,
        tokens: Sequence["Token"],
        *,
        speaker: str | None = None,
        speaker_is_named: bool = False,
        asks_for_body: bool = False,
    ) -> Grounded:
        """Looks at `tokens` of one sentence; quoted words keep their own point of view.

        Args:
            sentence: where they stand.
            tokens: the words that the stem keeps, in order.
            speaker: whose claim it is, for pronouns that mean the speaker.
            speaker_is_named: whether the stem names the speaker before these words, so that
                the speaker's pronouns may stay.
            asks_for_body: whether the stem asks for a body or a country, which `it` may mean.
        """
        found = Grounded(speaker=speaker, asks_for_body=asks_for_body)
        quoted = _quoted(tokens)
        put_dates(self.reading, sentence, tokens, quoted, found)
        put_names(self.people, sentence, tokens, quoted, found)
        put_surnames(self.people, sentence, tokens, quoted, found)
        kept = {token.i for token in tokens}
        for token in tokens:
            if token.i in quoted or token.i in found.swaps:
                continue
            if token.text[0].isupper() and inside_a_title(token):
                continue
            self._word(sentence, token, tokens, kept, found, speaker, speaker_is_named)
        found.has_name = found.has_name or any(
            t.ent_type_ in {"PERSON", "ORG", "GPE", "NORP", "EVENT", "FAC", "LOC", "LAW"}
            for t in tokens
        )
        return found

    def _meant(self, subject: "Token") -> str | None:
        """The person that a subject names."""
        for entity in subject.sent.ents:
            if entity.start <= subject.i < entity.end:
                return self.people.name(clean_name(entity.text))
        return self.people.full.get(subject.text)

    def last_subject(self, sentence: Sentence, token: "Token") -> str | None:
        """The one person of the sentence before, who is its subject, for "he" as a subject."""
        if token.dep_ != "nsubj" or token.lower_ not in {"he", "she"} or sentence.number == 0:
            return None
        if self.reading.attributions_at(sentence.place(token)):
            return None  # in what somebody says, he may be anybody
        if any(e.label_ == "PERSON" and e.end <= token.i for e in sentence.parse.ents):
            return None
        last = self.reading.sentences[sentence.number - 1]
        if sentence.paragraph - last.paragraph > 1 or last.is_heading:
            return None
        persons = {
            self.people.name(clean_name(e.text)) for e in last.parse.ents if e.label_ == "PERSON"
        }
        subject = next((c for c in last.parse.root.children if c.dep_ == "nsubj"), None)
        name = None if subject is None else self._meant(subject)
        if name is None or " " not in name or persons - {name}:
            return None
        return name if may_be(token.lower_, name) else None

    def _word(
        self,
        sentence: Sentence,
        token: "Token",
        tokens: Sequence["Token"],
        kept: set[int],
        found: Grounded,
        speaker: str | None,
        speaker_is_named: bool,
    ) -> None:
        word = token.lower_
        if word in _OURS and token.pos_ in {"PRON", "DET"} and token.text != "US":
            found.problems.append(f"F4 pronoun: {token.text}")
        elif word in _THIRD and token.pos_ in {"PRON", "DET"}:
            self._pronoun(sentence, token, tokens, kept, found, speaker, speaker_is_named)
        elif word in _POINTING and token.dep_ not in {"mark", "expl"}:
            if word == "that" and token.tag_ in {"IN", "WDT"}:
                return
            if word == "there" and token.dep_ == "expl":
                return
            if word == "such" and (
                token.nbor().lower_ == "as" if token.i + 1 < len(token.doc) else False
            ):
                return
            if token.dep_ == "det" and self._event_swap(token, found):
                return
            if token.dep_ == "det" and self._pointed_swap(sentence, token, kept, found):
                return
            found.problems.append(f"F4 pointing: {token.text}")
        elif word in _VAGUE_TIMES and token.pos_ in {"ADV", "NOUN"}:
            if word in {"ago"}:
                found.problems.append(f"F4 time: {token.text}")
            elif token.i + 1 < len(token.doc) and token.nbor(1).text == "-":
                return
            elif token.dep_ == "advmod" and not list(token.children) and token.head.i in kept:
                found.swaps[token.i] = ""
            elif word not in {"later", "earlier", "already", "still"}:
                found.problems.append(f"F4 time: {token.text}")
        elif word in _OTHERS and token.pos_ in {"ADJ", "NOUN", "PRON", "DET"}:
            if self._points_back(token, tokens):
                found.problems.append(f"F4 pointing: {token.text}")
        elif word == "the" and token.i + 1 < len(token.doc) and token.head.pos_ == "NUM":
            found.problems.append(f"F4 definite: the {token.head.text}")
        elif token.pos_ in {"NOUN", "PROPN"}:
            self._definite(sentence, token, tokens, kept, found)

    def _pronoun(
        self,
        sentence: Sentence,
        token: "Token",
        tokens: Sequence["Token"],
        kept: set[int],
        found: Grounded,
        speaker: str | None,
        speaker_is_named: bool,
    ) -> None:
        word = token.lower_
        if word in {"it", "itself"} and is_expletive(token):
            return
        if (
            found.asks_for_body
            and word in {"it", "its"}
            and not any(t.dep_ in {"nsubj", "nsubjpass"} and t.i < token.i for t in tokens)
        ):
            return
        if word.endswith(("self", "selves")):
            return
        # Two ways to tell who is meant must agree; what either gives alone errs too often.
        name = self.last_subject(sentence, token)
        if name is not None and self.pronoun_name(sentence, token) not in {name, None}:
            name = None
        before = [t for t in tokens if t.i < token.i]
        if word in OF_ONE:
            subject = subject_after(token)
            if subject is not None:
                # "In his speech, Holm said": he is the one whose deed it is.
                if subject.i not in kept and speaker is not None:
                    neutral(token, found)
                elif subject.i not in kept or name not in {None, self._meant(subject)}:
                    found.problems.append(f"F4 pronoun: {token.text}")
                return
        if speaker is not None and not may_be(word, speaker):
            speaker = None
        if word in OF_ONE and speaker is not None and name in {speaker, None}:
            others = {
                self.people.name(clean_name(entity.text))
                for entity in sentence.parse.ents
                if entity.label_ == "PERSON" and entity.start in kept and entity.end <= token.i
            }
            if not names_the_subject(token, kept) and (name == speaker or not others - {speaker}):
                if not speaker_is_named:
                    neutral(token, found)
                return
        if word in {"it", "its", "they", "them", "their"}:
            if antecedent_within(token, before):
                return
        elif name is not None and any(
            name == self.people.name(clean_name(e.text))
            for e in sentence.parse.ents
            if e.label_ == "PERSON" and e.start in kept and e.end <= token.i
        ):
            return
        if name is not None and name in found.told:
            return
        if name is None or (word in {"it", "its"}) or " " not in name:
            found.problems.append(f"F4 pronoun: {token.text}")
            return
        found.has_name = True
        found.told.add(name)
        if word in {"his", "their"} or (word == "her" and token.dep_ == "poss"):
            found.swaps[token.i] = f"{name}'s" if not name.endswith("s") else f"{name}'"
        else:
            found.swaps[token.i] = name

    @staticmethod
    def _points_back(token: "Token", tokens: Sequence["Token"]) -> bool:
        word = token.lower_
        if word == "next":
            return token.head.ent_type_ in {"DATE", "TIME"}
        if word == "former":
            return token.dep_ != "amod"
        if word == "another":
            return not _earlier(tokens, token, "one")
        return word in {"latter", "above", "following", "others"}

    def _definite(
        self,
        sentence: Sentence,
        token: "Token",
        tokens: Sequence["Token"],
        kept: set[int],
        found: Grounded,
    ) -> None:
        determiner = next(
            (c for c in token.children if c.dep_ in {"det", "predet"} and c.i in kept
             and c.lower_ in {"the", "both", "neither", "either"}),
            None,
        )  # fmt: skip
        if determiner is None or token.dep_ == "compound":
            return
        if self._event_swap(determiner, found):
            return
        if token.pos_ == "PROPN" or token.ent_type_ in {
            "GPE", "ORG", "LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART", "NORP", "DATE", "TIME",
        }:  # fmt: skip
            return
        if token.lemma_.lower() in _UNIQUE or token.lower_ in _UNIQUE:
            return
        if _earlier(tokens, token, token.lemma_):
            return
        before = [t for t in tokens if t.i < token.i]
        if token.lemma_ in {"country", "nation"} and any(place_noun(t.text) for t in before):
            return
        if token.lemma_ in {"election", "race"} and any(t.ent_type_ == "PERSON" for t in before):
            return
        for child in token.children:
            if child.i not in kept or child == determiner:
                continue
            if child.dep_ in {"prep", "poss", "appos", "nmod"}:
                return
            if child.dep_ in {"relcl", "acl"} and child.left_edge.nbor(-1).text != ",":
                return
            if child.ent_type_ in {"GPE", "NORP", "ORG", "PERSON", "LOC", "EVENT", "DATE", "FAC"}:
                return
            if child.dep_ in {"amod", "compound"} and (
                child.tag_ == "JJS" or child.pos_ == "PROPN" or child.text[0].isupper()
            ):
                return
            if (
                not is_person_noun(token.lemma_)
                and token.lemma_ not in _PLACES
                and (
                    (child.dep_ == "compound" and child.pos_ == "NOUN")
                    or (child.dep_ == "amod" and child.lower_.endswith(_CLASSIFYING))
                )
            ):
                return
        meant = self.mentions.meant_by(sentence, token) if self.mentions is not None else None
        between = [t for t in tokens if determiner.i < t.i < token.i]
        if meant is not None and not between:
            found.swaps[determiner.i] = meant
            found.swaps[token.i] = ""
            found.has_name = True
            return
        found.problems.append(f"F4 definite: the {token.text}")

    def _pointed_swap(
        self, sentence: Sentence, determiner: "Token", kept: set[int], found: Grounded
    ) -> bool:
        """Puts what the sentences before said in full for `this deal` and `these talks`."""
        noun = determiner.head
        if self.mentions is None or determiner.i + 1 != noun.i or noun.i not in kept:
            return False
        text = self.mentions.pointed_at(self.reading, sentence, noun)
        if text is None:
            return False
        found.swaps[determiner.i] = text
        found.swaps[noun.i] = ""
        return True

    def _event_swap(self, determiner: "Token", found: Grounded) -> bool:
        """Names the article's main event or its parties where words only point to them."""
        if self.event is None:
            return False
        words = self.event.words_for(determiner, found.speaker)
        if words is None:
            return False
        text, gone = words
        found.swaps.update({token.i: "" for token in gone})
        found.swaps[gone[0].i] = text
        found.has_name = True
        if self.event.dates(text):
            found.has_date = True
        return True


def _quoted(tokens: Sequence["Token"]) -> set[int]:
    inside = False
    found: set[int] = set()
    for token in tokens:
        if token.text in {'"', "“", "”", "``", "''"}:
            inside = token.text == "“" or (token.text == '"' and not inside)
            continue
        if inside:
            found.add(token.i)
    return found


def _earlier(tokens: Sequence["Token"], token: "Token", lemma: str) -> bool:
    return any(t.i < token.i and t.lemma_.lower() == lemma.lower() for t in tokens)
