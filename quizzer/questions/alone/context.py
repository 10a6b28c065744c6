"""What a stem needs so that it stands alone.

Pronouns and short names become full names, dates become absolute, and what hangs in the air
(a statement, this initiative, the two sides) is found, so that no such stem is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from quizzer.questions.alone.binding import main_subject_behind
from quizzer.questions.alone.definites import Definites
from quizzer.questions.alone.discourse import SURE, Discourse
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.alone.lacking import what_lacks
from quizzer.questions.alone.pointed_acts import act_before
from quizzer.questions.alone.pointing import (
    OCCASIONS,
    follows_somebody,
    is_aged,
    is_among_many,
    is_one_of_theirs,
    is_said_of_something,
    is_specified,
    lacks_its_owner,
    leaves_open_which,
    points_back,
)
from quizzer.questions.alone.pronouns import (
    OF_ONE,
    antecedent_within,
    article_before,
    inside_a_title,
    is_bound_by_a_noun,
    is_expletive,
    is_of_the_aged,
    may_be_the_body,
    neutral,
    opens_with_an_occasion,
    reads_as_of_others,
    stands_for_the_asked,
    tells_the_mind_of_the_asked,
)
from quizzer.questions.alone.short_names import put_aged
from quizzer.questions.alone.valency import is_owned_by_a_name, lacks_complement
from quizzer.questions.days.date_hedges import hangs_open, is_held_nowhere
from quizzer.questions.days.dating import put_dates
from quizzer.questions.days.to_come import put_as_then
from quizzer.questions.done.bare_numbers import counted_before, currency_before
from quizzer.questions.events import MainEvent
from quizzer.questions.grammar.clauses import Clause
from quizzer.questions.grammar.wording import render
from quizzer.questions.names.naming import put_names, put_surnames
from quizzer.questions.names.people import People
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

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
_MOST_OF_AN_ACT = 25
_OTHERS = frozenset(
    "similar another other others previous preceding former latter above following next elsewhere"
    " nearby".split()
)


@dataclass(slots=True)
class Grounding:
    """Knows the article's people, dates and main event; makes words stand alone."""

    reading: Reading
    people: People
    discourse: Discourse
    definites: Definites
    cores: dict[tuple[object, ...], Clause] = field(default_factory=dict)
    """Clauses already cut to their core, for the writers that ask for the same."""
    _known: dict[tuple[object, ...], Grounded] = field(default_factory=dict)
    """What came out for words that were looked at before."""

    @property
    def event(self) -> MainEvent | None:
        """The article's main event, where it has one."""
        return self.definites.event

    def ground(
        self,
        sentence: Sentence,
        tokens: Sequence["Token"],
        *,
        speaker: str | None = None,
        asks_for_body: bool = False,
        asks_for_several: bool = False,
        told: str | None = None,
        both: tuple[str, ...] = (),
    ) -> Grounded:
        """Looks at `tokens` of one sentence; quoted words keep their own point of view.

        Who asks for the same again gets the same object, so nobody may change it.

        Args:
            sentence: where they stand.
            tokens: the words that the stem keeps, in order.
            speaker: whose claim it is, for pronouns that mean the speaker.
            asks_for_body: whether the stem asks for a body or a country, which `it` may mean.
            asks_for_several: whether the stem asks for a group, which `they` may mean.
            told: the person whom the stem names before these words.
            both: the two whom the stem asks for, where it asks for two.
        """
        places = tuple(token.i for token in tokens)
        asked = (sentence.number, places, speaker, asks_for_body, asks_for_several, told, both)
        found = self._known.get(asked)
        if found is None:
            found = Grounded(
                speaker=speaker,
                asks_for_body=asks_for_body,
                asks_for_several=asks_for_several,
                both=both,
                told={told} if told else set(),
            )
            self._look(sentence, tokens, found)
            self._known[asked] = found
        return found

    def _look(self, sentence: Sentence, tokens: Sequence["Token"], found: Grounded) -> None:
        """Puts into `found` what makes the words stand alone, and what cannot be helped."""
        quoted = _quoted(tokens)
        put_dates(self.reading, sentence, tokens, quoted, found)
        put_as_then(self.reading, sentence, tokens, quoted, found)
        for noun, weekday in found.weekday_of:
            self.definites.put_event_of_day(sentence, noun, weekday, found)
        put_names(self.people, sentence, tokens, quoted, found)
        put_surnames(self.people, sentence, tokens, quoted, found)
        kept = {token.i for token in tokens}
        for token in tokens:
            if token.i in quoted or token.i in found.swaps:
                continue
            if token.text[0].isupper() and inside_a_title(token):
                self.definites.put_realm(sentence, token, None, tokens, found)
                continue
            self._word(sentence, token, tokens, kept, found, found.speaker)
        self._one_pronoun(sentence, tokens, quoted, found)
        found.has_name = found.has_name or any(
            t.ent_type_ in {"PERSON", "ORG", "GPE", "EVENT", "FAC", "LOC", "LAW"}
            or (t.ent_type_ == "NORP" and t.dep_ not in {"pobj", "appos", "conj"})
            or (t.pos_ == "PROPN" and t.ent_type_ == "" and t.text[0].isupper())
            for t in tokens
        )

    def _one_pronoun(
        self, sentence: Sentence, tokens: Sequence["Token"], quoted: set[int], found: Grounded
    ) -> None:
        """Blames a `they` put for one person who is `she` elsewhere in the stem, or that could be
        read as that of others."""
        for token in tokens:
            if token.i in found.neutral and reads_as_of_others(token.i, tokens):
                found.blame(token, f"F4 pronoun: {token.text}")
            if not found.neutral or token.i in found.swaps or token.lower_ not in OF_ONE:
                continue
            meant = self.discourse.meant_by(sentence, token)
            name = None if meant is None or meant.sure < SURE else meant.name
            if name == found.speaker or (name is None and token.i in quoted):
                found.blame(token, f"F8 pronoun: {token.text}")

    def _word(
        self,
        sentence: Sentence,
        token: "Token",
        tokens: Sequence["Token"],
        kept: set[int],
        found: Grounded,
        speaker: str | None,
    ) -> None:
        word = token.lower_
        if token.tag_ == "CD" and (noun := counted_before(token) or currency_before(token)):
            found.swaps[token.i] = f"{token.text} {noun}"
        elif word in _OURS and token.pos_ in {"PRON", "DET"} and token.text != "US":
            found.blame(token, f"F4 pronoun: {token.text}")
        elif word in _THIRD and token.pos_ in {"PRON", "DET"}:
            self._pronoun(sentence, token, tokens, kept, found, speaker)
        elif word in _POINTING and token.dep_ not in {"mark", "expl"}:
            if word == "that" and token.tag_ in {"IN", "WDT"}:
                return
            if word == "there" and token.dep_ == "expl":
                return
            if word == "such" and (
                token.nbor().lower_ == "as" if token.i + 1 < len(token.doc) else False
            ):
                return
            if word in {"those", "that"} and is_specified(token):
                return
            if token.dep_ == "det" and self.definites.put_event(token, found):
                return
            if token.dep_ == "det" and self.definites.put_pointed_at(sentence, token, kept, found):
                return
            if token.dep_ == "det" and self._put_act(sentence, token, kept, found):
                return
            found.blame(token, f"F4 pointing: {token.text}")
        elif word in _VAGUE_TIMES and token.pos_ in {"ADV", "NOUN"}:
            if word in {"ago"}:
                found.blame(token, f"F4 time: {token.text}")
            elif token.i + 1 < len(token.doc) and token.nbor(1).text == "-":
                return
            elif token.dep_ == "advmod" and not list(token.children) and token.head.i in kept:
                found.swaps[token.i] = ""
            elif word not in {"later", "earlier", "already", "still"}:
                found.blame(token, f"F4 time: {token.text}")
        elif word == "even" and token.is_sent_start and token.dep_ == "advmod":
            found.swaps[token.i] = ""  # "Even on Friday, Holm ..."
        elif word == "so" and token.i > 0 and token.nbor(-1).lemma_ == "do":
            found.blame(token, "F4 pointing: so")
        elif word in _OTHERS and token.pos_ in {"ADJ", "NOUN", "PRON", "DET", "ADV"}:
            if points_back(token, tokens):
                found.blame(token, f"F4 pointing: {token.text}")
        elif (lack := what_lacks(token, tokens, kept)) is not None:
            found.blame(token, lack)
        elif is_aged(token):
            put_aged(self.definites.epithets, sentence, token, kept, found)
        elif word == "the" and token.head.pos_ == "NUM" and not is_specified(token.head):
            found.blame(token, f"F4 definite: the {token.head.text}")
        elif token.pos_ in {"NOUN", "PROPN"}:
            if hangs_open(token, kept):
                found.blame(token, f"F4 time: the {token.text}")
            if is_held_nowhere(token, kept):
                found.blame(token, f"F4 vague: the {token.text}")
            if leaves_open_which(token, kept) or lacks_its_owner(token):
                found.blame(token, f"F4 vague: {token.text}")
            self.definites.put(sentence, token, tokens, kept, found)
            is_told = token.i in found.swaps or (
                self.event is not None and is_owned_by_a_name(token)
            )
            if not is_told and lacks_complement(token, kept):
                found.blame(token, f"F4 valency: {token.text}")

    def _put_act(
        self, sentence: Sentence, determiner: "Token", kept: set[int], found: Grounded
    ) -> bool:
        """Puts `Holm's proposal that ...` for `this initiative`, from the sentence before."""
        noun = determiner.head
        if determiner.i + 1 != noun.i or noun.i not in kept or list(noun.rights):
            return False
        told = act_before(self.reading, self.people, self.discourse, sentence, noun)
        if told is None:
            return False
        before, owner, act, words = told
        inner = self.ground(before, words, told=owner)
        if inner.problems or len(words) > _MOST_OF_AN_ACT:
            return False
        whose = "the" if owner in found.asked else f"{self.people.titled(owner)}'s"
        found.swaps[determiner.i] = f"{whose} {act} {render(words, inner.swaps)}"
        found.swaps[noun.i] = ""
        found.has_name = True
        found.cited.add(before.span)
        return True

    def _pronoun(
        self,
        sentence: Sentence,
        token: "Token",
        tokens: Sequence["Token"],
        kept: set[int],
        found: Grounded,
        speaker: str | None,
    ) -> None:
        word = token.lower_
        if word in {"it", "itself"} and is_expletive(token):
            return
        if word == "it" and is_said_of_something(token):
            found.blame(token, "F4 pronoun: it")
            return
        if found.asks_for_body and may_be_the_body(token, tokens):
            return
        if found.asks_for_several and (
            stands_for_the_asked(token, tokens) or tells_the_mind_of_the_asked(token, tokens)
        ):
            if word in {"it", "its"}:
                neutral(token, found)
            return
        if word.endswith(("self", "selves")):
            is_the_askeds = not is_bound_by_a_noun(token, kept)
            if speaker is not None and word in {"himself", "herself"} and is_the_askeds:
                found.swaps[token.i] = "themselves"
            return
        if (
            word == "their"
            and found.both
            and not any(t.tag_ in {"NNS", "NNPS"} and t.i < token.i for t in tokens)
        ):
            return
        if word in OF_ONE:
            self._of_one(sentence, token, kept, found, speaker)
        elif not antecedent_within(token, [t for t in tokens if t.i < token.i]):
            found.blame(token, f"F4 pronoun: {token.text}")

    def _of_one(
        self,
        sentence: Sentence,
        token: "Token",
        kept: set[int],
        found: Grounded,
        speaker: str | None,
    ) -> None:
        """Leaves `he` where the stem names him before, else puts the name or `they`."""
        word = token.lower_
        if is_of_the_aged(token, kept):
            return
        meant = self.discourse.meant_by(sentence, token)
        if meant is None or meant.sure < SURE or not self.people.is_introduced(meant.name):
            found.blame(token, f"F4 pronoun: {token.text}")
            return
        name = meant.name
        if token.i + 1 < len(token.doc) and token.nbor(1).lower_ == "own" and name != speaker:
            if not any(n.name == name and n.start in kept and n.end <= token.i
                       for n in self.discourse.named_in(sentence.number)):  # fmt: skip
                found.blame(token, f"F4 pronoun: {token.text}")
            return
        if name == speaker and opens_with_an_occasion(token, kept):
            found.swaps[token.i] = article_before(token)
            return
        if name == speaker:
            if is_among_many(token, kept) or is_one_of_theirs(token):
                found.blame(token, f"F4 pronoun: {token.text}")
            neutral(token, found)
            return
        before = [n for n in self.discourse.named_in(sentence.number)
                  if n.start in kept and n.end <= token.i]  # fmt: skip
        rivals = {n.name for n in before if self.discourse.fits(word, n.name)} - {name}
        if any(n.name == name for n in before) and not rivals:
            return
        if name in found.told and not rivals:
            return
        behind = main_subject_behind(token)
        if (
            behind is not None
            and behind.i in kept
            and any(
                n.name == name and n.head is behind
                for n in self.discourse.named_in(sentence.number)
            )
        ):
            # "In his book, Holm promised ...": the name follows at once; but which speech?
            if opens_with_an_occasion(token, kept):
                found.swaps[token.i] = article_before(token)
            elif token.dep_ == "poss" and token.head.lemma_ in OCCASIONS:
                found.blame(token, f"F4 pronoun: {token.text}")
            return
        if follows_somebody(token, kept):
            found.blame(token, f"F4 pronoun: {token.text}")
            return  # "The guest wept as she spoke": the name would seem to be somebody else's
        found.has_name = True
        found.told.add(name)
        full = self.people.titled(name)
        if word in {"his", "hers"} or (word == "her" and token.dep_ == "poss"):
            found.swaps[token.i] = f"{full}'s"
        else:
            found.swaps[token.i] = full


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
