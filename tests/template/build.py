# ruff: noqa: E501 - names of the format are long
"""The parts of the built-in template, zipped the same every time."""

from pathlib import Path

from handover.write.docx.look import ACCENT
from handover.write.docx.package import PackageWriter
from tests.template import back, front
from tests.template.front import MARGIN
from tests.template.marks import WIDTH, p, t
from tests.template.styles import edge, styles_xml
from tests.template.theme import theme_xml

TEMPLATE = Path(__file__).parent.parent.parent / "handover" / "templates" / "handover.docx"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def build(path: Path) -> None:
    """Write the template."""
    with PackageWriter(path) as package:
        for name, xml in parts().items():
            package.add(name, (HEAD + xml).encode())


def body() -> str:
    """The paragraphs and tables of the document."""
    return "".join(
        (
            # what a person reads
            front.cover(), front.contents(), front.thanks(), front.timeline(),
            back.accounts(), back.open_items(),
            front.figures(), front.worked(), front.lasting(), front.plan(),
            back.voice(), back.own(), back.tools(), back.people(), back.keeping(), back.files(), back.recommendations(),
            back.invoice(),
            back.ask(), back.touch(), back.received(),
            # what a person looks things up in
            front.library(), front.short(), front.more_updates(),
        )
    )  # fmt: skip


def parts() -> dict[str, str]:
    """Every part by its name, [Content_Types].xml first."""
    return {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _rels(
            ("officeDocument", "word/document.xml"),
            ("extended-properties", "docProps/app.xml"),
        ).replace(
            "</Relationships>",
            '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
            'core-properties" Target="docProps/core.xml"/></Relationships>',
        ),
        "docProps/core.xml": (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>handover</dc:title>'
            "<dc:creator>handover</dc:creator></cp:coreProperties>"
        ),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
        ),
        "word/document.xml": f"<w:document {W} {R}><w:body>{body()}{_section()}</w:body></w:document>",
        "word/_rels/document.xml.rels": _rels(
            ("styles", "styles.xml"),
            ("settings", "settings.xml"),
            ("numbering", "numbering.xml"),
            ("fontTable", "fontTable.xml"),
            ("header", "header1.xml"),
            ("footer", "footer1.xml"),
            ("header", "header2.xml"),
            ("footer", "footer2.xml"),
            ("theme", "theme/theme1.xml"),
        ),
        "word/styles.xml": styles_xml(WIDTH),
        "word/theme/theme1.xml": theme_xml(),
        "word/settings.xml": _settings(),
        "word/numbering.xml": _numbering(),
        "word/fontTable.xml": (
            f'<w:fonts {W}><w:font w:name="Calibri"><w:altName w:val="Carlito"/>'
            '<w:panose1 w:val="020F0502020204030204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
            '<w:pitch w:val="variable"/></w:font></w:fonts>'
        ),
        "word/header1.xml": f"<w:hdr {W} {R}>{_header()}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {W} {R}>{_footer()}</w:ftr>",
        "word/header2.xml": f"<w:hdr {W} {R}>{p('Header', '')}</w:hdr>",
        "word/footer2.xml": f"<w:ftr {W} {R}>{p('Footer', '')}</w:ftr>",
    }


def _types() -> str:
    kinds = {
        "document": "document.main", "styles": "styles", "settings": "settings", "numbering": "numbering",
        "fontTable": "fontTable", "header1": "header", "footer1": "footer", "header2": "header", "footer2": "footer",
    }  # fmt: skip
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        + "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{WORD}.{kind}+xml"/>'
            for name, kind in kinds.items()
        )
        + '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        'extended-properties+xml"/></Types>'
    )


def _rels(*targets: tuple[str, str]) -> str:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(
            f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
            for n, (kind, target) in enumerate(targets, 1)
        )
        + "</Relationships>"
    )


def _settings() -> str:
    return (
        f'<w:settings {W}><w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat></w:settings>'
    )


def _numbering() -> str:
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="340" w:hanging="340"/></w:pPr><w:rPr><w:color w:val="{ACCENT}"/></w:rPr></w:lvl>'
        '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )


def _field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _header() -> str:
    border = f"<w:pBdr>{edge('bottom', 4, 'CBD5D9', 6)}</w:pBdr>"
    return p("Header", "{{ cover.title }}", "<w:r><w:tab/></w:r>", "{{ document.kind }}", extra=border)


def _footer() -> str:
    return p(
        "Footer",
        "{{ cover.by }}{% if cover.by %} · {% endif %}{{ cover.date }}",
        "<w:r><w:tab/></w:r>",
        _field("PAGE"),
        t(" / "),
        _field("NUMPAGES"),
    )


def _section() -> str:
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId5"/><w:headerReference w:type="first" r:id="rId7"/>'
        '<w:footerReference w:type="default" r:id="rId6"/><w:footerReference w:type="first" r:id="rId8"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="1304" w:right="{MARGIN}" w:bottom="1134" w:left="{MARGIN}" w:header="624" w:footer="567" '
        'w:gutter="0"/><w:titlePg/></w:sectPr>'
    )
