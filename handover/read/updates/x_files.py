"""The files of an X archive: which scripts are parts of one, and whose it is."""

import re
from collections.abc import Callable, Sequence

import msgspec

from handover.errors import SourceError
from handover.model import Said
from handover.read.source import Bundle, Source
from handover.read.updates.json_items import (
    read_entry,
)
from handover.read.updates.meta import in_the_bin
from handover.read.updates.x_tweet import (
    Owner,
)

BOM = b"\xef\xbb\xbf"


_LIST = re.compile(rb"\s*(?:window\.YTD\.(\w+)\.part(?P<part>\d+)|Grailbird\.data\.(tweets)_\d{4}_\d\d)\s*=")


_OWNER = re.compile(rb"\s*(window\.YTD\.account\.part0|window\.__THAR_CONFIG|var user_details)\s*=")


POSTS = ("tweet", "tweets", "community_tweet")


LONG_POSTS = "note_tweet"


def _circle(count: int) -> Said:
    return Said(
        "{n} private post to a circle left out.", many="{n} private posts to a circle left out.", n=count
    )


def _articles(count: int) -> Said:
    return Said(
        "{n} article on X left out: its words are not read.",
        many="{n} articles on X left out: their words are not read.",
        n=count,
    )


LEFT_OUT: dict[str, Callable[[int], Said]] = {  # kind of a file -> what is said of its n entries
    "twitter_circle_tweet": _circle,  # shown to a chosen few
    "deleted_tweets": in_the_bin,
    "deleted_tweet": in_the_bin,
    "article": _articles,
}


class Account(msgspec.Struct):
    username: str = ""
    accountId: str = ""  # noqa: N815


class AccountItem(msgspec.Struct):
    account: Account


class UserInfo(msgspec.Struct):
    userName: str = ""  # noqa: N815
    accountId: str = ""  # noqa: N815


class ManifestFile(msgspec.Struct):
    fileName: str = ""  # noqa: N815


class DataType(msgspec.Struct):
    files: list[ManifestFile] = []


class Manifest(msgspec.Struct):
    """data/manifest.js: whose archive it is and which files belong to it."""

    userInfo: UserInfo | None = None  # noqa: N815
    dataTypes: dict[str, DataType] = {}  # noqa: N815


class UserDetails(msgspec.Struct):
    """data/js/user_details.js of an archive until 2018."""

    screen_name: str = ""
    id: str | int = ""


def gather(files: Sequence[Source]) -> list[Bundle]:
    """The X archives among these files: each the folder of its tweets with all that lies in it."""
    kinds = {file.name: kind for file in files if (kind := kind_of(file))}
    bundles = []
    for home in dict.fromkeys(_home(name, kind) for name, kind in kinds.items() if kind in POSTS):
        inside = [file for file in files if _belongs(file.name, home)]
        wanted = tuple(file for file in inside if file.name in kinds)
        idle = tuple(file for file in inside if file.name not in kinds)
        first = next(file for file in wanted if kinds[file.name] in POSTS)
        place = first.location.removesuffix(first.name.rpartition("/")[2]).rstrip(" ›/") or first.location
        bundles.append(Bundle(location=place, files=wanted, idle=idle))
    return bundles


def kind_of(file: Source) -> str:
    """What a script of an X archive holds ("tweets", "note_tweet", "owner" ...), or ""."""
    if not file.name.lower().endswith(".js"):
        return ""
    try:
        head = file.head.removeprefix(BOM)
    except SourceError:
        return ""
    if _OWNER.match(head):
        return "owner"
    found = _LIST.match(head)
    kind = (found[1] or found[3]).decode() if found else ""
    return kind if kind in (*POSTS, LONG_POSTS, *LEFT_OUT) else ""


def part_of(file: Source) -> tuple[int, str]:
    found = _LIST.match(file.head.removeprefix(BOM))
    return int(found["part"] or 0) if found else 0, file.name


def _home(name: str, kind: str) -> str:
    folder = name.rpartition("/")[0]
    return folder.removesuffix("/tweets") if folder.endswith("js/tweets") else folder


def _belongs(name: str, home: str) -> bool:
    """Whether a file is part of the download whose scripts lie in `home`."""
    if not home:
        return name.endswith(".js") and "/" not in name
    root = home.removesuffix("data/js").removesuffix("data")
    if name.startswith(home + "/"):
        return name.endswith((".js", ".txt", ".html"))
    return name.startswith(
        (f"{root}assets/", f"{root}Your archive.html", f"{root}index.html", f"{root}README.txt")
    )


def owner_in(files: Sequence[Source]) -> Owner:
    """Whose archive it is, from whichever file says so."""
    for file in files:
        text = file.read(1024**2)
        data = text[text.find(b"=") + 1 :]
        if b"YTD.account" in text[:100] and (item := read_entry(data, list[AccountItem])):
            return Owner(id=item[0].account.accountId, username=item[0].account.username)
        if b"user_details" in text[:100] and (details := read_entry(data, UserDetails)):
            return Owner(id=str(details.id), username=details.screen_name)
        if (manifest := read_entry(data, Manifest)) and manifest.userInfo:
            return Owner(id=manifest.userInfo.accountId, username=manifest.userInfo.userName)
    return Owner()


def named_in(files: Sequence[Source]) -> list[str]:
    """The files of tweets that the archive's own list names."""
    for file in files:
        text = file.read(1024**2)
        if b"__THAR_CONFIG" in text[:100] and (m := read_entry(text[text.find(b"=") + 1 :], Manifest)):
            types = (m.dataTypes.get(key) for key in ("tweets", "tweet", "noteTweet", "communityTweet"))
            return [named.fileName for type_ in types if type_ for named in type_.files]
    return []
