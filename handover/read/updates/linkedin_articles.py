"""LinkedIn's articles in a copy of your data: `Articles/Articles/<slug>.html`, one page an article.

    <h1><a href="https://www.linkedin.com/pulse/...">title</a></h1>
    <p class="created">Created on 2026-02-24 00:06</p> <p class="published">Published on 2026-02-24 00:09</p>
    <div>words</div>

One without the second date is a draft, where the pages have dates at all. Times name no zone. Seen in real
archives of 2026.
"""

import re
from collections.abc import Sequence

from handover.errors import SourceError
from handover.model import Updates
from handover.read.fields import MAX_TAGS, address, one_line, plain_text, tree_of
from handover.read.source import Bundle, Source
from handover.read.updates.json_items import as_skipped
from handover.read.updates.options import Options
from handover.read.updates.post_html import hrefs_of, text_of
from handover.read.updates.tables.rows.record import Facts, Record
from handover.read.updates.tables.rows.to_updates import updates_of

LARGEST = 16 * 1024**2  # bytes of a page
_HEADING = re.compile(rb"<h1>\s*<a\s+href=\"https://www\.linkedin\.com/pulse/", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d)?")


def accepts(source: Source) -> bool:
    return bool(gather(source.files))


def gather(files: Sequence[Source]) -> list[Bundle]:
    """The articles of each folder."""
    folders: dict[str, list[Source]] = {}
    for file in files:
        if file.name.lower().endswith((".html", ".htm")) and _is_article(file):
            folders.setdefault(file.name.rpartition("/")[0], []).append(file)
    return [Bundle(location=_place(found), files=tuple(found)) for found in folders.values()]


def _place(found: Sequence[Source]) -> str:
    first = found[0]
    return first.location if len(found) == 1 else first.location.removesuffix(first.name.rpartition("/")[2])


def _is_article(file: Source) -> bool:
    try:
        return _HEADING.search(file.head) is not None
    except SourceError:
        return False


def parse(bundle: Bundle, options: Options) -> Updates:
    """An update for each article. Raises ParseError when none can be read."""
    records: dict[str, tuple[Record, bool]] = {}
    skipped = []
    for file in bundle.files:
        try:
            records[file.location] = _record(file)
        except SourceError as error:
            if len(bundle.files) == 1:
                raise
            skipped.append(as_skipped(file, error))
    dated = any(is_dated for _, is_dated in records.values())
    items, notices = [], []
    for location, (record, _) in records.items():
        if not dated:
            record.state = "published"  # pages without dates tell nothing of drafts
        found, told = updates_of([record], Facts(location=location, zone=options.zone()))
        items += found
        notices += told
    return Updates(items=tuple(items), skipped=tuple(skipped), notices=tuple(dict.fromkeys(notices)))


def _record(file: Source) -> tuple[Record, bool]:
    """The article, and whether its page has any date."""
    html = file.read(LARGEST).decode("utf-8-sig", "replace")
    tree = tree_of(html) if html.count("<") < MAX_TAGS else None
    heading = tree.css_first("h1 a") if tree else None
    title = one_line(heading.text()) if heading else one_line(plain_text(html)[:200])
    link = address(heading.attributes.get("href")) if heading else ""
    created, published = (tree.css_first(f"p.{name}") if tree else None for name in ("created", "published"))
    body = "".join(part.html or "" for part in tree.css("body > div")) if tree else html
    day = _DAY.search(published.text()) if published else None
    record = Record(
        row=1,
        network="linkedin",
        text=f"{title}\n\n{text_of(body)}".strip(),
        date=day[0] if day else None,
        permalink=link,
        links=hrefs_of(body),
        state="published" if day else "draft",
    )
    return record, bool(created or published)
