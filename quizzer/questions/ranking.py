"""Which questions come first: what the article is about, spread over kinds and over the text."""

from collections import Counter
from collections.abc import Mapping

from quizzer.questions.candidates import Candidate
from quizzer.questions.reading import Reading, Sentence


def ranked(candidates: list[Candidate], reading: Reading) -> list[Candidate]:
    """All candidates, the best first.

    A question is worth its own weight, more where the sentence shares words with the headings,
    the first sentences and the rest of the text; each further question of the same sentence or
    kind is worth less, so that a short selection covers much.
    """
    about = {
        number: _aboutness(reading.sentences[number], reading.themes)
        for number in {candidate.sentence for candidate in candidates}
    }
    worth = {id(c): c.weight * about[c.sentence] for c in candidates}
    left = sorted(candidates, key=lambda c: (-worth[id(c)], c.sentence, c.stem))
    kinds: Counter[str] = Counter()
    sentences: Counter[int] = Counter()
    keys: Counter[str] = Counter()
    buckets: list[tuple[float, int, Candidate]] = []
    for place, candidate in enumerate(left):
        repeats = sentences[candidate.sentence] + 0.15 * kinds[candidate.kind]
        repeats += 0.05 * keys[candidate.key]
        buckets.append((worth[id(candidate)] / (1 + 0.35 * repeats), place, candidate))
        sentences[candidate.sentence] += 1
        kinds[candidate.kind] += 1
        keys[candidate.key] += 1
    return [candidate for _, _, candidate in sorted(buckets, key=lambda item: (-item[0], item[1]))]


def _aboutness(sentence: Sentence, themes: Mapping[str, float]) -> float:
    words = {t.lemma_.lower() for t in sentence.tokens if not t.is_stop and t.is_alpha}
    if not words:
        return 0.5
    share = sum(themes.get(word, 0.0) for word in sorted(words)) / len(words)
    early = 0.2 if sentence.number < 6 else 0.0
    return 0.6 + share + early
