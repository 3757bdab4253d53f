"""What a Mastodon archive and the statuses of its API hold, as far as it is read.

Sources: mastodon/mastodon app/services/backup_service.rb; docs.joinmastodon.org/entities/Status.
"""

import msgspec

# --- the archive ------------------------------------------------------------------------------------------


class Attachment(msgspec.Struct):
    url: str | None = None
    name: str | None = None  # alternative text


class Object(msgspec.Struct):
    type: str = ""
    id: str = ""
    url: str | None = None
    content: str | None = None  # HTML
    contentMap: dict[str, str] | None = None  # noqa: N815 - the same by language
    summary: str | None = None  # content warning
    name: str | None = None
    published: str | None = None
    inReplyTo: str | None = None  # noqa: N815
    to: list[str] | str | None = None
    cc: list[str] | str | None = None
    attachment: list[Attachment] | None = None


class Activity(msgspec.Struct):
    id: str = ""
    type: str = ""
    actor: str = ""
    published: str | None = None
    to: list[str] | str | None = None
    cc: list[str] | str | None = None
    object: Object | str | None = None  # the address of the boosted post for an Announce


class Outbox(msgspec.Struct):
    orderedItems: list[msgspec.Raw] = []  # noqa: N815


# --- the API ----------------------------------------------------------------------------------------------


class Account(msgspec.Struct):
    id: str = ""
    acct: str = ""
    url: str | None = None


class ApiMedia(msgspec.Struct):
    url: str | None = None
    remote_url: str | None = None
    description: str | None = None  # alternative text


class Card(msgspec.Struct):
    url: str | None = None


class Toots(msgspec.Struct):
    """Statuses by their ids, as some savers of accounts write them: {"user": {...}, "toots": {...}}."""

    toots: dict[str, msgspec.Raw] = {}


class Boosted(msgspec.Struct):
    """Another person's status: only where it stands is read."""

    url: str | None = None
    uri: str = ""


class Status(msgspec.Struct):
    id: str = ""
    created_at: str = ""
    content: str | None = None
    spoiler_text: str | None = None
    url: str | None = None
    uri: str = ""
    visibility: str = "public"
    account: Account | None = None
    reblog: Boosted | None = None
    in_reply_to_id: str | None = None
    in_reply_to_account_id: str | None = None
    media_attachments: list[ApiMedia] | None = None
    card: Card | None = None
    reblogs_count: int | None = None
    favourites_count: int | None = None
    replies_count: int | None = None
