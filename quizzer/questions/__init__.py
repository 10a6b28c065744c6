"""Facts become stems, keys and distractors; ranking, balance, no repeats."""
