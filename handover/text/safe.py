"""Text and addresses out of feeds, exports and details, made safe to write anywhere."""

from urllib.parse import urlsplit

from handover.later import pattern

# One set for every output. Control characters say nothing to a reader and go; half surrogates and what
# Unicode calls no characters are shown as U+FFFD, so that a reader sees that something stood there. No file
# format of ours may hold either, and some readers drop all that follows.
_FORBIDDEN = pattern("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_ENDS = pattern("\r\n?|[\x0b\x0c\x85\u2028\u2029]")  # of lines, as Unicode has them (UAX 14, BK, CR, NL)

# Signs that command a terminal, or turn the text around them about (C0, C1; embeddings, overrides and
# isolates of UAX 9): a file's name may hold them, and a stranger's must not change what is printed.
_COMMANDS = pattern("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\u2028\u2029"

# A user's name and password in an address (RFC 3986, 3.2.1): no file may give them away.
_LOGIN = pattern(r"(?<=://)[^\s/?#@:]*:[^\s/?#]*@")

_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # OWASP, "CSV Injection"
_NOT_IN_LINK = pattern(r'[\s"<>\\]')


def plain(text: str) -> str:
    """The text without what no file may hold, passwords in addresses among it; line ends are "\\n"."""
    if "@" in text and "://" in text:
        text = _LOGIN.sub("", text)
    if text.isprintable() or text.replace("\n", "").isprintable():
        return text
    return _FORBIDDEN.sub(lambda sign: "\ufffd" if sign[0] >= "\ud800" else "", _ENDS.sub("\n", text))


def one_line(text: str) -> str:
    """The text on one line, runs of white space as one space."""
    return " ".join(plain(text).split())


def guarded(text: str) -> str:
    """A text that no spreadsheet program takes for a formula, for a CSV file that people open in one."""
    return f"'{text}" if text.startswith(_AS_FORMULA) else text


def for_terminal(line: str) -> str:
    """One line as a terminal may show it: what would command it as U+FFFD, ends of lines as spaces."""
    if line.isprintable():
        return line
    return _COMMANDS.sub(lambda sign: " " if sign[0] in _SPACES else "\ufffd", line)


def web(link: str) -> str:
    """The address when it is a http(s) one without spaces or signs that end an attribute, else "".

    A user's name and password in it are left out.
    """
    if "@" in link:
        link = _LOGIN.sub("", link)
    if not link.isprintable() or _NOT_IN_LINK.search(link):
        return ""
    try:
        parts = urlsplit(link)
        _ = parts.port  # raises when it is no number
        return link if parts.scheme.lower() in ("http", "https") and parts.hostname else ""
    except ValueError:
        return ""
