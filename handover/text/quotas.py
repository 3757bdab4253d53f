"""How many hashtags and links an update has, and whether that is more than its network takes."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from handover.later import pattern
from handover.networks import NETWORKS, Quota
from handover.text.counted_links import links

# A tag begins where no word does and has a letter ("#1" has none); several may hang together: "#tea#oolong".
_TAGS = pattern(r"(?<![\w&#＃/])(?:[#＃](?=\w*[^\W\d_])\w+)+")
_SIGN = pattern("[#＃]")


class Excess(NamedTuple):
    """More of something than a network takes in one update."""

    what: Literal["hashtags", "links"]
    number: int
    quota: Quota

    @property
    def is_refused(self) -> bool:
        """Whether the network does not take the update at all."""
        return self.quota.refused_above is not None and self.number > self.quota.refused_above


def excesses(text: str, network: str, given: Iterable[str] = ()) -> tuple[Excess, ...]:
    """Of what an update has more than its network takes.

    `network` is a key of NETWORKS; `given` are the update's links, those in its text and those of its card.
    """
    known = NETWORKS.get(network)
    if known is None:
        return ()
    found = list[Excess]()
    if known.hashtags and (count := hashtags(text)) > known.hashtags.takes:
        found.append(Excess("hashtags", count, known.hashtags))
    if known.links and (count := _different_links(text, given)) > known.links.takes:
        found.append(Excess("links", count, known.links))
    return tuple(found)


def hashtags(text: str) -> int:
    """How many hashtags a text has; what follows a # inside an address or a word is none."""
    if "#" not in text and "＃" not in text:
        return 0
    for start, end in reversed(list(links(text, bare=False))):
        text = text[:start] + " " + text[end:]
    return sum(len(_SIGN.findall(tags)) for tags in _TAGS.findall(text))


def _different_links(text: str, given: Iterable[str]) -> int:
    # A link of the text may stand among those given in another form, so the two are not added.
    inside = {text[start:end] for start, end in links(text, bare=False)}
    return max(len(inside), len(set(given)))
