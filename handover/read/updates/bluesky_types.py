"""What Bluesky's JSON and repositories hold, as far as it is read.

Source: bluesky-social/atproto lexicons app.bsky.feed.*, app.bsky.embed.*, app.bsky.richtext.facet.
"""

from typing import Any

import msgspec


class Index(msgspec.Struct):
    byteStart: int  # noqa: N815
    byteEnd: int  # noqa: N815


class Feature(msgspec.Struct):
    uri: str | None = None  # of a link; mentions and tags have none


class Facet(msgspec.Struct):
    index: Index
    features: list[Feature] = []


class External(msgspec.Struct):
    """The card of a link."""

    uri: str | None = None


class ImageFile(msgspec.Struct):
    ref: Any = None  # {"$link": "bafkrei..."} in JSON, the bytes of that id in a repository


class Image(msgspec.Struct):
    fullsize: str | None = None  # in a feed
    alt: str | None = None  # text for who cannot see it
    image: ImageFile | None = None  # in a record


class Subject(msgspec.Struct):
    uri: str = ""
    record: "Subject | None" = None  # a quoted post beside a picture stands one deeper


class Embed(msgspec.Struct):
    external: External | None = None
    images: list[Image] | None = None
    playlist: str | None = None  # a film, in a feed
    video: ImageFile | None = None  # ... in a record
    alt: str | None = None  # of the film
    record: Subject | None = None  # a quoted post
    media: "Embed | None" = None  # a picture or card beside a quoted post


class Reply(msgspec.Struct):
    root: Subject
    parent: Subject


class Record(msgspec.Struct):
    """app.bsky.feed.post, or app.bsky.feed.repost with `subject`."""

    type: str = msgspec.field(name="$type", default="")
    text: str = ""
    createdAt: str = ""  # noqa: N815
    facets: list[Facet] | None = None
    embed: Embed | None = None
    reply: Reply | None = None
    subject: Subject | None = None


class Author(msgspec.Struct):
    did: str = ""
    handle: str = ""


class PostView(msgspec.Struct):
    uri: str = ""
    author: Author | None = None
    record: Record | None = None
    embed: Embed | None = None
    indexedAt: str = ""  # noqa: N815
    likeCount: int | None = None  # noqa: N815
    repostCount: int | None = None  # noqa: N815
    replyCount: int | None = None  # noqa: N815
    quoteCount: int | None = None  # noqa: N815


class Reason(msgspec.Struct):
    type: str = msgspec.field(name="$type", default="")
    by: Author | None = None
    indexedAt: str = ""  # noqa: N815


class ListedPost(PostView):
    """An entry of a feed (`post`, `reason`), of listRecords (`uri`, `value`), or a post by itself."""

    post: PostView | None = None
    reason: Reason | None = None
    value: Record | None = None


class Response(msgspec.Struct):
    feed: list[msgspec.Raw] | None = None
    records: list[msgspec.Raw] | None = None
    posts: list[msgspec.Raw] | None = None
