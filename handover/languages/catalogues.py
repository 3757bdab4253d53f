"""Keep the catalogues: find the texts, bring each `.po` up to date, compile it.

    python -m handover.languages.catalogues        after a text was changed or translated: all languages
    python -m handover.languages.catalogues nl     Dutch alone, begun if there is none yet

The texts of a language are one file, `handover/languages/<tag>/handover.po`: any gettext editor opens it.
Texts not yet translated appear in English.
"""

import ast
import datetime as dt
import io
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

from handover import languages

PACKAGE = Path(__file__).parent.parent
DOMAIN = "handover"

ONE = ("_", "N_", "words", "Said")  # calls whose first argument is a text: _("..."), book.words("...")
TWO = "plural"  # the call whose first two are: _.plural("one", "many", n)
_JINJA = {"trim_blocks": "true", "silent": "false"}
# How signs are set in every language, and in one: a typographic apostrophe; in French a no-break space.
_SIGNS = {
    "": ((r"(?<=[^\W\d_])'(?=[^\W\d_]|\{\w)", "’"),),
    "fr": ((r" (?=[:;?!»])|(?<=«) ", "\N{NO-BREAK SPACE}"),),
}
_SOMETIME = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # a date in the head that changes nothing from run to run


def messages() -> Catalog:
    """All texts of the package's code and templates, as a catalogue without translations."""
    found = Catalog(project="handover", creation_date=_SOMETIME, charset="utf-8", fuzzy=False)
    for path in sorted(PACKAGE.rglob("*.py")):
        for message in in_code(path.read_text("utf-8")):
            found.add(message)
    for path in sorted(PACKAGE.rglob("*.j2")):
        with path.open("rb") as file:
            for _line, name, texts, _comments in babel_extract(file, [*ONE, TWO], [], _JINJA):
                said = [text for text in (texts if isinstance(texts, tuple) else (texts,)) if text]
                found.add((said[0], said[1]) if name == TWO else said[0])
    return found


def in_code(source: str) -> Iterator[str | tuple[str, str]]:
    """The texts a module has translated, a singular and its plural as a pair."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            texts = [*_texts(node.args[:2])]
            many = [*_texts(word.value for word in node.keywords if word.arg == "many")]
            name = _called(node.func)
            if name in ONE and texts:
                yield (texts[0], many[0]) if many else texts[0]
            elif name == TWO and len(texts) == 2:
                yield texts[0], texts[1]


def _texts(expressions: Iterable[ast.expr]) -> Iterator[str]:
    for expression in expressions:
        if isinstance(expression, ast.Constant) and isinstance(expression.value, str):
            yield expression.value


def _called(function: ast.expr) -> str:
    """The last name of what is called: "_" of `self._`, "words" of `words(language)`."""
    if isinstance(function, ast.Call):
        return _called(function.func)
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def read(path: Path) -> Catalog:
    """A `.po` file as a catalogue."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.name, domain=DOMAIN)


def update(path: Path, texts: Catalog) -> None:
    """Bring a `.po` up to date with the texts: new ones empty, gone ones gone, the others as they were."""
    old = read(path) if path.is_file() else None
    locale = Locale.parse(path.parent.name)
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
    if old:  # a newer babel knows of more plural forms than anybody has translated
        new.mime_headers = [head for head in old.mime_headers if head[0] == "Plural-Forms"]
    for message in texts:
        if message.id:
            known = old.get(message.id) if old else None
            said = (known.string if known else None) or ""
            forms = [typeset(text, locale.language) for text in ([said] if isinstance(said, str) else said)]
            new.add(message.id, forms[0] if isinstance(said, str) else tuple(forms), flags=message.flags)
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write_po(file, new, sort_output=True, width=100, no_location=True)


def typeset(text: str, language: str) -> str:
    """A translation with its signs as the language sets them, however they were typed."""
    for pattern, sign in (*_SIGNS[""], *_SIGNS.get(language, ())):
        text = re.sub(pattern, sign, text)
    return text


def compiled(catalogue: Catalog) -> bytes:
    """The `.mo` of a catalogue."""
    buffer = io.BytesIO()
    write_mo(buffer, catalogue)
    return buffer.getvalue()


def main(tags: Iterable[str] = ()) -> None:
    """Bring the catalogues of these languages up to date and compile them; all there are, if none is named.

    A language that has none yet is begun.
    """
    texts = messages()
    named = [languages.FOLDER / tag.replace("-", "_") / f"{DOMAIN}.po" for tag in tags]
    for path in named or languages.translated().values():
        update(path, texts)
        path.with_suffix(".mo").write_bytes(compiled(read(path)))


if __name__ == "__main__":
    main(sys.argv[1:])
