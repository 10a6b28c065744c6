"""What a question is built from: clauses, what may be left out of them, and their turning round."""
