"""Which "the two countries" are: those that the sentences just before name, and no others."""

from typing import TYPE_CHECKING

from quizzer.questions.alone.grounded import Grounded
from quizzer.questions.names.entities import bare
from quizzer.questions.names.gazetteer import is_same_place, place_noun
from quizzer.questions.reading import Reading, Sentence

if TYPE_CHECKING:
    from quizzer.facts.parse import Token

_COUNTRIES = frozenset({"country", "nation"})
_NUMBERS = {"two": 2, "both": 2, "three": 3}
_NEAR = 2
"""Sentences back in which the countries must be named."""
_DOING = frozenset({"nsubj", "nsubjpass"})


def put_countries(
    reading: Reading, sentence: Sentence, noun: "Token", kept: set[int], found: Grounded
) -> bool:
    """Puts the names for `the two countries`; False where nothing tells which they are."""
    words = [t.i for t in noun.subtree if t.tag_ != "POS"]
    if not kept.issuperset(words):
        return False
    meant = countries_meant(reading, sentence, noun)
    if meant is None:
        return False
    names, earlier = meant
    found.swaps.update(dict.fromkeys(words, ""))
    found.swaps[words[0]] = names
    if (ending := next((c for c in noun.children if c.tag_ == "POS"), None)) is not None:
        found.swaps[ending.i] = "'" if names.endswith("s") else "'s"
    found.has_name = True
    found.cited.add(earlier.span)
    return True


def countries_meant(
    reading: Reading, sentence: Sentence, noun: "Token"
) -> tuple[str, Sentence] | None:
    """The names behind `the two countries`, and the sentence that gives them; None where the
    words or the article leave it open."""
    if noun.lemma_ not in _COUNTRIES or noun.tag_ != "NNS":
        return None
    own = [c for c in noun.children if not c.is_punct and c.dep_ != "case"]
    numbers = [_NUMBERS[c.lower_] for c in own if c.lower_ in _NUMBERS]
    if len(numbers) != 1 or any(c.lower_ not in {"the", *_NUMBERS} for c in own):
        return None
    here = _named_in(sentence, before=noun.i)
    some: dict[str, Token] = {}
    for back in range(1, _NEAR + 1):
        if sentence.number < back or reading.sentences[sentence.number - back].is_heading:
            return None
        earlier = reading.sentences[sentence.number - back]
        names = _counted(_named_in(earlier), numbers[0])
        if len(names) < numbers[0] and back < _NEAR:
            some.update(names)  # one of them may be named alone before all are
            continue
        others = [name for name in here if not _is_among(name, names)]
        is_all = len(names) == numbers[0] and all(_is_among(name, names) for name in some)
        # Who does something to the two countries is none of them.
        is_done_to = noun.dep_ in {"pobj", "dobj", "dative", "poss"}
        if not is_all or any(not is_done_to or here[n].dep_ not in _DOING for n in others):
            return None
        written = [_with_article(name) for name in names]
        return f"{', '.join(written[:-1])} and {written[-1]}", earlier
    return None


def _counted(named: "dict[str, Token]", number: int) -> "dict[str, Token]":
    """The only row of so many countries, `Norway and Denmark`, among those named, else all."""
    rows: dict[int, dict[str, Token]] = {}
    for name, root in named.items():
        first = root
        while first.dep_ == "conj":
            first = first.head
        rows.setdefault(first.i, {})[name] = root
    fitting = [row for row in rows.values() if len(row) == number]
    return fitting[0] if len(fitting) == 1 else named


def _is_among(name: str, names: "dict[str, Token]") -> bool:
    return any(is_same_place(name, one) for one in names)


def _named_in(sentence: Sentence, before: int | None = None) -> "dict[str, Token]":
    """The countries that a sentence names as such, each once, with their head words; `U.S.` in
    "U.S. officials" is none."""
    found: dict[str, Token] = {}
    for entity in sentence.entities:
        name = bare(entity.text)
        if before is not None and entity.start >= before:
            break
        if (
            place_noun(name) == "country"
            and entity.root.dep_ not in {"compound", "nmod", "amod"}
            and not _is_among(name, found)
        ):
            found[name] = entity.root
    return found


def _with_article(name: str) -> str:
    if is_same_place(name, "U.S."):
        return "the United States"
    return f"the {name}" if place_noun(f"the {name}") else name
