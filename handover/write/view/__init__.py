"""What all outputs show: the posts in their order, and every text, number and list of a document.

`entries(handover)` is the order and numbering all outputs share. `template_context(handover)` is what a
Word template may print: plain values only (texts, whole numbers, lists, dictionaries), already in the
handover's language.
"""

from handover.write.view.context import template_context
from handover.write.view.entries import Entry, entries

__all__ = ["Entry", "entries", "template_context"]
