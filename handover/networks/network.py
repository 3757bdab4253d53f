"""What there is to know of a network: the columns of the table in `table.py`."""

import datetime as dt
import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from handover.later import dataclass

Counting = Literal["weighted", "graphemes", "linked_graphemes", "emoji_bytes", "utf16"]  # see text/length.py
Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """How many of something, hashtags or links, one update may have."""

    takes: int  # what is beyond it does not work as meant
    refused_above: int | None = None  # the network does not take an update with more; None: not known to
    since: dt.date | None = None
    source: str


class Number(NamedTuple):
    """One way in which an address tells which post it is of."""

    # Numbers of one kind that differ are of two posts. "{host}" and "{kind}" stand for the address's host and
    # for what the pattern's group of that name found.
    kind: str
    pattern: Pattern  # the first group that is not empty (the one called "number", if any) is the number
    sure: bool = True  # False: another number is another post, but the same may be a profile's or an app's


class Author(NamedTuple):
    """Where the address of a post names the account."""

    pattern: Pattern  # its first group
    is_one: bool = True  # False: one account has several names in addresses (a page's name and its number)


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One social network."""

    key: str
    label: str  # as people write it
    hosts: tuple[str, ...] = ()  # an address on one of these, or a subdomain, is on this network
    any_host: Pattern | None = None  # what a post's path looks like where anybody may run a server
    names: tuple[str, ...] = ()  # other words for it in sheets, casefolded
    unmistakable: tuple[str, ...] = ()  # those of its names that mean nothing else among other words
    ambiguous: tuple[str, ...] = ()  # those that a file or sheet may bear for another reason
    file_name: str = ""  # one word for it in the names of files; default: its key

    limit: int | None = None  # characters an update may have
    counting: Counting = "utf16"
    most_bytes: int | None = None  # UTF-8 bytes a text may have besides
    link_length: int | None = None  # what a link counts as, however long it is; None: as it is written
    bare_links: bool = False  # "example.com" without https:// becomes a link and counts as one, too
    hashtags: Quota | None = None
    links: Quota | None = None  # different ones
    title: int | None = None  # characters of the title an update has beside its text

    # What an update must have beside its text, one of these, the most usual first; (): a text alone will do.
    needs: tuple[Literal["picture", "video"], ...] = ()
    links_work: bool = True  # False: an address in the text is nothing to click on
    usual: int | None = None  # place among those to write for where nothing is known of the client's

    # In the address of a single post, not of a page, a list or a help page; None: any that is deeper than a
    # profile's and has a digit.
    post: Pattern | None = None
    author: Author | None = None
    numbers: tuple[Number, ...] = ()  # in order of trial
    id: Pattern | None = None  # the post's id, in an address or alone
    clock: Callable[[str], dt.datetime | None] | None = None  # the time that such an id carries
    id_before_post: bool = False  # the id is given at the upload, which may be long before it is published
