"""Word documents written as the XML inside their paragraphs, for what python-docx cannot make."""

import re

import docx
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def run(text: str, kind: str = "t") -> str:
    return f'<w:r><w:{kind} xml:space="preserve">{text}</w:{kind}></w:r>'


def of(*paragraphs: str) -> Document:
    """A document of paragraphs given as the XML inside them."""
    document = docx.Document()
    for xml in reversed(paragraphs):
        space = nsdecls("w", "wp", "a") + ' xmlns:v="urn:schemas-microsoft-com:vml"'
        space += ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        space += ' xmlns:o="urn:schemas-microsoft-com:office:office"'
        whole = xml if xml.startswith("<w:tbl") else f"<w:p>{xml}</w:p>"
        document.element.body.insert(0, parse_xml(re.sub(r"^<w:\w+", rf"\g<0> {space}", whole, count=1)))
    return document
