"""Questions made of several facts, and statements to be called true or false."""
