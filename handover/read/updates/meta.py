"""What the downloads of Facebook, Instagram and Threads have in common.

All three write every byte of a text's UTF-8 as a character of its own ("Ã©" for "é"), keys included;
none tells the address of a post, nor who could see it. All are offered as HTML unless one asks for JSON
(`meta_html`).

Sources: timelinize datasources/facebook and /instagram; apparebit/deface.
"""

import datetime as dt
import re
from collections.abc import Callable, Sequence

import msgspec

from handover.errors import SourceError
from handover.model import Said, Skipped
from handover.model.media import Media as Attached
from handover.model.media import media_of
from handover.read.fields import clean
from handover.read.source import Bundle, Source
from handover.read.updates.json_items import as_skipped, left_out, read_entry, read_json, stream_list
from handover.read.updates.meta_html import dated_entries

Aside = tuple[re.Pattern[str], Callable[[int], Said]]  # a file's name, and what is said of its n entries
# facebook-acmetea-2025-04-01-AbCdEf12: the name of the zip, or of a folder in it
_DOWNLOAD = re.compile(r"(?:facebook|instagram|threads)-([^/\\›]+?)-\d{4}-?\d\d-?\d\d", re.IGNORECASE)
# The folders in which these downloads keep what their owner did; what stands before is the download itself.
_INSIDE = re.compile(
    r"(?:^|(?<=/))(?:your_facebook_activity|this_profile's_activity_across_facebook|your_instagram_activity"
    r"|personal_information|profile_information|posts|content|threads|media)/"
)
_BESIDE = (  # what may lie beside the posts themselves, in the uppermost folder
    *("start_here.html", "index.html", "account_history.json", "autofill.json", "checkout.json"),
    *("comments.json", "connections.json", "contacts.json", "devices.json", "events.json"),
    *("information_about_you.json", "likes.json", "messages.json", "saved.json", "searches.json"),
    *("seen_content.json", "settings.json", "shopping.json", "stories_activities.json"),
)
_PARTS = (".json", ".html", ".txt", ".css", ".js")
_PEOPLE = re.compile(r"(?:^|/)(?:personal_information|profile_information|profile)\.json$")
_USERNAMES = (
    *("username", "benutzername", "nom d’utilisateur", "nom d'utilisateur", "nombre de usuario"),
    *("nome utente", "nome de usuário", "nome de utilizador", "gebruikersnaam", "användarnamn"),
)
# What a computer adds to the name of a second copy: "posts_1 (1).json", "posts_1 - Kopie.json".
_COPY = re.compile(r"(?:\s*\(\d{1,3}\)|\s+-\s+\w{1,20}(?:\s*\(\d{1,3}\))?|\s+copy(?:\s+\d{1,3})?)(?=\.\w+$)")
_FIRST = dt.datetime(2004, 1, 1, tzinfo=dt.UTC).timestamp()
_LAST = dt.datetime(2100, 1, 1, tzinfo=dt.UTC).timestamp()


class Media(msgspec.Struct):
    uri: str | None = None  # path in the download
    creation_timestamp: int | None = None  # seconds since 1970, UTC
    title: str | None = None  # of a single picture on Instagram and Threads: the text
    description: str | None = None


class Value(msgspec.Struct):
    value: str | None = None


class InstagramUser(msgspec.Struct):
    string_map_data: dict[str, Value] = {}  # the keys are words in the owner's language


class Name(msgspec.Struct):
    full_name: str | None = None


class FacebookProfile(msgspec.Struct):
    name: Name | None = None
    username: str | None = None


class People(msgspec.Struct):
    """personal_information.json, until 2020 profile.json (Instagram); profile_information.json (Facebook)."""

    username: str | None = None
    profile_user: list[InstagramUser] | None = None
    profile_v2: FacebookProfile | None = None


