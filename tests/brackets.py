"""Whether a sentence can be worded in another language, down to its last word but the user's own."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import handover
from handover import errors
from handover.model import Said
from handover.write.words import Words

HOUSE = Path(handover.__file__).parent


class Brackets(Words):
    """A language in which every message stands in brackets."""

    def __init__(self) -> None:
        super().__init__("en")
        self._catalogue = self

    def gettext(self, message: str) -> str:
        return f"[{message}]"

    def ngettext(self, one: str, many: str, n: int) -> str:
        return f"[{one if n == 1 else many}]"


def bare(text: str, own: str = "") -> list[str]:
    """What of `text` stands in no bracket, and what in it is neither a message nor a word out of `own`.

    A library's own words are in its own language: they are put in under the names `error` and `phrase`.
    """
    if not text:
        return []
    if not isinstance(text, Said):
        return [text]
    outside = _outside(Brackets().said(text))
    values = [value for name, value in _values(text) if value not in own and not _is_a_librarys(name, value)]
    return [*([outside] if outside.strip(" ,") else []), *values]


def _is_a_librarys(name: str, value: str) -> bool:
    return name in ("error", "phrase") and value not in _code()


@cache
def _code() -> str:
    return "\n".join(path.read_text("utf-8") for path in HOUSE.rglob("*.py"))


def _outside(worded: str) -> str:
    depth, kept = 0, ""
    for sign in worded:
        depth += sign == "["
        kept += "" if depth else sign
        depth -= sign == "]"
    return kept


def _values(said: Said) -> Iterator[tuple[str, str]]:
    """The texts in a sentence that no message is made of, with the name each is put in under."""
    for name, value in said.values.items():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Said):
                yield from _values(one)
            elif isinstance(one, str) and name != "by":
                yield name, str(one)


_SPOKEN = {"text", "hint", "reason", "extent_reason"}
_ERRORS = {"UnfitError", *(name for name in vars(errors) if name.endswith("Error"))}


def plain_sentences(path: Path) -> Iterator[str]:
    """Where a module gives a reader a text that is no `Said`: "blog.py:12"."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if not isinstance(node, ast.Call) or name not in {"Notice", "Skipped", *_ERRORS}:
            continue
        first = node.args[:1] if name in _ERRORS else []
        for told in [*first, *(word.value for word in node.keywords if word.arg in _SPOKEN)]:
            if _is_plain(told):
                yield f"{path.name}:{told.lineno}"


def _is_plain(told: ast.expr) -> bool:
    """Whether an expression puts bare text into what is told."""
    match told:
        case ast.Constant(value=str() as text):
            return text != ""
        case ast.JoinedStr():
            return True
        case ast.BinOp():
            return _is_plain(told.left) or _is_plain(told.right)
        case ast.IfExp():
            return _is_plain(told.body) or _is_plain(told.orelse)
        case ast.Call(func=ast.Name(id="Joined")):
            return any(map(_is_plain, told.args))
    return False
