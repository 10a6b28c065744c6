"""Wrong options: of the key's kind, believable, never right as well."""
