"""LinkedIn Page > Analytics > Content > Export: an old .xls with the sheet "All posts", or that sheet as CSV.

A sentence stands above the header. `Post title` is the whole text. The date is a day only, month first as
far as seen; the id in `Post link` tells the time and proves the order. Links stand only in the text.
"""

from handover.read.updates.tables.header.layout import Layout, readers

PAGE = Layout(
    proof=(
        frozenset({"post title", "post link", "created date"}),
        frozenset({"post title", "post link", "impressions"}),
    ),
    columns={
        "post title": "text",
        "post link": "permalink",
        "created date": "date",
        "campaign start date": "",
        "campaign end date": "",
        "posted by": "",
        "audience": "",
    },
    network="linkedin",
    aside=frozenset({"metrics"}),
)

accepts, parse = readers(PAGE)
