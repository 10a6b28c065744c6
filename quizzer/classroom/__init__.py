"""The live game, paper, marks, item analysis."""
