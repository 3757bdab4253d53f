"""The commented `handover.toml` that `handover init` writes."""

from pathlib import Path

from handover.errors import OutputError
from handover.languages import FOLDER
from handover.model import DETAILS_FILE, Said
from handover.model.paths import expanded

EXAMPLE = FOLDER / "en" / DETAILS_FILE


def example_in(language: str) -> Path:
    """The example whose comments are in a language ("de", "de-AT"); the English one where there is none."""
    base = language.replace("_", "-").split("-")[0].strip().lower()
    found = (path for path in sorted(FOLDER.glob(f"*/{DETAILS_FILE}")) if base == _base(path))
    return next(found, EXAMPLE)


def in_language(example: Path, language: str) -> str:
    """The text of an example that says in which language the documents are to be, unless that is English."""
    text = example.read_text("utf-8")
    if language not in ("", "en"):
        text = text.replace('\n# language = "de"', f'\nlanguage = "{language}"')
    return text


def _base(path: Path) -> str:
    return path.parent.name.split("_")[0]


def write_example(folder: str | Path, language: str = "") -> Path:
    """Write a `handover.toml` to fill in, every key explained, and return its path.

    `folder` may also be the path of the file itself. `language` (BCP 47, "de") is the one of its comments,
    where there is an example in it, and becomes the language of the documents; "" and "en" leave that to
    the blog, as a file without the key does.
    Raises OutputError when there is one already or the folder cannot be written.
    """
    path = expanded(folder)
    path = path if path.suffix == ".toml" else path / DETAILS_FILE
    text = in_language(example_in(language), language)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError as error:
        raise OutputError(
            Said("There is a {file} in {folder} already.", file=path.name, folder=str(path.parent)),
            path=str(path),
            hint=Said("Fill that one in, or move it away first."),
        ) from error
    except OSError as error:
        raise not_written(path, error) from error
    return path


def not_written(path: Path, error: OSError) -> OutputError:
    """The error of a `handover.toml` that the system did not let be written."""
    return OutputError(
        Said("{file} could not be written ({error}).", file=str(path), error=str(error.strerror or error)),
        path=str(path),
        hint=Said("Choose a folder you may write to."),
    )
