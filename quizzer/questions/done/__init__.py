"""Questions about what happened: who did what, when, where, how many."""
