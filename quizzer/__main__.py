"""`python -m quizzer` is the same as `quizzer`."""

from quizzer.cli.main import main

main()
