"""Which questions come first: what the article is about, spread over kinds and over the text."""

from collections import Counter

from quizzer.questions.candidates import Candidate
from quizzer.questions.reading import Reading


def ranked(candidates: list[Candidate], reading: Reading) -> list[Candidate]:
    """All candidates, the best first.

    A question is worth its own weight, more where the sentence shares words with the headings,
    the first sentences and the rest of the text; each further question of the same sentence or
    kind is worth less, so that a short selection covers much.
    """
    themes = _themes(reading)
    worth = {id(c): c.weight * _aboutness(c, reading, themes) for c in candidates}
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


def _themes(reading: Reading) -> dict[str, float]:
    counts: Counter[str] = Counter()
    bonus: Counter[str] = Counter()
    for sentence in reading.sentences:
        for token in sentence.tokens:
            if token.pos_ in {"NOUN", "PROPN", "VERB"} and not token.is_stop:
                counts[token.lemma_.lower()] += 1
                if sentence.is_heading or sentence.number < 3:
                    bonus[token.lemma_.lower()] += 1
    return {
        word: min(number, 8) / 8 + (0.5 if bonus[word] else 0.0)
        for word, number in counts.items()
        if number > 1 or bonus[word]
    }


def _aboutness(candidate: Candidate, reading: Reading, themes: dict[str, float]) -> float:
    tokens = reading.sentences[candidate.sentence].tokens
    words = {token.lemma_.lower() for token in tokens if not token.is_stop and token.is_alpha}
    if not words:
        return 0.5
    share = sum(themes.get(word, 0.0) for word in sorted(words)) / len(words)
    early = 0.2 if candidate.sentence < 6 else 0.0
    return 0.6 + share + early
