"""The built-in template as Jinja source, made when the template was.

To read a template's tags takes docxtpl, and that takes longer to load than a short document to write.
`python -m tests.template` writes both files; a test holds the one against the other.
"""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Final

from handover.write.docx.package import read_package
from handover.write.docx.source import Part, Styles, WordSource

TEMPLATE: Final = Path(__file__).parent.parent.parent / "templates" / "handover.docx"
PREPARED: Final = TEMPLATE.with_suffix(".docx.json")
_KEPT: Final = ("main", "others", "styles")  # the parts stand in the template itself


def prepared() -> WordSource:
    """The built-in template, taken apart."""
    told = json.loads(PREPARED.read_text("utf-8"))
    # The keys of a JSON object are texts.
    levels = {int(level): style for level, style in told["styles"].pop("contents").items()}
    return WordSource(
        name=TEMPLATE.name,
        parts=read_package(TEMPLATE.read_bytes(), TEMPLATE.name),
        main=Part(**told["main"]),
        others=tuple(Part(**part) for part in told["others"]),
        styles=Styles(contents=levels, **told["styles"]),
    )


def as_json(source: WordSource) -> str:
    """What `prepared` reads of a template."""
    told = asdict(source)
    return json.dumps({key: told[key] for key in _KEPT}, ensure_ascii=False, indent=1) + "\n"
