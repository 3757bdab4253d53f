"""What all outputs show: the posts in their order, and every text, number and list of a document.

`entries(handover)` is the order and numbering all outputs share. `template_context(handover)` is what a
Word template may print: plain values only (texts, whole numbers, lists, dictionaries), already in the
handover's language. `for_client(handover)` is the half of a handover that may be sent, `extent(handover)`
which posts it holds, in words for the client.
"""

from handover.write.view.client import for_client
from handover.write.view.context import template_context
from handover.write.view.entries import Entry, entries
from handover.write.view.extent import extent

__all__ = ["Entry", "entries", "extent", "for_client", "template_context"]
