"""Clauses into questions."""

import pytest

from quizzer.questions.grammar.clauses import clause_of
from quizzer.questions.grammar.transform import (
    fronted_question,
    lower_first,
    singular_verb,
    subject_question,
)


def root_clause(nlp, text: str):
    """The main clause of a sentence."""
    clause = clause_of(next(nlp(text).sents).root)
    assert clause is not None
    return clause


@pytest.mark.parametrize(
    ("sentence", "question"),
    [
        ("Maria Lindqvist opened the museum.", "who opened the museum"),
        ("Maria Lindqvist has opened the museum.", "who has opened the museum"),
        ("However, Maria Lindqvist also opened the museum.", "who opened the museum"),
        ("In 1990, Maria Lindqvist opened the museum.", "in 1990, who opened the museum"),
        ("Maria Lindqvist was elected in Bergen.", "who was elected in Bergen"),
        ("Maria Lindqvist didn't open the museum.", "who did not open the museum"),
        (
            'Maria Lindqvist said "it isn\'t safe" in Bergen.',
            'who said "it isn\'t safe" in Bergen',
        ),
        (
            "Maria Lindqvist called the opening 'a very sad day' for Bergen.",
            "who called the opening 'a very sad day' for Bergen",
        ),
        (
            "At a meeting in Bergen, Maria Lindqvist announced that Erik Dahl had left.",
            "who announced at a meeting in Bergen that Erik Dahl had left",
        ),
        ("In Bergen, Maria Lindqvist opened the museum.", "in Bergen, who opened the museum"),
    ],
)
def test_subject_questions_keep_the_verb(nlp, sentence: str, question: str) -> None:
    """The wh-word takes the subject's place and nothing else moves."""
    assert subject_question(root_clause(nlp, sentence), "who", {}) == question


@pytest.mark.parametrize(
    ("sentence", "answer", "wh", "question"),
    [
        ("Erik Dahl visited Oslo in 1990.", "in 1990", "in what year",
         "in what year did Erik Dahl visit Oslo"),
        ("Erik Dahl has visited Oslo.", "Oslo", "which city",
         "which city has Erik Dahl visited"),
        ("Erik Dahl will visit Oslo in May.", "in May", "when",
         "when will Erik Dahl visit Oslo"),
        ("The bridge was built in Oslo.", "in Oslo", "where", "where was the bridge built"),
        ("Erik Dahl holds talks in Oslo.", "in Oslo", "where", "where does Erik Dahl hold talks"),
    ],
)  # fmt: skip
def test_other_questions_invert(nlp, sentence: str, answer: str, wh: str, question: str) -> None:
    """The auxiliary goes before the subject, or do supports a bare verb."""
    clause = root_clause(nlp, sentence)
    start = sentence.index(answer)
    gone = [t for t in clause.tokens if start <= t.idx < start + len(answer)]
    assert fronted_question(clause, wh, gone, {}) == question


def test_a_second_verb_borrows_its_subject(nlp) -> None:
    """After "and", the subject of the first verb is asked about."""
    doc = nlp("Ingrid Solberg flew to Oslo and signed the contract.")
    verb = next(token for token in doc if token.text == "signed")
    clause = clause_of(verb)
    assert clause is not None
    assert subject_question(clause, "who", {}) == "who signed the contract"


def test_a_condition_stays(nlp) -> None:
    """What hangs on "if" is not asked as if it were so."""
    clause = root_clause(nlp, "If the talks fail, Denmark will close the port.")
    question = subject_question(clause, "which country", {})
    assert question == "if the talks fail, which country will close the port"


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("go", "goes"), ("try", "tries"), ("play", "plays"), ("watch", "watches"), ("be", "is")],
)
def test_third_person_of_verbs(lemma: str, form: str) -> None:
    """Regular spelling of the third person singular."""
    assert singular_verb(lemma) == form


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("Conservative leader Erik Holm spoke in Bergen.", "Conservative"),
        ("Conservative voters in Bergen liked Erik Holm.", "conservative"),
        ("Storvik boss Graham Dahl spoke in Bergen.", "Storvik"),
        ("Drinks company Velmont was fined in Bergen.", "drinks"),
        ("Shadow chancellor Oliver Dahl spoke in Bergen.", "shadow"),
        ("Former chancellor Oliver Dahl spoke in Bergen.", "former"),
        ("Port fees rose in Bergen.", "port"),
        ("Oil prices in Bergen rose in May.", "oil"),
    ],
)
def test_the_first_word_keeps_its_capital_where_it_is_a_name(nlp, sentence: str, word: str) -> None:
    """A party before its leader and a word of no dictionary are names; a trade before a firm is
    none, whatever the tagger takes either for."""
    tokens = list(nlp(sentence))
    assert lower_first(tokens, sentence).split()[0] == word