def mended(text: str | None) -> str:
    """A text as it was written, from its bytes taken for characters. A whole text comes back as it is."""
    if not text or text.isascii():
        return clean(text)
    try:
        data = text.encode("latin-1")
    except UnicodeEncodeError:  # a sign above U+00FF: these are characters, not bytes
        return clean(text)
    try:
        return clean(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        begun = data[: error.start]
        cut = error.reason == "unexpected end of data" and (
            len(data) > error.start + 1 or not begun.isascii()
        )
        return clean(begun.decode("utf-8")) + "…" if cut else clean(text)  # cut within a character


def at(seconds: int | None) -> dt.datetime | None:
    """A Unix time as aware UTC, in milliseconds too; None when it is none, or before the networks were."""
    if seconds is not None and seconds > _LAST:
        seconds //= 1000
    if seconds is None or not _FIRST <= seconds < _LAST:
        return None
    return dt.datetime.fromtimestamp(seconds, dt.UTC)


def paths(media: Sequence[Media]) -> tuple[Attached, ...]:
    return media_of(mended(m.uri) for m in media if m.uri)


def stories_of_a_day(count: int) -> Said:
    return Said(
        "{n} story, shown for a day, left out.", many="{n} stories, shown for a day, left out.", n=count
    )


def archived(count: int) -> Said:
    return Said(
        "{n} archived post, no longer shown, left out.",
        many="{n} archived posts, no longer shown, left out.",
        n=count,
    )


def in_the_bin(count: int) -> Said:
    return Said("{n} deleted post left out.", many="{n} deleted posts left out.", n=count)


def account_of(bundle: Bundle) -> str:
    """The user name that the download tells, in a file of its own or in its own name."""
    for file in bundle.files:
        people = read_entry(file.read(), People) if _PEOPLE.search(file.name) else None
        name = _username(people) if people else ""
        if name:
            return name
    found = _DOWNLOAD.search(bundle.location)
    return found[1] if found else ""


def _username(people: People) -> str:
    if people.username:
        return mended(people.username)
    for user in people.profile_user or ():
        for key, told in user.string_map_data.items():
            if mended(key).casefold() in _USERNAMES:
                return mended(told.value)
    profile = people.profile_v2
    if profile is None:
        return ""
    return mended(profile.username or (profile.name.full_name if profile.name else ""))


def name_of(file: Source) -> str:
    """The file's name as the network wrote it, without what marks a second copy."""
    return _COPY.sub("", file.name)


def is_page(file: Source) -> bool:
    return file.name.lower().endswith((".html", ".htm"))


def posts_in(bundle: Bundle, asides: Sequence[Aside] = ()) -> list[Source]:
    """The files of posts of one download: the JSON where it has both, else the HTML."""
    posts = [f for f in bundle.files if not _PEOPLE.search(f.name) and not _aside_of(f, asides)]
    return [file for file in posts if not is_page(file)] or posts


def left_aside(bundle: Bundle, asides: Sequence[Aside]) -> list[Skipped]:
    """A line for each file of what is no post to hand over, with the number of its entries."""
    asked = [(file, said) for file in bundle.files if (said := _aside_of(file, asides))]
    stems = {file.name.rpartition(".")[0] for file, _ in asked if not is_page(file)}
    found: list[Skipped] = []
    for file, said in asked:
        if is_page(file) and file.name.rpartition(".")[0] in stems:
            continue  # the same once more
        try:
            found += left_out(file, said(_entries_of(file)))
        except SourceError as error:
            found.append(as_skipped(file, error))
    return found


def _aside_of(file: Source, asides: Sequence[Aside]) -> Callable[[int], Said] | None:
    return next((said for name, said in asides if name.search(name_of(file))), None)


def _entries_of(file: Source) -> int:
    if is_page(file):
        return dated_entries(file)
    if begins_as(file.head, b"["):
        return sum(1 for _ in stream_list(file))
    lists = (read_entry(raw, list[msgspec.Raw]) for raw in read_json(file, dict[str, msgspec.Raw]).values())
    return sum(len(entries) for entries in lists if entries)


def gather_downloads(
    files: Sequence[Source],
    holds_posts: Callable[[Source], bool],
    page: re.Pattern[str],
    asides: Sequence[Aside] = (),
) -> list[Bundle]:
    """A bundle for each download: its files of posts, as JSON or as the HTML pages that `page` names, and of
    what is left aside."""
    roots: dict[str, list[Source]] = {}
    beside: dict[str, list[Source]] = {}
    for file in files:
        name = file.name.lower()
        if _aside_of(file, asides):
            beside.setdefault(_root(file.name), []).append(file)
        elif (name.endswith(".json") and _safely(holds_posts, file)) or page.search(name_of(file)):
            roots.setdefault(_root(file.name), []).append(file)
    return [_bundle(root, posts, beside.get(root, ()), files) for root, posts in roots.items()]


def _bundle(root: str, posts: Sequence[Source], beside: Sequence[Source], files: Sequence[Source]) -> Bundle:
    inside = [file for file in files if file.name.startswith(root) and file.name.endswith(_PARTS)]
    people = [file for file in inside if _PEOPLE.search(file.name)]
    idle = [file for file in inside if root or "/" in file.name or file.name in _BESIDE]
    return Bundle(location=posts[0].location, files=(*posts, *beside, *people), idle=tuple(idle))


def _root(name: str) -> str:
    found = _INSIDE.search(name)
    return name[: found.start()] if found else name[: name.rfind("/") + 1]


def _safely(holds_posts: Callable[[Source], bool], file: Source) -> bool:
    try:
        return holds_posts(file)
    except SourceError:
        return False


def begins_as(head: bytes, sign: bytes) -> bool:
    return head.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == sign
