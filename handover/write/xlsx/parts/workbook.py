"""The workbook around its sheets: their order, defined names, properties, theme (ECMA-376-1, 18.2)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from handover.write.xlsx.parts.markup import MAIN, OFFICE, RELATIONS, element, in_text
from handover.write.xlsx.parts.relations import Relation
from handover.write.xlsx.parts.sheet import Sheet

BOOK, STYLES, STRINGS = "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"
THEME, CORE, APP = "xl/theme/theme1.xml", "docProps/core.xml", "docProps/app.xml"
_CALCULATED_BY = 191029  # of Excel 2019 and later: it finds nothing to calculate anew
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE_SPACES: Final = {
    "xmlns:cp": _CORE,
    "xmlns:dc": "http://purl.org/dc/elements/1.1/",
    "xmlns:dcterms": "http://purl.org/dc/terms/",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
}


class Properties(NamedTuple):
    """What a program shows of the file without opening it."""

    author: str
    title: str
    subject: str
    language: str
    day: dt.date  # on which it was made


def part_of(number: int) -> str:
    """The part of a sheet, by its number from 1."""
    return f"xl/worksheets/sheet{number}.xml"


def quoted_title(title: str) -> str:
    """A sheet as formulas name it."""
    return "'" + title.replace("'", "''") + "'"


def workbook_part(sheets: Sequence[Sheet], names: Mapping[str, str]) -> str:
    """The part that names the sheets; `names` are defined names with the cells they stand for."""
    told = [
        element(
            "sheet",
            name=sheet.title,
            sheetId=n,
            state="veryHidden" if sheet.hidden else None,
            **{"r:id": f"rSheet{n}"},
        )
        for n, sheet in enumerate(sheets, 1)
    ]
    defined = [element("definedName", in_text(cells), name=name) for name, cells in names.items()]
    for n, sheet in enumerate(sheets):
        here = quoted_title(sheet.title)
        if sheet.has_header:
            defined.append(_own_name("Print_Titles", n, f"{here}!$1:$1"))
        if sheet.printed:
            defined.append(_own_name("Print_Area", n, f"{here}!{sheet.printed}"))
    inside = [
        element("workbookPr"),
        element("bookViews", element("workbookView")),
        element("sheets", "".join(told)),
        element("definedNames", "".join(defined)) if defined else "",
        # The values are computed: nothing asks to be saved when the file was only looked at.
        element("calcPr", calcId=_CALCULATED_BY, fullCalcOnLoad=False),
    ]
    return element("workbook", "".join(inside), xmlns=MAIN, **{"xmlns:r": OFFICE})


def _own_name(name: str, sheet: int, cells: str) -> str:
    """A name that Excel itself knows, of one sheet."""
    return element("definedName", in_text(cells), name=f"_xlnm.{name}", localSheetId=sheet)


def workbook_relations(sheets: int) -> list[Relation]:
    """What leads from the workbook to its parts."""
    found = [Relation(f"rSheet{n}", "worksheet", part_of(n)) for n in range(1, sheets + 1)]
    rest = (("rStyles", "styles", STYLES), ("rTheme", "theme", THEME), ("rStrings", "sharedStrings", STRINGS))
    return [*found, *(Relation(*one) for one in rest)]


def package_relations() -> list[Relation]:
    """What leads from the package to the workbook and to what is said of it."""
    return [
        Relation("rBook", "officeDocument", BOOK),
        Relation("rCore", f"{RELATIONS}/metadata/core-properties", CORE),
        Relation("rApp", "extended-properties", APP),
    ]


def core_part(about: Properties) -> str:
    """The properties; their dates are the day, never the clock's."""
    moment = f"{about.day.isoformat()}T00:00:00Z"
    told = [
        element("dc:title", in_text(about.title)),
        element("dc:subject", in_text(about.subject)),
        element("dc:creator", in_text(about.author)),
        element("cp:lastModifiedBy", in_text(about.author)),
        *(
            element(f"dcterms:{name}", moment, **{"xsi:type": "dcterms:W3CDTF"})
            for name in ("created", "modified")
        ),
        element("dc:language", in_text(about.language)),
    ]
    return element("cp:coreProperties", "".join(told), **_CORE_SPACES)


def app_part() -> str:
    """The program. LibreOffice takes the values of a file that Excel could have made, and reckons anew what
    others wrote."""
    return element("Properties", element("Application", "Microsoft Excel Compatible"), xmlns=_APP)


def theme_part() -> str:
    """The colours and fonts that a person picks from: those of Office 2007 to 2010."""
    return Path(__file__).with_name("theme.xml").read_text("utf-8")
