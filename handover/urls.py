"""One address, many spellings: the key for matching."""
