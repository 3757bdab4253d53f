"""What to say of a file that holds no updates as far as can be told, and what to do about it."""

from collections.abc import Sequence

from handover.errors import UnknownFormatError
from handover.read.source import Source

# Ending of the name -> what such a file is, and what the user can do.
KINDS = {
    "html htm": ("is a web page", "Networks offer their downloads as JSON too: ask for that."),
    "docx doc odt rtf pages": (
        "is a document",
        "Put its updates into a table, one a row, and save that as .csv or .xlsx.",
    ),
    "pdf": ("is a PDF", "Give the sheet or the export that it was made from."),
    "ods numbers": ("is a spreadsheet of a kind that is not read", "Save it as .xlsx or .csv."),
    "rar 7z gz bz2 xz": ("is an archive of a kind that is not opened", "Unpack it and give the folder."),
    "zip tar tgz": ("is an archive that cannot be opened here", "Unpack it and give the folder."),
    "eml msg mbox": ("is an e-mail", "Save what is attached to it and give that."),
    "xml": ("is XML, but holds no updates", "The blog goes first, the updates after it."),
    "md markdown rst tex log": (
        "is a text, no table",
        "Put its updates into a table, one a row, and save that as .csv or .xlsx.",
    ),
    "json js": ("is JSON, but of no network that is known", "Give the archive as the network made it."),
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
    what, hint = _BY_ENDING.get(ending, ("is no file of updates that is known here", ""))
    if file.is_media:
        what, hint = "is a picture, film or sound", "Give the sheet or archive that names it."
    if not file.size and file.head == b"":
        what, hint = "is empty", "Export it again."
    return UnknownFormatError(
        f"{file.location} {what}.",
        location=file.location,
        hint=hint or f"What can be read: {', '.join(formats)}.",
    )
