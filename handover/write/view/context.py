"""`template_context`: the values of all sections of a document."""

from typing import TYPE_CHECKING, Any

from handover.model import Handover
from handover.write.view import accounts, closing, facts, work
from handover.write.view.client import for_client
from handover.write.view.entries import entries
from handover.write.view.library import Library
from handover.write.view.worked import worked
from handover.write.words import words

if TYPE_CHECKING:
    from handover.write.media.gallery import Gallery


def template_context(
    handover: Handover, *, workbook: bool = True, gallery: "Gallery | None" = None
) -> dict[str, Any]:
    """What a Word template may print, by section; a section without content is an empty dictionary.

    The document is the client's, so there is nothing in it of what only the manager may read.
    `workbook`: whether a workbook travels with the document, so that it may be named; `gallery`: the pictures
    that are shown.
    All values are texts, whole numbers, lists and dictionaries; `handover.write.docx.template_variables()`
    describes each.
    """
    handover = for_client(handover)
    _ = words(handover.language)
    library = Library(handover, entries(handover), workbook=workbook, gallery=gallery)
    client = handover.details.client.name or handover.feed.title
    sections: dict[str, Any] = {
        "thanks": facts.thanks(handover),
        "timeline": facts.what_happens_when(handover),
        "figures": facts.figures(handover),
        "worked": worked(library, handover),
        "library": work.library(library, handover, workbook=workbook),
        "short": work.short(library, handover),
        "lasting": work.lasting(library, handover, workbook=workbook),
        "plan": work.plan(library, handover, workbook=workbook),
        "voice": closing.voice(handover),
        "accounts": accounts.accounts(handover),
        "files": accounts.files(handover),
        "own": accounts.own_sections(handover),
        "tools": closing.tools(handover),
        "keeping": closing.keeping(handover, workbook=workbook),
        "open_items": closing.open_items(handover, gallery.undescribed if gallery else ()),
        "people": closing.people(handover),
        "recommendations": closing.recommendations(handover),
        "invoice": closing.invoice(handover),
        "ask": closing.ask(handover),
        "touch": closing.touch(handover),
        "completeness": work.more_updates(library, handover, workbook=workbook),
        "received": closing.received(handover),
    }
    me = handover.details.me
    return {
        "document": {
            "title": _("{name}: content handover", name=client) if client else _("Content handover"),
            "kind": _("Content handover"),
            "date": _.date(handover.today),
            "language": _.tag,
            "contents": _("Contents"),
        },
        "client": {"name": client, "contact": handover.details.client.contact},
        "me": {"name": me.name, "email": me.email, "website": me.website},
        "blog": {"title": handover.feed.title, "link": handover.feed.link},
        "cover": facts.cover(handover, sections, workbook=workbook),
        "posts": library.posts,
        **sections,
    }
