"""The preview: the whole library on one page, to search, filter, copy from and print.

The page is self-contained: its style and script stand in it, its content security policy admits these
two by their digests and nothing else, so it asks no server for anything. Without JavaScript it is the
same page without search and copy buttons.
"""

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import cache
from itertools import groupby
from pathlib import Path

from markupsafe import Markup

from handover.columns import CLIENT_LASTING
from handover.later import dataclass
from handover.model import Handover, Update
from handover.model.paths import expanded
from handover.text.safe import one_line, plain, web
from handover.write.colours import brand, ink_on, mix, readable
from handover.write.job import Job
from handover.write.media.gallery import Gallery, Shown
from handover.write.templates import source, stream
from handover.write.view import Entry, entries, extent, for_client
from handover.write.view.library import Library
from handover.write.view.summary import about
from handover.write.view.worked import worked
from handover.write.words import N_, Words, words

_USES = (("lasting", N_("Lasting")), ("seasonal", N_("Seasonal")), ("dated", N_("Dated")))
_STATES = {"draft": N_("Draft, not published"), "scheduled": N_("Scheduled, not yet published")}
_PICTURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_LARGEST_LOGO = 1_000_000  # bytes; it is copied into the page
_DARK = "#15181b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A small picture beside its update."""

    source: str  # data address; "" for a film of which there is no frame
    width: int
    height: int
    alt: str  # "" where nobody has written one yet


