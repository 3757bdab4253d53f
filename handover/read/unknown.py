"""What to say of a file that holds no updates as far as can be told, and what to do about it."""

from collections.abc import Sequence

from handover.errors import UnknownFormatError
from handover.model import Joined, Said
from handover.model.said import N_
from handover.read.source import Source

_TABLE = N_("Put its updates into a table, one a row, and save that as .csv or .xlsx.")
_UNPACK = N_("Unpack it and give the folder.")
# Ending of the name -> what such a file is, and what the user can do.
KINDS = {
    "html htm": (
        N_("{file} is a web page."),
        N_("Networks offer their downloads as JSON too: ask for that."),
    ),
    "docx doc odt rtf pages": (N_("{file} is a document."), _TABLE),
    "pdf": (N_("{file} is a PDF."), N_("Give the sheet or the export that it was made from.")),
    "ods numbers": (
        N_("{file} is a spreadsheet of a kind that is not read."),
        N_("Save it as .xlsx or .csv."),
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


def unknown(file: Source, formats: Sequence[str]) -> UnknownFormatError:
    """The error for a file that no reader knows."""
    ending = file.name.rpartition(".")[2].lower()
    what, hint = _BY_ENDING.get(ending, (N_("{file} is no file of updates that is known here."), ""))
    if file.is_media:
        what, hint = N_("{file} is a picture, film or sound."), N_("Give the sheet or archive that names it.")
    if not file.size and file.head == b"":
        what, hint = N_("{file} is empty."), N_("Export it again.")
    names = Joined(*map(Said, formats), by=", ")
    return UnknownFormatError(
        Said(what, file=file.location),
        location=file.location,
        hint=Said(hint) if hint else Said("What can be read: {formats}.", formats=names),
    )
