"""Nouns with "the": which stand alone, what the others mean, and which hang in the air."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from quizzer.questions.alone.counted_countries import put_countries
from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.alone.lacking import is_one_of_its_kind_nearby, lacks_its_election
from quizzer.questions.alone.mentions import Mentions, is_person_noun
from quizzer.questions.alone.pointing import (
    CLASSIFYING,
    OCCASIONS,
    classifies,
    is_head_of_state,
    is_human,
    is_one_of_several,
    lacks_purpose,
)
from quizzer.questions.alone.realms import (
    adjective_near,
    america_has,
    names_a_state,
    start_of_body,
)
from quizzer.questions.alone.setting import Setting
from quizzer.questions.alone.short_names import put_body, put_contest, put_court, put_half
from quizzer.questions.events import MainEvent
from quizzer.questions.names.children import CHILD_WORDS, stands_before
from quizzer.questions.names.epithets import Epithets
from quizzer.questions.names.gazetteer import place_noun
from quizzer.questions.names.nominees import with_election
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_UNIQUE = frozenset(
    "world earth sun moon sea sky universe internet web press media public future past present"
    " economy environment climate poor rich way time fact idea need right ability same rest"
    " truth opposite same one ones first second end beginning middle start top bottom"
    " white-house north south east west left right police people lot majority number"
    " globe planet ground air middle-class class ballot polls wealthy constitution border stage"
    " spotlight table forefront street streets presidency vote government stock-market deficit"
    " debt tax-code weather heart back mind fore brink verge nomination elderly unemployed"
    " subject telephone phone radio television front aisle fray helm sidelines ticket".split()
)
_PLACES = frozenset("state city country nation town region county area district".split())


@dataclass(slots=True)
class Definites:
    """What the article makes of "the" and a noun: events, fuller words, names, persons."""

    reading: Reading
    event: MainEvent | None
    mentions: Mentions
    setting: Setting
    epithets: Epithets

    def put_event_of_day(
        self,
        sentence: Sentence,
        noun: "Token",
        weekday: tuple["Token", ...],
        found: Grounded,
    ) -> None:
        """`Monday's debate` becomes `the first presidential debate`: the weekday alone does not
        tell whether it is gone or to come."""
        after = [t for t in noun.doc[weekday[-1].i + 1 : noun.i]]
        meant = None
        if not after:
            meant = self.mentions.meant_by(sentence, noun)
        if not after and meant is None:
            meant = self.setting.debate(noun)
        day = found.day_of.get(noun.i)
        if meant is None and day is not None and noun.pos_ == "NOUN" and noun.i not in found.swaps:
            found.swaps[weekday[0].i] = "the"
            found.swaps[noun.i] = f"{noun.text} {day}"
            found.has_date = True
            return
        if meant is None and noun.pos_ == "NOUN" and any(classifies(t) for t in after):
            found.swaps[weekday[0].i] = "the"
            return
        if meant is None:
            found.blame(noun, f"F8 possessive date: {weekday[0].text}")
            return
        found.swaps[weekday[0].i] = meant
        found.swaps[noun.i] = ""

    def put(
        self,
        sentence: Sentence,
        token: "Token",
        tokens: Sequence["Token"],
        kept: set[int],
        found: Grounded,
    ) -> None:
        """Puts a name for a noun with "the" that says nothing alone, or blames it."""
        published = self.reading.article.published
        nominee = published and with_election(token, self.mentions.people, published.year)
        if nominee and nominee[0].i in kept:
            found.swaps[nominee[0].i] = nominee[1]
        determiner = next(
            (c for c in token.children if c.dep_ in {"det", "predet"} and c.i in kept
             and c.lower_ in {"the", "both", "neither", "either"}),
            None,
        )  # fmt: skip
        if self.put_realm(sentence, token, determiner, tokens, found):
            return
        if determiner is None or token.dep_ == "compound":
            return
        if self.put_event(determiner, found) or put_countries(
            self.reading, sentence, token, kept, found
        ):
            return
        if lacks_its_election(token, tokens):
            if not self.setting.is_of_the_presidency:
                found.blame(token, f"F4 definite: the {token.text}")
            else:
                first = next((c for c in token.children if c.lower_ == "primary"), token)
                found.swaps[first.i] = f"presidential {first.text}"
            return
        if put_body(self.setting, sentence, token, determiner, found) or put_half(
            self.reading, token, determiner, found
        ):
            return
        if determiner.lower_ == "the" and is_one_of_its_kind_nearby(token, kept):
            put_court(self.setting, sentence, token, determiner, kept, found)
            return
        if put_contest(self.setting, sentence, token, determiner, found):
            return
        if is_head_of_state(token) or lacks_purpose(token, kept):
            found.blame(token, f"F4 definite: the {token.text}")
            return
        if token.pos_ == "PROPN" or token.ent_type_ in {
            "GPE", "ORG", "LOC", "FAC", "EVENT", "LAW", "WORK_OF_ART", "NORP", "DATE", "TIME",
        }:  # fmt: skip
            return
        if token.lower_ in _UNIQUE or (token.tag_ == "NN" and token.lemma_.lower() in _UNIQUE):
            return
        if _earlier(tokens, token, token.lemma_):
            return
        if is_one_of_several(token, kept):
            if self._put_person(sentence, token, determiner, kept, found):
                return
            found.blame(token, f"F4 definite: the {token.text}")
            return
        if _is_idiom(token):
            return
        if _is_clear(token, determiner, tokens, kept):
            if is_human(token.lemma_):  # a name tells more than the office
                self._put_person(sentence, token, determiner, kept, found)
            return
        between = [t for t in tokens if determiner.i < t.i < token.i]
        meant = self.mentions.meant_by(sentence, token)
        if meant is None and determiner.lower_ == "the":
            meant = self.words_for(sentence, token, is_bare=not between)
        if meant is not None and token.lemma_ in OCCASIONS and not _holds_a_name(meant):
            meant = None  # "the leadership forum" is one of as many as "the forum"
        if meant is not None and not between and _is_given_away(meant, found.asked):
            meant = _without_owner(meant)
            if meant is None or _is_given_away(meant, found.asked):
                found.blame(token, f"F5 definite: the {token.text}")
                return
        if meant is not None and not between:
            found.swaps[determiner.i] = meant
            found.swaps[token.i] = ""
            after = token.nbor(1) if token.i + 1 < len(token.doc) else None
            if after is not None and after.tag_ == "POS" and meant.endswith("s"):
                found.swaps[after.i] = "'"
            found.has_name = True
            return
        if not self._put_person(sentence, token, determiner, kept, found):
            found.blame(token, f"F4 definite: the {token.text}")

    def words_for(self, sentence: Sentence, noun: "Token", *, is_bare: bool) -> str | None:
        """A name or fuller words for `the NOUN`; None where the article leaves it open."""
        meant = self.setting.words_for(sentence, noun, is_bare=is_bare)
        if meant is None and is_bare:
            meant = self.mentions.near(self.reading, sentence, noun)
        if meant is None and is_bare:
            just_said = self.mentions.pointed_at(self.reading, sentence, noun)
            if just_said is not None and _holds_a_name(just_said):
                meant = just_said  # a name in it tells which; without one it may be another
        return meant

    def put_realm(
        self,
        sentence: Sentence,
        token: "Token",
        determiner: "Token | None",
        tokens: Sequence["Token"],
        found: Grounded,
    ) -> bool:
        """Puts `the Danish Parliament` for `Parliament` where the words name no state; for a noun
        inside a title (`National Assembly President`) without its determiner."""
        start = start_of_body(token)
        if start is None or names_a_state(tokens):
            return False
        in_america = america_has(start)
        if self.setting.is_american and in_america:
            return False
        adjective = adjective_near(self.reading, sentence, in_america=in_america)
        if adjective is None:
            found.blame(token, f"F4 realm: {token.text}")
        elif determiner is not None:
            found.swaps[determiner.i] = f"the {adjective}"
        elif token.dep_ == "compound" or (start.i > 0 and start.nbor(-1).lower_ == "the"):
            found.swaps[start.i] = f"{adjective} {start.text}"
        else:
            found.swaps[start.i] = f"the {adjective} {start.text}"
        return True

    def _put_person(
        self,
        sentence: Sentence,
        noun: "Token",
        determiner: "Token",
        kept: set[int],
        found: Grounded,
    ) -> bool:
        """Puts the full name for words that mean a person: `the senator`."""
        name = self.epithets.meant_by(sentence, noun)
        if name is None or name == found.speaker:
            return False
        if noun.lemma_.lower() in CHILD_WORDS and stands_before(name, noun, kept, found):
            return True  # "the boy" reads well behind his name
        inside = {t.i for t in noun.subtree if t.tag_ != "POS"}
        if not inside <= kept or name in found.told:
            return False
        found.swaps.update(dict.fromkeys(inside, ""))
        found.swaps[determiner.i] = name
        found.told.add(name)
        found.has_name = True
        return True

    def put_pointed_at(
        self, sentence: Sentence, determiner: "Token", kept: set[int], found: Grounded
    ) -> bool:
        """Puts what the sentences before said in full for `this deal` and `these talks`."""
        noun = determiner.head
        if determiner.i + 1 != noun.i or noun.i not in kept:
            return False
        text = self.mentions.pointed_at(self.reading, sentence, noun)
        if text is None:
            return False
        found.swaps[determiner.i] = text
        found.swaps[noun.i] = ""
        return True

    def put_event(self, determiner: "Token", found: Grounded) -> bool:
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


def _is_idiom(noun: "Token") -> bool:
    """Whether nothing need be named: the private sector, the top 1 percent, the 800m."""
    own = {c.lower_ for c in noun.children}
    return (
        (noun.lemma_ in {"sector", "workforce"} and bool(own & {"private", "public"}))
        or (noun.lower_ == "percent" and bool(own & {"top", "bottom", "richest", "poorest"}))
        or (noun.lemma_ == "door" and noun.dep_ == "dobj" and noun.head.lemma_ == "open")
        or (noun.lower_ in {"m", "km"} and any(c.like_num for c in noun.children))
        or any("/" in word and word[0].isdigit() for word in own)
    )


def _is_clear(
    token: "Token", determiner: "Token", tokens: Sequence["Token"], kept: set[int]
) -> bool:
    """Whether the words beside the noun, or the words before it, say which one it is."""
    before = [t for t in tokens if t.i < token.i]
    places = {t.text for t in before if place_noun(t.text)}
    if token.lemma_ in {"country", "nation"} and len(places) >= (token.tag_ == "NNS") + 1:
        return True
    if token.lemma_ in {"election", "race"} and any(t.ent_type_ == "PERSON" for t in before):
        return True
    if token.lemma_ in {"country", "nation"}:
        return False  # "the long-isolated nation" is a riddle
    for child in token.children:
        if child.i not in kept or child == determiner:
            continue
        if child.dep_ in {"prep", "poss", "appos", "nmod"} and child.pos_ != "PRON":
            return True
        if child.dep_ in {"relcl", "acl"} and child.left_edge.nbor(-1).text != ",":
            return True
        if child.ent_type_ in {"GPE", "NORP", "ORG", "PERSON", "LOC", "EVENT", "DATE", "FAC"}:
            return True
        if child.dep_ in {"amod", "compound"} and (
            child.tag_ == "JJS" or child.pos_ == "PROPN" or child.text[0].isupper()
        ):
            return True
        if (
            token.tag_ == "NNS"
            and child.dep_ == "compound"
            and token.lemma_ != "party"
            and not is_human(token.lemma_)
        ):
            return True
        if token.lemma_ == "party" and child.lower_ == "major":
            return True
        if (
            not is_person_noun(token.lemma_)
            and token.lemma_ not in _PLACES | OCCASIONS
            and (
                (child.dep_ == "compound" and child.pos_ == "NOUN")
                or (child.dep_ == "amod" and child.lower_.endswith(CLASSIFYING))
            )
        ):
            return True
    return False


def _holds_a_name(words: str) -> bool:
    return any(letter.isupper() or letter.isdigit() for letter in words)


def _is_given_away(words: str, asked: tuple[str, ...]) -> bool:
    return any(name.rsplit(maxsplit=1)[-1] in words for name in asked)


def _without_owner(words: str) -> str | None:
    """`the initiative on fishing` for `Lars Holm's initiative on fishing`; None where nothing but
    the owner tells which it is."""
    found = re.match(r"(?:[A-Z]\S* ?)+['’]s (\w+ (?:on|of|about|between) .+)", words)
    return None if found is None else f"the {found[1]}"


def _earlier(tokens: Sequence["Token"], token: "Token", lemma: str) -> bool:
    return any(t.i < token.i and t.lemma_.lower() == lemma.lower() for t in tokens)
