"""A file, a page or standard input becomes clean text with offsets, title and date."""
