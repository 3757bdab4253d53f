"""How long a text is, counted as each network counts, and whether it fits.

- X: weighted as twitter-text's configuration 3 says: a character is 1 or 2, a link 23, an emoji 2.
- Mastodon: grapheme clusters; a link is 23, `@user@server` is as long as `@user` (StatusLengthValidator).
- Bluesky: grapheme clusters, and no more than 3,000 UTF-8 bytes (lexicon app.bsky.feed.post).
- Threads: characters, but an emoji is as long as its UTF-8 bytes (Threads API, "Limitations").
- All others: UTF-16 code units, which is what their own editors and schedulers count; an emoji is 2 or more.
"""

import unicodedata
from collections.abc import Callable

from handover.later import pattern, unicode_pattern
from handover.networks import NETWORKS, Counting, Network
from handover.text.counted_links import links

# Emoji as one picture: a flag, a key, a flag of tags, or pictures joined by U+200D. ©, ® and ™ are
# pictures only with U+FE0F behind them; a picture with U+FE0E behind it asks to be shown as text.
_PICTURE = (
    r"(?:[©®™]\ufe0f|(?![©®™])(?:\p{Emoji_Modifier_Base}\p{Emoji_Modifier}|\p{Extended_Pictographic}\ufe0f?)"
    r"(?:[\U000e0020-\U000e007e]+\U000e007f)?)(?!\ufe0e)"
)
_EMOJI = unicode_pattern(
    rf"\p{{Regional_Indicator}}{{2}}|[0-9#*]\ufe0f?\u20e3|{_PICTURE}(?:\u200d{_PICTURE})*|\p{{Emoji_Modifier}}"
)
# Characters that X counts as two: all outside the ranges of its configuration.
_WIDE = pattern(r"[^\u0000-\u10ff\u2000-\u200d\u2010-\u201f\u2032-\u2037]")
# What makes one picture of several characters. Without these each wide one counts as two, emoji or not.
_JOINS = pattern("[\u200d\ufe0e\ufe0f\u20e3\U0001f1e6-\U0001f1ff\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")
_GRAPHEME = unicode_pattern(r"\X")
_FLAG = unicode_pattern(r"\p{Regional_Indicator}{2}")
_MASTODON_HANDLE = unicode_pattern(r"(?<![=/\w])(@\w[\w.-]*+)(?<=\w)@[\w.-]+\w")


def length(text: str, network: str) -> int:
    """The length of `text` as `network` (a key of NETWORKS) counts it; an unknown network as "other"."""
    known = NETWORKS.get(network, NETWORKS["other"])
    return _COUNT[known.counting](text, known)


def limit(network: str) -> int | None:
    """How long an update may be on `network`; None where nothing is known."""
    known = NETWORKS.get(network)
    return known.limit if known else None


def fits(text: str, network: str) -> bool:
    """Whether `network` takes a text of this length."""
    known = NETWORKS.get(network)
    if known is None or known.limit is None:
        return True
    most = known.most_bytes
    if most is not None and len(text) * 4 > most and _utf8(text) > most:
        return False
    # In ASCII each sign counts one, and a link, which holds a dot, at most so much: most texts are far from
    # their limit, and looking for links costs much.
    if text.isascii() and len(text) + (known.link_length or 0) * text.count(".") <= known.limit:
        return True
    return length(text, network) <= known.limit


def emojis(text: str) -> int:
    """How many emoji a text has, each as one picture."""
    return 0 if text.isascii() else len(_EMOJI.findall(text))


def utf16(text: str) -> int:
    """UTF-16 code units: what JavaScript, Excel and most schedulers call the length."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def _utf8(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))


def _weighted(text: str, network: Network) -> int:
    text, weight = _without_links(unicodedata.normalize("NFC", text), network)
    if not text.isascii() and _WIDE.search(text):  # every emoji of more than one character holds a wide one
        if _JOINS.search(text):
            text, emoji = _EMOJI.subn("", text)
            weight += 2 * emoji
        weight += len(_WIDE.findall(text))
    return weight + len(text)


def _without_links(text: str, network: Network) -> tuple[str, int]:
    """The text with its links cut out, and what they count as."""
    if network.link_length is None:
        return text, 0
    pieces, last = [], 0
    for start, end in links(text, bare=network.bare_links):
        pieces.append(text[last:start])
        last = end
    return "".join((*pieces, text[last:])) if pieces else text, len(pieces) * network.link_length


def _graphemes(text: str, network: Network) -> int:
    if text.isascii():  # the only cluster of two characters in ASCII is CR LF
        return len(text) - text.count("\r\n")
    # A flag is one cluster as any one sign is; left as flags, a row of them takes the square of its length.
    return len(_GRAPHEME.findall(_FLAG.sub("x", text)))


def _linked_graphemes(text: str, network: Network) -> int:
    text, weight = _without_links(text, network)
    if "@" in text:
        text = _MASTODON_HANDLE.sub(r"\1", text)
    return weight + _graphemes(text, network)


def _emoji_bytes(text: str, network: Network) -> int:
    if text.isascii():
        return len(text)
    emoji = _EMOJI.findall(text)
    return len(text) + sum(_utf8(e) - len(e) for e in emoji)


_COUNT: dict[Counting, Callable[[str, Network], int]] = {
    "weighted": _weighted,
    "graphemes": _graphemes,
    "linked_graphemes": _linked_graphemes,
    "emoji_bytes": _emoji_bytes,
    "utf16": lambda text, network: utf16(text),
}
