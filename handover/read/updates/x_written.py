"""What an X archive holds of a tweet and of a long post, as it writes it."""

import msgspec


class Url(msgspec.Struct):
    url: str | None = None  # as it stands in the text: https://t.co/...
    expanded_url: str | None = None


class Media(msgspec.Struct):
    url: str | None = None
    media_url_https: str | None = None
    media_url: str | None = None
    type: str | None = None  # photo, video, animated_gif; the address of a film is that of its first picture


class Entities(msgspec.Struct):
    urls: list[Url] | None = None
    media: list[Media] | None = None


class EditControl(msgspec.Struct):
    editTweetIds: list[str] | None = None  # noqa: N815 - all versions, oldest first


class Edit(msgspec.Struct):
    editControlInitial: EditControl | None = None  # noqa: N815


class EditInfo(msgspec.Struct):
    initial: EditControl | None = None
    edit: Edit | None = None


class Retweeted(msgspec.Struct):
    id_str: str | None = None


class Tweet(msgspec.Struct):
    """Numbers are strings. `truncated` and `retweeted` are always false and say nothing."""

    id_str: str = ""
    id: str | int = ""
    created_at: str = ""  # "Tue Mar 04 09:15:02 +0000 2025"; until 2018 "2014-03-04 09:15:02 +0000"
    full_text: str | None = None  # HTML entities; since 2017
    text: str | None = None  # the same before
    entities: Entities | None = None
    extended_entities: Entities | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_user_id_str: str | None = None
    in_reply_to_screen_name: str | None = None
    favorite_count: int | None = None
    retweet_count: int | None = None
    retweeted_status: Retweeted | None = None  # until 2018 only
    edit_info: EditInfo | None = None


class UsualItem(msgspec.Struct, forbid_unknown_fields=True):
    """An entry of a file since 2019, read in less time than `TweetItem`, which takes any."""

    tweet: Tweet


class TweetItem(Tweet):
    """{"tweet": {...}}, or the tweet itself in old archives."""

    tweet: Tweet | None = None


class NoteUrl(msgspec.Struct):
    shortUrl: str | None = None  # noqa: N815
    expandedUrl: str | None = None  # noqa: N815


class NoteCore(msgspec.Struct):
    text: str = ""
    urls: list[NoteUrl] | None = None


class Note(msgspec.Struct):
    """The whole text of a long post. It does not name its tweet."""

    noteTweetId: str = ""  # noqa: N815
    core: NoteCore | None = None


class NoteItem(Note):
    noteTweet: Note | None = None  # noqa: N815
