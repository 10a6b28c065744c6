"""quizzer turns an article into questions that can be trusted, asks them, and makes them stay."""

__version__ = "0.1.0"
