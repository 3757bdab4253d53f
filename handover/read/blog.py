"""From what the user names to a `Feed`: a file, a folder or zip, or an address."""

import datetime as dt
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from handover.errors import FetchError, ParseError, SourceError, UnknownFormatError
from handover.later import dataclass, named, pattern
from handover.model import Feed, Joined, Progress, Said, Skipped
from handover.model.paths import expanded
from handover.model.said import N_
from handover.model.types import pack_texts
from handover.read.feeds.document import Document, HandOverError, as_feed, merged
from handover.read.feeds.reading import reading
from handover.read.feeds.several_languages import in_one
from handover.read.gzipped import unpacked
from handover.read.media_files import with_post_files
from handover.read.signs import Sign
from handover.read.source import Source, open_source
from handover.urls.typed import spelt_out

if TYPE_CHECKING:
    import requests

WEB = pattern(r"https?://", re.IGNORECASE)


class FeedReader(Protocol):
    """A module that reads one format."""

    def accepts(self, source: Source) -> bool: ...

    def parse(self, source: Source, address: str = "") -> Document:
        """Raises ParseError when the content is broken, HandOverError when another reader should try."""
        ...


@dataclass(frozen=True, slots=True)
class FeedFormat:
    """One line of the table of formats."""

    name: str  # as the user reads it: "WordPress export"
    place: str  # of its reader, a module of `handover.read.feeds` or "module:class"
    may_be: Sign  # whether a file may be of it; where not, its reader is not even loaded
    files: str = ""  # what such files are called
    is_bundle: bool = False  # read from a whole folder or zip, not from one file
    is_plain: bool = True  # nothing but a blog looks like it: no table, no folder of texts

    @property
    def reader(self) -> FeedReader:
        return cast(FeedReader, named(f"handover.read.feeds.{self.place}"))

    def accepts(self, source: Source) -> bool:
        """Whether a file, or a folder or zip, is of this format."""
        return self.may_be(source) and self.reader.accepts(source)


def read_blog(
    source: str | Path,
    formats: Sequence[FeedFormat],
    *,
    whole_blog: bool = True,
    progress: Progress | None = None,
    pause: float = 1.0,
    cache: str | Path | None = None,
    session: "requests.Session | None" = None,
    site: str = "",
    language: str = "",
    fresh: bool = False,
    today: dt.date | None = None,
) -> Feed:
    """See `handover.read.read_feed`."""
    given = str(source).strip()
    typed = "" if WEB.match(given) or expanded(given).exists() else spelt_out(given)
    if not typed and not WEB.match(given):
        return read_file(source, formats, progress, site, language, today)
    from handover.read.online import read_online  # loads the libraries of the network, which files need not

    def read(page: Source, address: str) -> Document:
        return read_document(unpacked(page), formats, address, language)

    def online(address: str) -> Feed:
        return with_posts(
            read_online(
                address,
                read,
                whole_blog=whole_blog,
                progress=progress,
                pause=pause,
                cache=cache,
                session=session,
                language=language,
                fresh=fresh,
            )
        )

    if not typed:
        return online(given)
    try:
        return online(typed)
    except FetchError as error:
        if error.status is not None:
            raise
        with suppress(FetchError):  # an old site without a certificate
            return online(f"http://{given}")
        raise


def read_file(
    path: str | Path,
    formats: Sequence[FeedFormat],
    progress: Progress | None = None,
    site: str = "",
    language: str = "",
    today: dt.date | None = None,
) -> Feed:
    """The blog from a file, or from all feeds and exports in a folder or zip."""
    source = unpacked(open_source(path))
    if not source.is_container or any(f.is_bundle and f.accepts(source) for f in formats):
        feed = with_posts(as_feed(read_document(source, formats, site, language, today), source.location))
    else:
        feed = with_posts(_from_members(source, formats, progress, site, language))
    return with_post_files(feed, source)


def read_document(
    source: Source,
    formats: Sequence[FeedFormat],
    address: str = "",
    language: str = "",
    today: dt.date | None = None,
) -> Document:
    """The one document in `source`, by the first format that accepts it.

    Of texts that stand there in several languages, `language` is the one wanted. Raises UnknownFormatError
    when no format accepts it, ParseError when its content is broken.
    """
    for format in formats:
        if format.accepts(source):
            try:
                with reading(language, today) as found:
                    document = format.reader.parse(source, address)
            except HandOverError:
                continue
            return replace(
                document,
                title=in_one(document.title, language),
                notices=(*document.notices, *found.notices(source.location)),
            )
    raise UnknownFormatError(
        Said(_looks_like(source.head), file=source.location),
        location=source.location,
        hint=Said("Give the blog's address, its feed, or an export (in WordPress: Tools > Export)."),
    )


def with_posts(feed: Feed) -> Feed:
    """`feed`, or ParseError when it has no post."""
    if feed.posts:
        return feed
    lost = Said("{n} entry could not be read.", many="{n} entries could not be read.", n=len(feed.skipped))
    why = feed.notices[:1]  # an export says what else it holds
    raise ParseError(
        Joined(
            Said("{file} is a feed without posts.", file=feed.source),
            Joined(lost, feed.skipped[0].reason) if feed.skipped else "",
            *(notice.text for notice in why),
        ),
        location=feed.source,
        hint=(why[0].hint if why else "")
        or Said("Open the blog and look for the feed with its articles, or export them from the blog."),
    )


def _from_members(
    source: Source, formats: Sequence[FeedFormat], progress: Progress | None, site: str, language: str
) -> Feed:
    documents: list[Document] = []
    skipped: list[Skipped] = []
    posts = 0
    for done, member in enumerate(source.members):
        if progress:
            progress("feed", done, len(source.members))
        try:
            document = read_document(unpacked(member), formats, site, language)
            posts += len(document.posts)
            pack_texts(document.posts, posts)  # so that the next has the room that these took
            documents.append(document)
        except UnknownFormatError:
            continue  # pictures, style sheets, notes: a folder may hold anything
        except SourceError as error:
            skipped.append(Skipped(location=member.location, reason=error.message))
    if not documents:
        raise UnknownFormatError(
            Said("{file} holds no feed and no export of a blog.", file=source.location),
            location=source.location,
            hint=Said("Give the file itself, or export the blog again (in WordPress: Tools > Export)."),
        )
    feed = as_feed(merged(documents), source.location)
    return replace(feed, skipped=feed.skipped + tuple(skipped))


_LOOKS = (  # how well-known other things begin
    (b"\x89PNG", N_("{file} is not a feed: it is an image.")),
    (b"\xff\xd8\xff", N_("{file} is not a feed: it is an image.")),
    (b"GIF8", N_("{file} is not a feed: it is an image.")),
    (b"RIFF", N_("{file} is not a feed: it is an image or a sound.")),
    (b"%PDF", N_("{file} is not a feed: it is a PDF.")),
    (b"PK\x03\x04", N_("{file} is not a feed: it is an archive or a document.")),
    (b"<!doctype html", N_("{file} is not a feed: it is a web page.")),
    (b"<html", N_("{file} is not a feed: it is a web page.")),
    (b"{", N_("{file} is not a feed: it is JSON of another kind.")),
    (b"[", N_("{file} is not a feed: it is JSON of another kind.")),
)


def _looks_like(head: bytes) -> str:
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if not start:
        return N_("{file} is not a feed: it is empty.")
    for sign, words in _LOOKS:
        if start[: len(sign)].lower() == sign.lower():
            return words
    return N_("{file} is not a feed: nothing in it looks like one.")
