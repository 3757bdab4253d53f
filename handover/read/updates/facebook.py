"""Facebook download as JSON, of a page or a profile: posts/profile_posts_1.json, your_posts_1.json.

Each entry is a post, but a share is written twice, once empty; texts may hide in the description of the
picture; there is no address and no word on who could see a post.

Sources: timelinize datasources/facebook; apparebit/deface; NorseKode/Waultar-App content_examples.md.
"""

import re
from collections import Counter
from collections.abc import Sequence

import msgspec

from handover.model import Notice, Origin, Said, Skipped, Update, Updates
from handover.model.types import Kind
from handover.networks import on_host
from handover.read.source import Bundle, Source
from handover.read.updates.json_items import (
    first_keys,
    left_out,
    nothing_held,
    read_entry,
    read_json,
    unreadable,
)
from handover.read.updates.links import links_in, unique
from handover.read.updates.meta import (
    Media,
    account_of,
    at,
    gather_downloads,
    mended,
    paths,
    posts_in,
)
from handover.read.updates.options import Options

_NAME = r"(?:^|/)(?:profile_posts|your_posts(?:__check_ins__photos_and_videos)?)(?:_\d+)?"
_POSTS = re.compile(_NAME + r"\.json$")
_PAGE = re.compile(_NAME + r"\.html$")
_OF_PAGE = re.compile(r"(?:^|/)profile_posts(?:_\d+)?\.json$")
# "Acme Tea shared a post.": the title of a share, in the words of the owner's language.
_SHARED = re.compile(
    r"shared (?:(?:an?|their|his|her) |.+'s )?(?:post|memory|photo|video|event|page|reel|album)"
    r"|hat .*(?:beitrag|erinnerung|foto|video|veranstaltung).* geteilt"
    r"|a partagé (?:une publication|un souvenir|une photo|une vidéo|un évènement)"
    r"|(?:ha )?comparti(?:ó|do) (?:una publicación|un recuerdo|una foto|un video|un evento)"
    r"|ha condiviso (?:un post|un ricordo|una foto|un video|un evento)"
    r"|compartilhou (?:uma publicação|uma lembrança|uma foto|um vídeo|um evento)"
    r"|heeft .*(?:bericht|herinnering|foto|video|evenement).* gedeeld",
    re.IGNORECASE,
)
# "Acme Tea wrote on Marten's timeline.": words to one person.
_TO_SOMEBODY = re.compile(
    r"(?:wrote|posted) on .+ (?:timeline|wall)|in .+ chronik|sur le (?:journal|mur) de|en la biografía de"
    r"|sul diario di|na linha do tempo de|op .+ tijdlijn",
    re.IGNORECASE,
)


class ExternalContext(msgspec.Struct):
    """The card of a link."""

    url: str | None = None  # may lack its scheme: "facebook.com"
    name: str | None = None


class Note(msgspec.Struct):
    """A long text of its own, until 2020."""

    title: str | None = None
    text: str | None = None


class AttachmentData(msgspec.Struct):
    media: Media | None = None
    external_context: ExternalContext | None = None
    note: Note | None = None


class Attachment(msgspec.Struct):
    data: list[AttachmentData] | None = None


class Words(msgspec.Struct):
    """One of `post`, `update_timestamp` and others; often none."""

    post: str | None = None


class Post(msgspec.Struct):
    timestamp: int | None = None  # seconds since 1970, UTC
    title: str | None = None  # "Acme Tea shared a link.", in the owner's language
    data: list[Words] | None = None
    attachments: list[Attachment] | None = None


def accepts(source: Source) -> bool:
    return bool(gather(source.files))


def gather(files: Sequence[Source]) -> list[Bundle]:
    """The Facebook downloads among these files."""
    return gather_downloads(files, _holds_posts, _PAGE)


def _holds_posts(file: Source) -> bool:
    keys = first_keys(file.head)
    known = b'"post"' in file.head and not keys.isdisjoint(("data", "attachments"))
    return "timestamp" in keys and (known or bool(_POSTS.search(file.name)))


def parse(bundle: Bundle, options: Options) -> Updates:
    """The posts of one download. Raises UnknownFormatError for HTML, ParseError for a broken file."""
    account = account_of(bundle)
    items: list[Update] = []
    skipped: list[Skipped] = []
    for file in posts_in(bundle):
        entries = [read_entry(raw, Post) for raw in read_json(file, list[msgspec.Raw])]
        posts = [post for post in entries if post]
        skipped += unreadable(file, len(entries) - len(posts), len(entries))
        told = [_to_update(post, account, file) for post in posts]
        items += [update for update in told if update]
        empty = _empty(posts, told)
        skipped += left_out(file, nothing_held(empty))
    of_page = all(_OF_PAGE.search(file.name) for file in posts_in(bundle))
    notices = () if of_page or not items else (_who_could_see(bundle),)
    return Updates(items=tuple(items), skipped=tuple(skipped), notices=notices)


def _to_update(post: Post, account: str, file: Source) -> Update | None:
    """The post as an update; None when it holds nothing."""
    parts = [part for attachment in post.attachments or () for part in attachment.data or ()]
    media = [part.media for part in parts if part.media]
    cards = unique(_with_scheme(p.external_context.url) for p in parts if p.external_context)
    text = _text(post, parts, media)
    if not (text or cards or paths(media)):
        return None
    return Update(
        network="facebook",
        text=text,
        posted_at=at(post.timestamp),
        links=unique([*cards, *links_in(text)]),
        media=paths(media),
        kind=_kind(mended(post.title), text, cards),
        account=account,
        origin=Origin(file=file.location),
    )


def _text(post: Post, parts: Sequence[AttachmentData], media: Sequence[Media]) -> str:
    own = next((mended(words.post).strip() for words in post.data or () if words.post), "")
    notes = [n for part in parts if (n := part.note)]
    described = dict.fromkeys(mended(m.description).strip() for m in media if m.description)
    written = ["\n\n".join(filter(None, (mended(n.title).strip(), mended(n.text).strip()))) for n in notes]
    return own or "\n\n".join(written) or "\n\n".join(described)


def _kind(title: str, text: str, cards: Sequence[str]) -> Kind:
    if _TO_SOMEBODY.search(title):
        return "reply"
    shared = bool(_SHARED.search(title)) or any(on_host(card, ("facebook.com", "fb.com")) for card in cards)
    return "repost" if shared and not text else "original"


def _with_scheme(url: str | None) -> str:
    told = mended(url).strip()
    return told if not told or "://" in told else f"https://{told}"


def _empty(posts: Sequence[Post], told: Sequence[Update | None]) -> int:
    """How many entries hold nothing, save those that are the empty twin of a share."""
    spoken = Counter(post.timestamp for post, update in zip(posts, told, strict=True) if update)
    hollow = Counter(post.timestamp for post, update in zip(posts, told, strict=True) if not update)
    return (hollow - spoken).total()


def _who_could_see(bundle: Bundle) -> Notice:
    return Notice(
        text=Said("A profile's download does not say who could see a post: some may be for friends only."),
        hint=Said("Look through the Facebook posts before you hand them over."),
        where=bundle.location,
    )
