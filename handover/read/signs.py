"""Signs of a format: what no file of it is without, and is quickly seen.

A sign only spares a job the readers that could read none of its files: loading all of them takes longer than
to read a sheet. What a file is, its reader says (`accepts`); no sign says no where the reader says yes.
"""

from collections.abc import Callable

from handover.read.source import Source

Sign = Callable[[Source], bool]

_BLANK = b"\xef\xbb\xbf\xff\xfe \t\r\n\v\f"  # white space, and the marks of an encoding


def anything(source: Source) -> bool:
    """No sign: the reader alone can tell."""
    return True


def is_container(source: Source) -> bool:
    """A folder or an archive."""
    return source.is_container


def named(*parts: str) -> Sign:
    """One of these in the file's name."""
    return lambda source: any(part in source.name.lower() for part in parts)


def begins(*signs: bytes) -> Sign:
    """The first character is one of these."""
    return lambda source: source.head.replace(b"\0", b"").lstrip(_BLANK)[:1] in signs


def holds(*words: bytes) -> Sign:
    """One of these, in lower case, among the first bytes."""

    def found(source: Source) -> bool:
        head = source.head.lower().replace(b"\0", b"")
        return any(word in head for word in words)

    return found


def one_of(*signs: Sign) -> Sign:
    return lambda source: any(sign(source) for sign in signs)


def is_text(source: Source) -> bool:
    """Words, in whatever encoding."""
    from handover.read.updates.tables.files.csv_text import looks_like_text  # loads what knows tables

    return looks_like_text(source.head)


def may_be_table(source: Source) -> bool:
    """Neither a folder nor markup: a list of posts, as far as this can tell."""
    return not source.is_container and source.head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] not in (
        b"<",
        b"{",
        b"[",
    )


def headed(*headers: str) -> Sign:
    """One of these headers, as they are compared, in a row that may be a table's first."""

    def found(source: Source) -> bool:
        from handover.read.updates.tables.files.sheets import first_headers  # loads what knows tables

        return any(not words.isdisjoint(headers) for sheet in first_headers(source) for words in sheet)

    return found


def wide(columns: int) -> Sign:
    """A sheet of so many columns."""

    def found(source: Source) -> bool:
        from handover.read.updates.tables.files.sheets import first_rows  # loads what knows tables

        return any(len(cells) >= columns for table in first_rows(source) for _, cells in table.rows)

    return found
