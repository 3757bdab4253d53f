"""The commented `handover.toml` that `handover init` writes."""

from pathlib import Path

from handover.errors import OutputError
from handover.model import DETAILS_FILE, Said

EXAMPLE = Path(__file__).parent.parent / "templates" / DETAILS_FILE


def write_example(folder: str | Path, language: str = "") -> Path:
    """Write a `handover.toml` to fill in, every key explained, and return its path.

    `folder` may also be the path of the file itself. `language` (BCP 47, "de") becomes the language of
    the documents; "" and "en" leave it to the blog, as a file without the key does.
    Raises OutputError when there is one already or the folder cannot be written.
    """
    path = Path(folder).expanduser()
    path = path if path.suffix == ".toml" else path / DETAILS_FILE
    text = EXAMPLE.read_text("utf-8")
    if language not in ("", "en"):
        text = text.replace('# language = "de"', f'language = "{language}"')
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
        raise OutputError(
            Said(
                "{file} could not be written ({error}).", file=str(path), error=str(error.strerror or error)
            ),
            path=str(path),
            hint=Said("Choose a folder you may write to."),
        ) from error
    return path
