"""Agorapulse's CSV for its bulk import: the profiles are chosen at upload, so it names no network.

Source: support.agorapulse.com, article 8774056.
"""

from handover.read.updates.tables.header.layout import Layout, readers

BULK = Layout(
    proof=(frozenset({"post content", "post link"}), frozenset({"post content", "image url", "video url"})),
    columns={"post content": "text", "post link": "link", "image url": "media", "video url": "media"},
    without=frozenset({"status", "platform", "network", "channel"}),
    one_channel=True,
    state="scheduled",
)

accepts, parse = readers(BULK)
