"""What a teacher's pages look like beyond the frame that all pages have."""

TABLES = """
body { overflow-wrap: anywhere; }
table { width: 100%; margin: .5rem 0 1rem; overflow-wrap: normal; }
.note { color: var(--soft); }
@media (max-width: 40rem) { body { padding: .6rem; } th, td { padding-right: .3rem; }
  table { font-size: .75rem; overflow-wrap: anywhere; } }
@media print { a { color: inherit; text-decoration: none; } }
@page { margin: 15mm; }
"""
"""Wide tables that still fit a telephone, and pages that print well."""
