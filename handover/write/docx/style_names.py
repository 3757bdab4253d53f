"""What the styles of the built-in template are called in a person's list of styles, in her language.

Their ids stay, so that a template goes on working; Word itself translates the names of its own styles.
"""

from functools import cache
from typing import Final

from lxml import etree

from handover.model import N_
from handover.write.docx.package import NS, W
from handover.write.words import languages, words

ADDRESS_STYLE: Final = "AddressLink"  # id of the style of a link that shows its own address
ADDRESS_LINK: Final = N_("Address link")
NAMES: Final = (
    *(N_("Kicker"), N_("Logo"), N_("Cover heading"), N_("Cover name"), N_("Cover text"), N_("Cover foot")),
    *(N_("Contents heading"), N_("Lead"), N_("Label"), N_("Meta"), N_("Summary"), N_("Note")),
    *(N_("Post title"), N_("Post note"), N_("Update line"), N_("Update text"), N_("Months")),
    *(N_("Draft"), N_("Draft label"), N_("Check title"), N_("After table"), N_("Template tag")),
    *(N_("Table head"), N_("Table text"), N_("Table strong"), N_("Table quiet")),
    *(N_("Timeline date"), N_("Timeline mark"), N_("Timeline text"), N_("Fact number"), N_("Fact label")),
    *(N_("Chart"), N_("Button"), N_("Contact"), N_("Signature line")),
    *(ADDRESS_LINK, N_("Warning"), N_("Quiet")),
    *(N_("Handover table"), N_("Cover table"), N_("Timeline table"), N_("Facts table"), N_("Plain table")),
)


def name_styles(root: etree._Element, language: str) -> None:
    """Give the built-in template's own styles their names in a language."""
    _ = words(language)
    for style in root.iterfind("w:style[@w:customStyle]", NS):
        name = style.find("w:name", NS)
        if name is not None and name.get(f"{W}val", "") in NAMES:
            name.set(f"{W}val", _(name.get(f"{W}val", "")))


@cache
def address_links() -> frozenset[str]:
    """What `ADDRESS_STYLE` is called in any language, in lower case: a program that saves a template anew
    (LibreOffice) makes ids from names."""
    return frozenset(words(language)(ADDRESS_LINK).casefold() for language in languages())
