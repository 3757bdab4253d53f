"""Keep the catalogues: find the texts, bring each `.po` up to date, compile it.

    python -m handover.write.catalogues        after a text was changed or translated
    python -m handover.write.catalogues nl     the same, and begin Dutch

A language is one file, `handover/locale/<language>/LC_MESSAGES/handover.po`: any gettext editor opens it.
Texts not yet translated appear in English.
"""

import datetime as dt
import io
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from handover.write.words import LOCALES

PACKAGE = Path(__file__).parent.parent
DOMAIN = "handover"

KEYWORDS = {"_": None, "N_": None, "plural": (1, 2)}
_EXTRACTORS = {".py": "python", ".j2": "jinja2.ext:babel_extract"}
_JINJA = {"trim_blocks": "true", "silent": "false"}
_SOMETIME = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # a date in the head that changes nothing from run to run


def messages() -> Catalog:
    """All texts of the package's code and templates, as a catalogue without translations."""
    found = Catalog(project="handover", creation_date=_SOMETIME, charset="utf-8", fuzzy=False)
    for path in sorted(p for p in PACKAGE.rglob("*") if p.suffix in _EXTRACTORS):
        for _line, message, comments, context in extract_from_file(
            _EXTRACTORS[path.suffix], path, keywords=KEYWORDS, comment_tags=["NOTE:"], options=_JINJA
        ):
            found.add(message, auto_comments=comments, context=context)
    return found


def files() -> Iterator[Path]:
    """The `.po` files there are."""
    return iter(sorted(LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po")))


def read(path: Path) -> Catalog:
    """A `.po` file as a catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name, domain=DOMAIN)


def update(path: Path, texts: Catalog) -> None:
    """Bring a `.po` up to date with the texts: new ones empty, gone ones gone, the others as they were."""
    old = read(path) if path.is_file() else None
    locale = Locale.parse(path.parent.parent.name)
    new = Catalog(
        locale=locale,
        domain=DOMAIN,
        project="handover",
        version="1",
        msgid_bugs_address="-",
        creation_date=_SOMETIME,
        revision_date=_SOMETIME,
        last_translator="handover",
        language_team=locale.english_name or str(locale),
        header_comment=f"# {locale.english_name} texts of handover.",
        fuzzy=False,
    )
    for message in texts:
        if message.id:
            known = old.get(message.id, message.context) if old else None
            new.add(
                message.id,
                known.string if known else "",
                auto_comments=message.auto_comments,
                context=message.context,
                flags=message.flags,
            )
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, new, sort_output=True, width=100, no_location=True)


def compiled(catalogue: Catalog) -> bytes:
    """The `.mo` of a catalogue."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main(new: Iterable[str] = ()) -> None:
    """Bring all catalogues up to date, begin those of `new`, and compile them."""
    texts = messages()
    begun = (LOCALES / tag.replace("-", "_") / "LC_MESSAGES" / f"{DOMAIN}.po" for tag in new)
    for path in (*files(), *begun):
        update(path, texts)
        path.with_suffix(".mo").write_bytes(compiled(read(path)))


if __name__ == "__main__":
    main(sys.argv[1:])
