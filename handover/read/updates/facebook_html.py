"""Facebook download as HTML: profile_posts_1.html, your_posts_1.html and kin, of every generation.

A post is `[what was done] body date`. The body is one `<div>` of blocks: attachments first, the words in the
last one as its first innermost `<div>`, after them "Updated <date>" in the account's language and empty ones.
A photo's words stand a second time below it, which counts where the post has none of its own.
"""

from collections import Counter
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from handover.model import Said, Skipped, Updates
from handover.read.source import Source
from handover.read.updates import meta_dates
from handover.read.updates.facebook_titles import is_by_owner, is_in_group, kind_of, owners_of, with_names
from handover.read.updates.json_items import left_out, nothing_held
from handover.read.updates.meta_html import (
    Card,
    PostsPage,
    facts_of,
    is_innermost,
    leaves,
    links_of_card,
    media_in,
    page_of,
    words_of,
)
from handover.read.updates.options import Options
from handover.read.updates.tables.rows.record import Record
from handover.read.updates.tables.rows.to_updates import updates_of

LONGEST_LABEL = 40  # signs around the date in "Updated Jul 26, 2024 1:35:01pm"
_UPDATED = frozenset(
    (
        *("updated", "mis à jour", "mis à jour le", "actualizado", "aktualisiert", "aktualisiert am"),
        *("aggiornato", "atualizado", "bijgewerkt", "cập nhật", "已在 更新", "обновлено", "zaktualizowano"),
    )
)


def read_page(source: Source, account: str, options: Options) -> Updates:
    """The posts of one page. Raises UnknownFormatError when they cannot be told apart for certain."""
    page = page_of(source)
    labels = _labels(page)
    titles = (words_of(card.parts[0]) for card in page.cards if len(card.parts) > 1)
    owners = owners_of(titles, page.owner, account)
    records: list[Record] = []
    hollow = strange = grouped = 0
    for number, card in enumerate(page.cards, 1):
        title = words_of(card.parts[0]) if len(card.parts) > 1 else ""
        if not is_by_owner(title, owners):
            strange += 1
        elif is_in_group(title):
            grouped += 1
        elif record := _record(card, number, title, account, labels):
            records.append(record)
        else:
            hollow += 1
    facts, told = facts_of(page, options)
    items, notices = updates_of(records, facts)
    skipped: list[Skipped] = [*page.skipped]
    skipped += left_out(source, nothing_held(hollow), by_others(strange), in_groups(grouped))
    return Updates(items=tuple(items), skipped=tuple(skipped), notices=(*(told if items else ()), *notices))


def by_others(count: int) -> Said:
    return Said(
        "{n} entry that somebody else may have written left out.",
        many="{n} entries that somebody else may have written left out.",
        n=count,
    )


def in_groups(count: int) -> Said:
    return Said(
        "{n} post in a group left out: it does not say who may read it.",
        many="{n} posts in groups left out: they do not say who may read them.",
        n=count,
    )


def _record(card: Card, number: int, title: str, account: str, labels: frozenset[str]) -> Record | None:
    body = card.parts[-1]
    text = with_names(_text(body, labels))
    media, links = media_in(body), links_of_card(body)
    if not (text or media or links):
        return None
    return Record(
        row=number,
        network="facebook",
        text=text,
        date=card.posted_at,
        account=account,
        links=links,
        media=media,
        kind=kind_of(title, text, links),
    )


def _text(body: LexborNode, labels: frozenset[str]) -> str:
    told = [text for leaf in _last_words(body) if (text := words_of(leaf)) and not _is_aside(text, labels)]
    if told:
        return "\n\n".join(dict.fromkeys(told))
    below = [text for leaf in leaves(body) if _is_caption(leaf) and (text := words_of(leaf))]
    return "\n\n".join(dict.fromkeys(below))


def _last_words(body: LexborNode) -> Iterator[LexborNode]:
    """The innermost elements that stand directly in the last block of a body."""
    blocks = [block for whole in [*body.iter()][:1] for block in whole.iter()]
    for child in blocks[-1].iter() if blocks else ():
        if child.tag == "div" and is_innermost(child):
            yield child


def _is_caption(leaf: LexborNode) -> bool:
    """Whether this stands below a picture: the first element there names its album, the second is it."""
    if "_3-95" in (leaf.attributes.get("class") or "").split():
        return True
    above = leaf.prev
    while above is not None and above.tag in ("-text", "_text"):
        above = above.prev
    return above is not None and above.tag == "div" and _follows_media(above)


def _follows_media(node: LexborNode) -> bool:
    before = node.prev
    while before is not None and before.tag in ("-text", "_text"):
        before = before.prev
    return before is not None and (before.tag == "video" or bool(before.css("img")))


def _is_aside(text: str, labels: frozenset[str]) -> bool:
    date = meta_dates.written_in(text)
    return date is not None and _around(text, date) in labels


def _around(text: str, date: meta_dates.Written) -> str:
    told = " ".join(text.split())
    rest = (told[: date.start()] + " " + told[date.end() :]).replace(":", " ")
    return " ".join(rest.split()).casefold()


def _labels(page: PostsPage) -> frozenset[str]:
    """What stands around the date of the last change: known words, or the same in several posts."""
    counts: Counter[str] = Counter()
    for card in page.cards:
        for leaf in _last_words(card.parts[-1]):
            text = leaf.text()
            date = meta_dates.written_in(text) if len(text) < 2 * LONGEST_LABEL else None
            if date and len(label := _around(text, date)) <= LONGEST_LABEL:
                counts[label] += 1
    often = {label for label, count in counts.items() if count > 2 and label}
    return _UPDATED | often
