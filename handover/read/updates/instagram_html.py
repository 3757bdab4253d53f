"""Instagram download as HTML: content/posts_1.html, media/posts_1.html, reels.html.

A post is `[caption] pictures date`; times have no seconds.
"""

from handover.model import Updates
from handover.read.source import Source
from handover.read.updates.json_items import left_out, nothing_held
from handover.read.updates.links_in_text import links_in
from handover.read.updates.meta_html import Card, facts_of, media_in, page_of, words_of
from handover.read.updates.options import Options
from handover.read.updates.tables.rows.record import Record
from handover.read.updates.tables.rows.to_updates import updates_of


def read_page(source: Source, account: str, options: Options) -> Updates:
    """The posts of one page. Raises UnknownFormatError when they cannot be told apart for certain."""
    page = page_of(source)
    told = [_record(card, number, account) for number, card in enumerate(page.cards, 1)]
    records = [record for record in told if record]
    facts, notices = facts_of(page, options)
    items, more = updates_of(records, facts)
    skipped = (*page.skipped, *left_out(source, nothing_held(told.count(None))))
    return Updates(items=tuple(items), skipped=skipped, notices=(*(notices if items else ()), *more))


def _record(card: Card, number: int, account: str) -> Record | None:
    body = card.parts[-1]
    media = media_in(body)
    text = words_of(card.parts[0]) if len(card.parts) > 1 or not (media or body.css("table")) else ""
    if not (text or media):
        return None
    return Record(
        row=number,
        network="instagram",
        text=text,
        date=card.posted_at,
        account=account,
        links=links_in(text),
        media=media,
    )
