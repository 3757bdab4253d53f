"""What to say of a file that holds no updates as far as can be told, and what to do about it."""

import re
from collections.abc import Sequence

from handover.errors import UnknownFormatError
from handover.model import Joined, Said
from handover.model.said import N_
from handover.read.source import HEAD, Source

_TABLE = N_("Put its updates into a table, one a row, and save that as .csv or .xlsx.")
_HEADED = N_("Put them into a table with a header (Date, Network, Text, Link), one update a row.")
_SHEETS = frozenset(("csv", "tsv", "tab", "txt", "xlsx", "xlsm", "xls", "xlsb", "ods"))
_BLANK = b" \t\r\n\x00\xef\xbb\xbf\xfe\xff"  # and the marks of an encoding
_UNPACK = N_("Unpack it and give the folder.")
PICTURES = ("png", "jpg", "jpeg", "heic", "heif", "webp", "gif", "bmp", "tif", "tiff", "avif")
# What a file begins with, whatever its name says -> the ending of such files.
_SIGNATURES = ((b"%PDF", "pdf"), (b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg"))
# Ending of the name -> what such a file is, and what the user can do.
KINDS = {
    "html htm": (
        N_("{file} is a web page."),
        N_("Networks offer their downloads as JSON too: ask for that."),
    ),
    "docx doc odt rtf": (N_("{file} is a document."), _TABLE),
    "pages": (
        N_("{file} is a document of Apple Pages."),
        N_("Put its updates into a table, one a row, and export that as .csv or .xlsx."),
    ),
    "pptx ppt odp key": (N_("{file} is a presentation."), _TABLE),
    "pdf": (N_("{file} is a PDF."), N_("Give the sheet or the export that it was made from.")),
    "numbers": (
        N_("{file} is a sheet of Apple Numbers."),
        N_("In Numbers choose File > Export To > Excel, and give the .xlsx."),
    ),
    "gsheet": (
        N_("{file} only points to a Google Sheet."),
        N_("Open it, choose File > Download > Microsoft Excel (.xlsx), and give that."),
    ),
    "gdoc gslides": (N_("{file} only points to a document at Google."), _TABLE),
    "url webloc website desktop lnk": (
        N_("{file} is only a link to a page or file."),
        N_("Open it, download what it leads to (as .xlsx or .csv where it is a sheet), and give that."),
    ),
    "icloud": (
        N_("{file} has not been downloaded from iCloud yet."),
        N_("Click on it in the Finder, wait until it is on this computer, and give it again."),
    ),
    " ".join(PICTURES): (
        N_("{file} is a picture: words in pictures are not read."),
        N_("Give the sheet or the export that it shows, as .xlsx or .csv."),
    ),
    "rar 7z gz bz2 xz": (N_("{file} is an archive of a kind that is not opened."), _UNPACK),
    "zip tar tgz": (N_("{file} is an archive that cannot be opened here."), _UNPACK),
    "eml msg mbox": (N_("{file} is an e-mail."), N_("Save what is attached to it and give that.")),
    "xml": (N_("{file} is XML, but holds no updates."), N_("The blog goes first, the updates after it.")),
    "md markdown rst tex log": (N_("{file} is a text, no table."), _TABLE),
    "json js": (
        N_("{file} is JSON, but of no network that is known."),
        N_("Give the archive as the network made it."),
    ),
}
_BY_ENDING = {ending: told for endings, told in KINDS.items() for ending in endings.split()}


_NO_TABLES = frozenset(
    (
        *("md", "markdown", "rst", "tex", "log", "yml", "yaml", "toml", "ini", "cfg", "lock", "sql"),
        *(
            "py",
            "rb",
            "go",
            "rs",
            "c",
            "h",
            "cpp",
            "java",
            "php",
            "ts",
            "sh",
            "ps1",
            "bat",
            "exe",
            "dll",
            "so",
        ),
        *(
            "docx",
            "doc",
            "odt",
            "rtf",
            "pages",
            "pdf",
            "pptx",
            "eml",
            "msg",
            "mbox",
            "ics",
            "vcf",
            "html",
            "htm",
        ),
    )
)


def is_worth_trying(file: Source) -> bool:
    """Whether a file that nobody named may hold updates, by the ending of its name."""
    return file.name.rpartition(".")[2].lower() not in _NO_TABLES


def _kind_of(file: Source) -> str:
    """The ending that tells what a file is; that of its name, unless its first bytes say otherwise."""
    by_head = (ending for signature, ending in _SIGNATURES if file.head.startswith(signature))
    return next(by_head, file.name.rpartition(".")[2].lower())


def of_kind(file: Source, ending: str) -> UnknownFormatError:
    """The error for a file of which is known what it is, whatever its name says."""
    what, hint = _BY_ENDING[ending]
    return UnknownFormatError(
        Said(what, file=file.location), location=file.location, hint=Said(hint) if hint else ""
    )


def _is_links(head: bytes) -> bool:
    """Whether a file is a bare list of web addresses."""
    words = re.split(r"[\s,;\"]+", head.decode("utf-8-sig", "ignore").strip())
    return bool(words[0]) and all(re.match(r"https?://", word) for word in words[:-1] or words)


def _each_once(formats: Sequence[str]) -> list[str]:
    """The names of formats, without those that another begins with: "Trello" and "Trello, Asana"."""
    return [
        name for name in dict.fromkeys(formats) if not any(other.startswith(f"{name}, ") for other in formats)
    ]


def unknown(file: Source, formats: Sequence[str]) -> UnknownFormatError:
    """The error for a file that no reader knows."""
    what, hint = _BY_ENDING.get(_kind_of(file), (N_("{file} is no file of updates that is known here."), ""))
    if file.is_media and not hint:
        what, hint = N_("{file} is a picture, film or sound."), N_("Give the sheet or archive that names it.")
    if not hint and _is_links(file.head):
        what, hint = N_("{file} holds only addresses."), _HEADED
    if not file.is_package and len(file.head) < HEAD and not file.head.strip(_BLANK):
        what, hint = N_("{file} is empty."), N_("Export it again.")
    names = Said("What can be read: {formats}.", formats=Joined(*map(Said, _each_once(formats)), by=", "))
    if not hint and _kind_of(file) in _SHEETS:
        names = Joined(Said(_HEADED), names)
    return UnknownFormatError(
        Said(what, file=file.location), location=file.location, hint=Said(hint) if hint else names
    )
