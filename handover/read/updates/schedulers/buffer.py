"""Buffer's bulk upload: one channel a file, an empty time means the queue.

Source: support.buffer.com/article/926.
"""

from handover.read.updates.tables.header.layout import Layout, readers

UPLOAD = Layout(
    proof=(frozenset({"text", "image url", "tags", "posting time"}),),
    columns={"posting time": "date", "board name": ""},
    one_channel=True,
    state="scheduled",
)

accepts, parse = readers(UPLOAD)
