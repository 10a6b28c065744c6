"""What Anki exports, read: packages, collections, templates, HTML, and the log of reviews."""
