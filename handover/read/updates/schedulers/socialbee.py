"""SocialBee's CSV. Source: help.socialbee.com/article/80; how it writes its times was not seen."""

from handover.read.updates.tables.header.layout import Layout, readers

IMPORT = Layout(
    proof=(frozenset({"text", "link", "image urls", "post at specific time"}),),
    columns={"text": "text", "post at specific time": "date"},
    one_channel=True,
    state="scheduled",
)

accepts, parse = readers(IMPORT)
