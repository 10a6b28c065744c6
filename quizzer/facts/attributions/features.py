"""What speaks for a candidate and against it, as names that the table of weights knows."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from quizzer.facts.attributions.candidates import Range, lemma_of
from quizzer.facts.attributions.lexicon import NOUNS, classes_of, tone_of
from quizzer.facts.attributions.quotes import Quotes
from quizzer.facts.word_classes import first_class, labels

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Token

_SPEAKERS = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_VERBLESS = frozenset({"according", "noun", "noun?", "adjective", "colon", "signed"})
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "men", "woman", "women", "person", "people")
_JOINED = frozenset("xcomp ccomp advcl conj pcomp relcl acl".split())
_SIDES = frozenset("side party leader president country government delegation minister".split())
_REPORTED_VERBS = frozenset({"ROOT", "ccomp", "conj", "advcl", "relcl", "acl", "xcomp"})


def common_features(
    doc: "Doc", cue: "Token", source: "Token | None", content: Range, quotes: Quotes, form: str
) -> Iterator[str]:
    """Features that every form of candidate has."""
    classes = classes_of(lemma_of(cue))
    for name in classes or ("other",):
        yield f"{form}&{name}"
    yield form
    family = form.split(maxsplit=1)[0]
    if family not in _VERBLESS:
        yield f"classes={min(len(classes), 2)}"
    yield from _of_meaning(cue, family)
    if tone_of(cue) is not None:
        yield "with a tone"
    if source is not None:
        yield from _of_source(doc, cue, source, form)
    yield from _of_content(doc, content, quotes, form)
    yield from _of_cue(cue, quotes, form)


def _of_meaning(cue: "Token", family: str) -> Iterator[str]:
    """The class of meaning of the cue, of its object, and of the verb that it hangs on."""
    kind = "noun" if cue.pos_ in ("NOUN", "PROPN") else "verb"
    lemma = lemma_of(cue)
    first = first_class(kind, lemma)
    yield f"meaning={first}"
    yield f"{family}&meaning={first}"
    for label in labels(kind, lemma):
        if label.startswith("share"):
            yield label
    for child in cue.children:
        if child.dep_ == "dobj" and child.pos_ == "NOUN":
            what = first_class("noun", lemma_of(child))
            yield f"object={what}"
            yield f"{first}&object={what}"
            break
    if cue.dep_ in _JOINED:
        group = next(iter(classes_of(lemma_of(cue.head))), "other")
        yield f"{cue.dep_} of {group}"
    yield f"{family}&lemma={lemma}"


def _of_source(doc: "Doc", cue: "Token", source: "Token", form: str) -> Iterator[str]:
    kind = source.ent_type_ if source.ent_type_ in _SPEAKERS else source.pos_
    yield f"source={kind}"
    yield f"{form}&source={kind}"
    if source.lower_ in ("i", "we", "you", "it", "that", "this", "which", "what", "there"):
        yield f"source={source.lower_}"
    elif source.lower_ in ("he", "she", "they", "who"):
        yield "source=person"
    elif source.pos_ == "NOUN":
        lemma = lemma_of(source)
        if lemma.endswith(_PERSON_ENDINGS):
            yield "source=somebody"
        if lemma in NOUNS:
            yield "source=words"
        if lemma in _SIDES:
            yield "source=side"
    if cue.sent.start != source.sent.start:
        yield "source elsewhere"


def _of_content(doc: "Doc", content: Range, quotes: Quotes, form: str) -> Iterator[str]:
    first = doc[content[0]]
    if first.lower_ in ("that", "to", "if", "whether", "how", "what", "why"):
        yield f"first={first.lower_}"
    quoted = quotes.share(content)
    if quoted > 0:
        yield "quoted=all" if quoted > 0.8 else "quoted=part"
        yield f"{form}&quoted"
    length = content[1] - content[0]
    size = "1" if length < 2 else "3" if length < 4 else "7" if length < 8 else "long"
    yield f"length={size}"
    yield f"{form}&length={size}"


def _of_cue(cue: "Token", quotes: Quotes, form: str) -> Iterator[str]:
    if quotes.around(cue.i):
        yield "cue in quotes"
        yield f"{form}&cue in quotes"
    yield f"tag={cue.tag_}"
    relations = {child.dep_ for child in cue.children}
    if "neg" in relations:
        yield "negated"
    if "auxpass" in relations:
        yield f"{form}&passive"
    if any(child.dep_ == "aux" and child.tag_ == "MD" for child in cue.children):
        yield "modal"
    if cue.dep_ in _REPORTED_VERBS or cue.dep_ == "parataxis":
        yield f"cue={cue.dep_}"
    if cue.dep_ in ("ccomp", "xcomp") and "saying" in classes_of(lemma_of(cue.head)):
        yield "cue within a report"
