"""Which kind of act a cue stands for: mostly its lemma tells, sometimes what follows."""

from typing import TYPE_CHECKING

from quizzer.facts.attributions.candidates import Candidate
from quizzer.facts.attributions.lexicon import ACTS, tone_of

if TYPE_CHECKING:
    from quizzer.facts.parse import Doc, Token

_CLAIMS_OR_WISHES = frozenset({"suggest", "insist"})
_HOPES = frozenset({"hope", "expect", "wish"})
_ONE = frozenset({"he", "she", "it"})


def act_of(doc: "Doc", candidate: Candidate) -> str:
    """The act: `called for` demands and `called it absurd` says; a wish has a bare verb."""
    act = ACTS.get(candidate.lemma, "said")
    cue = doc[candidate.cue[0]]
    if candidate.lemma in _HOPES and candidate.form.startswith(("infinitive", "noun", "object to")):
        return "intended" if doc[candidate.content[0]].lower_ == "to" else act
    if candidate.lemma == "look" and any(child.lower_ == "forward" for child in cue.children):
        return "intended"
    if "with a tone" in candidate.features:
        return tone_of(cue) or act
    if candidate.lemma == "call" and cue.pos_ == "VERB":
        wants = {child.lower_ for child in cue.children if child.dep_ == "prep"} & {"for", "on"}
        return act if wants or candidate.form.startswith("infinitive") else "said"
    if candidate.lemma in _CLAIMS_OR_WISHES and candidate.form.split()[0] in ("clause", "before"):
        clause = next((child for child in cue.children if child.dep_ == "ccomp"), None)
        if clause is not None:
            return act if _is_wish(clause) else "said"
    return act


def _is_wish(clause: "Token") -> bool:
    """ "That the city sell it": a base form where a statement had `sells`, or `should`."""
    helpers = {child.lower_ for child in clause.children if child.dep_ in ("aux", "auxpass")}
    if helpers:
        return bool(helpers & {"should", "be"})
    subjects = [child for child in clause.children if child.dep_ == "nsubj"]
    is_one = any(child.tag_ in ("NN", "NNP") or child.lower_ in _ONE for child in subjects)
    # "Suggested that both sides meet": what was claimed would be "met".
    is_unshifted = clause.tag_ == "VBP" and clause.head.tag_ == "VBD"
    return clause.tag_ == "VB" or is_unshifted or (clause.tag_ == "VBP" and is_one)
