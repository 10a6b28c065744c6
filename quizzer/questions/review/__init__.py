"""The reviewer inside: named checks for fatal flaws and for the nineteen item-writing flaws.

`candidate` stops what the question writers make; `deck` reviews any deck, hand-written ones
included.
"""

from quizzer.questions.review.deck import review_deck, review_question

__all__ = ["review_deck", "review_question"]