@dataclass(frozen=True, slots=True, kw_only=True)
class UpdateRow:
    """An update as the page shows it."""

    network: str  # key
    label: str
    date: str
    iso: str
    use: str  # lasting, seasonal, dated or ""
    marks: tuple[str, ...]
    text: str
    link: str
    view: str  # the words of the link: "View on LinkedIn"
    copy: str  # what the copy button copies, for those who hear the page
    draft: bool
    pictures: tuple[Picture, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PostRow:
    """A post as the page shows it."""

    number: int
    title: str
    link: str
    date: str
    iso: str
    about: str
    summary: str
    updates: tuple[UpdateRow, ...]
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The posts of a year; `posts` is made while the page is written."""

    key: str
    name: str
    count: str
    posts: Iterable[PostRow] = ()


def write(job: Job) -> tuple[Path, ...]:
    """Write `-preview.html`. Raises TemplateError for a mistake in the user's template."""
    path = job.path("preview.html")
    handover = job.handover
    style = _colours(handover) + source("preview.css", handover)
    script = source("preview.js", handover)
    page = _Page(handover, job.gallery)
    context = {
        **page.context(),
        "style": Markup(style),
        "script": Markup(script),
        "policy": (
            f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'; "
            "img-src data:; base-uri 'none'; form-action 'none'"
        ),
    }
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(stream("preview.html.j2", handover, context))
    return (path,)


class _Page:
    """What the page shows of a handover, as plain values."""

    def __init__(self, handover: Handover, gallery: Gallery | None) -> None:
        self.handover = for_client(handover)
        self.gallery = gallery
        self._ = words(handover.language)
        self.entries = entries(self.handover)
        self.date = cache(lambda day: self._.date(day, "medium"))

    def context(self) -> dict[str, object]:
        """The names that `preview.html.j2` may use."""
        _, handover = self._, self.handover
        groups = [(key, tuple(found)) for key, found in groupby(self.entries, _year)]
        return {
            "_": _,
            "plural": _.plural,
            "language": _.tag,
            "written_in": _written_in(_, handover),
            "me": handover.details.me,
            "name": one_line(handover.details.client.name or handover.feed.title) or _("Content library"),
            "logo": _logo(handover),
            "figures": _figures(_, handover),
            "extent": extent(handover),
            "worked": worked(Library(handover, self.entries, workbook=False), handover),
            "years": [self._group(key, found) for key, found in groups],
            "groups": (self._group(key, found, map(self.post, found)) for key, found in groups),
            "uses": [(key, _(label)) for key, label in _USES],
            "networks": [
                {"key": key, "label": self.label(key), "count": _.number(n)}
                for key, n in handover.counts.on_pages
            ],
            "short": _.number(len(handover.shortfalls)) if handover.shortfalls else "",
            "alone": [self.update(u.update) for u in handover.unpaired],
            "copy": _("Copy"),
            "made": _made(_, handover),
        }

    def _group(self, key: str, found: tuple[Entry, ...], posts: Iterable[PostRow] = ()) -> Year:
        count = self._.plural("{n} post", "{n} posts", len(found))
        return Year(
            key=key, name=key if key != "none" else self._("Without a date"), count=count, posts=posts
        )

    def label(self, network: str) -> str:
        return self._.network(network)

    def post(self, entry: Entry) -> PostRow:
        _, post = self._, entry.post
        moment = post.published or post.modified
        drafts = entry.shortfall.drafts if entry.shortfall else ()
        missing = entry.shortfall.missing if entry.shortfall else 0
        return PostRow(
            number=entry.number,
            title=one_line(_.said(post.title)) or _("Untitled"),
            link=web(post.permalink),
            date=self.date(moment.date()) if moment else "",
            iso=moment.date().isoformat() if moment else "",
            about=" · ".join(
                filter(None, (one_line(post.author), ", ".join(map(one_line, post.categories))))
            ),
            summary=plain(about(post)),
            updates=(*(self.update(p.update) for p in entry.pairs), *(self.update(d) for d in drafts)),
            short=_.plural("Room for {n} more update", "Room for {n} more updates", missing)
            if missing
            else "",
        )

    def update(self, update: Update) -> UpdateRow:
        _ = self._
        label = self.label(update.network)
        verdict = self.handover.verdicts.get(update.id)
        told = update.lasting or (verdict.lasting if verdict else "")
        use = told if told in CLIENT_LASTING else ""  # the others are working notes
        date = self.date(update.posted_at.date()) if update.posted_at else ""
        marks = [_(text) for key, text in _USES if key == use]
        marks += [_(text) for key, text in _STATES.items() if key == update.state]
        return UpdateRow(
            network=update.network,
            label=label,
            date=date,
            iso=update.posted_at.date().isoformat() if update.posted_at else "",
            use=use,
            marks=tuple(marks),
            text=plain(update.text).strip(),
            link=web(update.permalink),
            view=_("View on {network}", network=label) if update.network != "other" else _("View"),
            copy=_("Copy: {network}, {date}", network=label, date=date)
            if date
            else _("Copy: {network}", network=label),
            draft=update.state == "draft",
            pictures=tuple(map(_picture, self.gallery.shown(update))) if self.gallery else (),
        )


def _picture(shown: Shown) -> Picture:
    small = shown.thumbnail
    if not small:
        return Picture(source="", width=0, height=0, alt=shown.alt)
    data = base64.b64encode(small.data).decode()
    return Picture(
        source=f"data:image/jpeg;base64,{data}", width=small.width, height=small.height, alt=shown.alt
    )


def _year(entry: Entry) -> str:
    moment = entry.post.published or entry.post.modified
    return str(moment.year) if moment else "none"


def _figures(_: Words, handover: Handover) -> list[str]:
    counts = handover.counts
    figures = [
        _.plural("{n} post", "{n} posts", counts.posts),
        _.plural("{n} update", "{n} updates", counts.updates),
        _.plural("{n} network", "{n} networks", counts.on_networks),
    ]
    if counts.more:  # with them the filters by network count as many as stand above
        more = _.plural(
            "{n} more update, not assigned to a post",
            "{n} more updates, not assigned to a post",
            counts.more,
        )
        figures.insert(2, more)
    return figures


def _made(_: Words, handover: Handover) -> str:
    name, day = one_line(handover.details.me.name), _.date(handover.today)
    return _("Prepared by {name}, {date}", name=name, date=day) if name else _("As of {date}", date=day)


def _written_in(_: Words, handover: Handover) -> Markup:
    """The `lang` attribute of the blog's own texts, where they are in another language than the page."""
    language = handover.feed.language.strip().replace("_", "-")
    known = re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", language)
    if not known or language.split("-")[0].lower() == _.tag.split("-")[0]:
        return Markup()
    return Markup(' lang="{}"').format(language)


def _logo(handover: Handover) -> str:
    """The user's logo as a data address, when it is a PNG or JPEG of a sensible size."""
    details = handover.details
    if not details.me.logo:
        return ""
    path = Path(details.base) / expanded(details.me.logo)
    if not path.is_file() or path.stat().st_size > _LARGEST_LOGO:
        return ""
    data = path.read_bytes()
    kind = next((kind for head, kind in _PICTURES.items() if data.startswith(head)), "")
    return f"data:{kind};base64,{base64.b64encode(data).decode()}" if kind else ""


def _colours(handover: Handover) -> str:
    """The custom properties of the style sheet, each pair of colours readable in light and dark."""
    colour = brand(handover.details.me.brand_colour)
    themes = {
        "": ("#f5f6f7", "#ffffff", "#1b1f23", "#565e66", "#dfe3e6", "#868e96"),
        "dark": (_DARK, "#1e2226", "#e8eaec", "#a9b1b8", "#32383e", "#7b848c"),
    }
    rules = []
    for theme, (ground, card, ink, soft, line, edge) in themes.items():
        rule = (
            f":root{{--brand:{colour};--on-brand:{ink_on(colour)};--ground:{ground};--card:{card};"
            f"--ink:{ink};--soft:{soft};--line:{line};--edge:{edge};"
            f"--link:{_readable_on(colour, ground, card)};--brand-line:{mix(colour, edge, 0.35)}}}"
        )
        rules.append(f"@media (prefers-color-scheme:{theme}){{{rule}}}" if theme else rule)
    return "\n".join(rules) + "\n"


def _readable_on(colour: str, *grounds: str) -> str:
    for ground in grounds:
        colour = readable(colour, ground)
    return colour


def _digest(text: str) -> str:
    """How a content security policy names an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
