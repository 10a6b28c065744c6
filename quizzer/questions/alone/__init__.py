"""What makes a stem stand alone: what hangs in the air gets its words, or stops it."""
