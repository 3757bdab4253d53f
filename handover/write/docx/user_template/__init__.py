"""A Word template of the user's own: read, mended, filled in a sandbox, its mistakes told, with places."""
