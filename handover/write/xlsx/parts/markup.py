"""Text as XML: the only place of the workbooks where anything is escaped."""

from html import escape

from handover.later import pattern

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'  # of every part
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
ON_SHEET = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"

_ESCAPED = pattern("_(?=x[0-9A-Fa-f]{4}_)")
_ENDS = str.maketrans({"\t": "&#9;", "\n": "&#10;", "\r": "&#13;"})  # a reader makes them spaces

Attribute = str | int | float | bool | None


def in_text(text: str) -> str:
    """Text between two tags."""
    return escape(text, quote=False)


def in_cell(text: str) -> str:
    """The same in a cell, where "_x0041_" would be read as "A"."""
    text = escape(text, quote=False)
    return _ESCAPED.sub("_x005F_", text) if "_x" in text else text


def in_attribute(text: str) -> str:
    """Text between two quotation marks."""
    told = in_text(text).replace('"', "&quot;")
    return told if told.isprintable() else told.translate(_ENDS)


def in_attributes(texts: list[str]) -> list[str]:
    """The same for many: all together, which is several times faster than each."""
    if not "".join(texts).isprintable():
        return list(map(in_attribute, texts))
    return in_text("\n".join(texts)).replace('"', "&quot;").split("\n") if texts else []


def element(name: str, inside: str = "", /, **attributes: Attribute) -> str:
    """One element. `inside` is XML; an attribute that is None is left out, True and False are 1 and 0."""
    told = "".join([
        f' {key}="{_value(value)}"' for key, value in attributes.items() if value is not None
    ])  # fmt: skip
    return f"<{name}{told}>{inside}</{name}>" if inside else f"<{name}{told}/>"


def counted(name: str, items: list[str], /, **attributes: Attribute) -> str:
    """A list that tells how many it holds; nothing where it is empty, which the schemas do not allow."""
    return element(name, "".join(items), count=len(items), **attributes) if items else ""


def _value(value: str | float | bool) -> str:
    if isinstance(value, str):
        return in_attribute(value)
    return f"{value:g}" if isinstance(value, float) else str(int(value))
