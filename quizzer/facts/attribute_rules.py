"""The model's attribute rules, which give each token its part of speech, asked once for each kind.

spaCy's attribute ruler tries its nearly two hundred patterns on every token, which takes a tenth
of the time of a parse. Nearly all of them look at one token alone: at its tag, its relation, and
whether it is one of a few words ("been", "that"). What they make of such a token holds for every
other of the kind, so it is found once. Where a pattern takes in more, spaCy's own ruler is asked.
"""

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

_GIVEN: list[int | str] = ["ORTH", "TAG", "DEP"]
_MADE: list[int | str] = ["TAG", "POS", "MORPH", "LEMMA", "DEP"]
_LOOKED_AT = frozenset({"LOWER", "TAG", "DEP", "IS_SPACE"})
_ANY_WORD = 0
"""Stands for all words that no pattern asks for."""

Kind = tuple[int, int, int]
"""A word that some pattern asks for, or any other; a tag; and a relation."""


class AttributeRules:
    """Does what spaCy's attribute ruler does, in less time."""

    def __init__(self, ruler: "AttributeRuler"):
        from spacy.matcher import Matcher  # noqa: PLC0415 - slow to import
        from spacy.pipeline import AttributeRuler  # noqa: PLC0415

        self._ruler = ruler
        self._alone = AttributeRuler(ruler.vocab, validate=False)
        self._others = Matcher(ruler.vocab)
        self._words: set[str] = set()
        self._forms: list[re.Pattern[str]] = []
        patterns: Any = ruler.patterns
        for number, rule in enumerate(patterns):
            if all(_looks_at_one(pattern) for pattern in rule["patterns"]):
                self._alone.add(**rule)
                for (token,) in rule["patterns"]:
                    self._note_word(token.get("LOWER", {}))
            else:
                self._others.add(str(number), rule["patterns"])
        self._asked_for: dict[int, int] = {}
        self._known: dict[Kind, list[int]] = {}

    def _note_word(self, lower: str | dict[str, Any]) -> None:
        if isinstance(lower, str):
            self._words.add(lower)
            return
        self._words.update(lower.get("IN", ()))
        if "REGEX" in lower:
            self._forms.append(re.compile(lower["REGEX"]))

    def apply(self, parse: "Doc") -> None:
        """Gives the tokens of a tagged and parsed text what the ruler would give them."""
        if self._others(parse, allow_missing=True):
            self._ruler(parse)
            return
        given = parse.to_array(_GIVEN).tolist()
        kinds = [(self._word(word), tag, relation) for word, tag, relation in given]
        unknown = {
            kind: token for kind, token in zip(kinds, given, strict=True) if kind not in self._known
        }
        if unknown:
            self._learn(parse, unknown)
        if kinds:
            made: Any = parse.to_array(_MADE)
            made[:] = [self._known[kind] for kind in kinds]
            parse.from_array(_MADE, made)

    def _word(self, word: int) -> int:
        """The word, where some pattern asks for it."""
        if word not in self._asked_for:
            lexeme = self._ruler.vocab[word]
            is_asked_for = (
                lexeme.is_space
                or lexeme.lower_ in self._words
                or any(form.search(lexeme.lower_) for form in self._forms)
            )
            self._asked_for[word] = word if is_asked_for else _ANY_WORD
        return self._asked_for[word]

    def _learn(self, parse: "Doc", unknown: dict[Kind, list[int]]) -> None:
        """Asks the ruler about one token of each kind; side by side they are no text, but none of
        these patterns looks at what stands beside a token."""
        from spacy.tokens import Doc  # noqa: PLC0415 - slow to import

        strings = parse.vocab.strings
        examples = Doc(parse.vocab, words=[strings[word] for word, _, _ in unknown.values()])
        given: Any = examples.to_array(_GIVEN)
        given[:] = list(unknown.values())
        examples.from_array(_GIVEN[1:], given[:, 1:])
        self._alone(examples)
        self._known.update(zip(unknown, examples.to_array(_MADE).tolist(), strict=True))


def _looks_at_one(pattern: list[dict[str, Any]]) -> bool:
    """Whether the pattern asks for one token, by nothing but what makes up its kind."""
    if len(pattern) != 1 or not pattern[0].keys() <= _LOOKED_AT:
        return False
    lower = pattern[0].get("LOWER", "")
    return isinstance(lower, str) or lower.keys() <= {"IN", "REGEX"}
