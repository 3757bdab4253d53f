"""What a scheduler's module says of its import file."""

from collections.abc import Callable, Sequence

from handover.later import dataclass
from handover.networks import NETWORKS, needs
from handover.text.length import fits, length, limit
from handover.text.quotas import excesses
from handover.write.next_tool.rows import ImportRow
from handover.write.words import N_, Words

NO_NETWORK = N_("its network is not known")
NO_PICTURE = N_("{network} asks for a picture, and none of this update is on the web")
NO_VIDEO = N_("{network} asks for a video, and the file for {tool} holds none")
TAKES_NONE = N_("{network} asks for a picture, and the file for {tool} takes none")
TOO_LONG = N_("it has {count} characters, and {network} takes {limit}")
TOO_MANY = {
    "hashtags": N_("it has {count} hashtags, and {network} takes {limit}"),
    "links": N_("it has {count} links, and {network} takes {limit}"),
}
NOT_OFFERED = N_("{tool} does not take {network} in its file")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an entry is left out: a sentence to translate, and what stands in its places."""

    text: str
    network: str = ""
    tool: str = ""
    count: int = 0
    limit: int = 0

    def said(self, _: Words) -> str:
        return _(
            self.text,
            network=self.network,
            tool=self.tool,
            count=_.number(self.count),
            limit=_.number(self.limit),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Tool:
    """One scheduler's file: its columns, how a row is made, what it takes."""

    name: str  # as people write it
    header: Callable[[str], Sequence[str]]  # of a network's file ("" for one file of all); empty: no header
    above: Sequence[str] = ()  # a row above the header; empty: none
    rows: Callable[[ImportRow], Sequence[Sequence[str]]]  # of one entry; mostly one
    by_network: bool = True  # a file a network; else one file for all
    most_rows: int | None = None  # rows a file may have
    most_pictures: int | None = None  # an update may have in this file
    byte_order_mark: bool = False  # the tool writes and expects one
    dates: str  # how the file writes dates, for tools that ask
    takes_all: bool = False  # for people to map and complete by hand
    note: str = ""  # what to know besides, to translate
    unfit: Callable[[ImportRow], Reason | None] = lambda entry: None  # what only this tool minds

    def minds(self, entry: ImportRow) -> Reason | None:
        """Why this tool cannot take an entry; None when it can."""
        if self.takes_all:
            return None
        label = entry.label
        if entry.network not in NETWORKS or entry.network == "other":
            return Reason(text=NO_NETWORK)
        if needs(entry.network) == ("video",):
            return Reason(text=NO_VIDEO, network=label, tool=self.name)
        if needs(entry.network):
            if not entry.pictures:
                return Reason(text=NO_PICTURE, network=label)
            if self.most_pictures == 0:
                return Reason(text=TAKES_NONE, network=label, tool=self.name)
        if not fits(entry.text, entry.network):
            return Reason(
                text=TOO_LONG,
                network=label,
                count=length(entry.text, entry.network),
                limit=limit(entry.network) or 0,
            )
        for excess in excesses(entry.text, entry.network):
            if excess.is_refused:
                text, most = TOO_MANY[excess.what], excess.quota.takes
                return Reason(text=text, network=label, count=excess.number, limit=most)
        return self.unfit(entry)
