"""The built-in template as a start for one's own: words, styles and spelling in a user's language."""

from pathlib import Path
from typing import Final

from handover.model import N_
from handover.write.docx.compiled_template import TEMPLATE
from handover.write.docx.look import speak
from handover.write.docx.package import PackageWriter, read_package
from handover.write.docx.text import to_xml
from handover.write.words import words

# The only words of the template's own; all others come with its tags, in the language of each document.
CONTENTS: Final = N_("The contents are filled in when the document is made.")

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def write_template(path: Path, *, language: str = "en") -> Path:
    """Write the built-in template to `path`, as a start for one's own.

    What a person types into it is checked by the spelling of `language`.
    """
    _ = words(language)
    with PackageWriter(path) as package:
        for name, data in read_package(TEMPLATE.read_bytes(), TEMPLATE.name).items():
            if name == "word/document.xml":
                data = data.decode().replace(to_xml(CONTENTS), to_xml(_(CONTENTS))).encode()
            elif name == "word/styles.xml":
                data = (_HEAD + speak(data, language, ours=True)).encode()
            package.add(name, data)
    return path
