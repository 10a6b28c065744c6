"""The live drill: the game as a pure state machine, and the server that plays it with a class."""
