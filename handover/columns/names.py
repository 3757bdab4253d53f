"""Every sheet, column and word of the workbooks: a key that never changes, and an English name.

There are two: the client's, which holds what is hers, and the manager's working copy, which holds
everything. Sheets and columns that stand in both have the same keys.
"""

from typing import Literal

from handover.later import dataclass
from handover.model import Evidence
from handover.model.said import N_
from handover.networks import NETWORKS

MEMORY = "_handover"  # the very hidden sheet with what the reader needs to know of the file as written
VERSION = 2  # of that sheet's layout; 1 knew of one workbook only, which is read as a working copy
MINIMUM = "Minimum"  # the defined name of the cell with the number of updates each post must have

FIGURE = "figure:"  # a column for one figure the networks' exports gave: "figure:impressions"
EXTRA = "extra:"  # a column the user has added: "extra:Campaign"

Reader = Literal["client", "working"]  # whom a workbook is written for: the client, or the manager
CLIENT: Reader = "client"
WORKING: Reader = "working"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it holds, and its header."""

    key: str
    title: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its key, its name on the tab, its columns."""

    key: str
    title: str
    columns: tuple[Column, ...] = ()


START = Sheet("start", N_("Start here"))

POSTS = Sheet(
    "posts",
    N_("Posts"),
    (
        Column("no", N_("No.")),
        Column("published", N_("Published")),
        Column("title", N_("Title")),
        Column("link", N_("Link")),
        Column("author", N_("Author")),
        Column("categories", N_("Categories")),
        Column("updates", N_("Updates")),
        Column("counted", N_("Counted")),
        Column("missing", N_("Missing")),
        Column("lasting", N_("Lasting")),
        Column("why", N_("Why not")),
    ),
)

UPDATES = Sheet(
    "updates",
    N_("Updates"),
    (
        Column("no", N_("No.")),
        Column("post_no", N_("Post no.")),
        Column("post", N_("Post")),
        Column("network", N_("Network")),
        Column("posted_at", N_("Posted (UTC)")),
        Column("text", N_("Text")),
        Column("characters", N_("Characters")),
        Column("limit", N_("Limit")),
        Column("fits", N_("Fits")),
        Column("links", N_("Link in update")),
        Column("permalink", N_("Update link")),
        Column("media", N_("Media")),
        Column("kind", N_("Kind")),
        Column("state", N_("State")),
        Column("lasting", N_("Lasting")),
        Column("why", N_("Why")),
        Column("account", N_("Account")),
        Column("labels", N_("Labels")),
        Column("counts", N_("Counts")),
        Column("evidence", N_("Matched by")),
        Column("score", N_("Score")),
        Column("reason", N_("Reason")),
        Column("origin", N_("Found in")),
        Column("id", N_("Id")),
        Column("repeat", N_("Repeat of no.")),
        Column("picture", N_("Picture")),
    ),
)

UNPAIRED = Sheet(
    "unpaired",
    N_("Unpaired"),
    (
        Column("no", N_("No.")),
        Column("post_no", N_("Post no.")),
        Column("post", N_("Post")),
        Column("network", N_("Network")),
        Column("posted_at", N_("Posted (UTC)")),
        Column("text", N_("Text")),
        Column("reason", N_("Reason")),
        Column("suggestion_1", N_("First suggestion")),
        Column("suggestion_2", N_("Second suggestion")),
        Column("suggestion_3", N_("Third suggestion")),
        Column("links", N_("Link in update")),
        Column("permalink", N_("Update link")),
        Column("media", N_("Media")),
        Column("kind", N_("Kind")),
        Column("state", N_("State")),
        Column("lasting", N_("Lasting")),
        Column("account", N_("Account")),
        Column("labels", N_("Labels")),
        Column("origin", N_("Found in")),
        Column("id", N_("Id")),
    ),
)

SHORTFALL = Sheet(
    "shortfall",
    N_("Shortfall"),
    (
        Column("post_no", N_("Post no.")),
        Column("post", N_("Post")),
        Column("wanted", N_("Wanted")),
        Column("found", N_("Found")),
        Column("missing", N_("Missing")),
        Column("network", N_("Network")),
        Column("text", N_("Draft")),
        Column("characters", N_("Characters")),
        Column("limit", N_("Limit")),
        Column("fits", N_("Fits")),
        Column("links", N_("Link in update")),
        Column("state", N_("State")),
        Column("id", N_("Id")),
    ),
)

PLAN = Sheet(
    "plan",
    N_("Plan"),
    (
        Column("date", N_("Date")),
        Column("network", N_("Network")),
        Column("post_no", N_("Post no.")),
        Column("post", N_("Post")),
        Column("text", N_("Text")),
        Column("link", N_("Link")),
        Column("id", N_("Id")),
    ),
)

CHECK = Sheet(
    "check",
    N_("Please check"),
    (
        Column("what", N_("What")),
        Column("text", N_("What was found")),
        Column("where", N_("Where")),
        Column("line", N_("Row")),
        Column("hint", N_("What to do")),
    ),
)

ACCOUNTS = Sheet(
    "accounts",
    N_("Accounts"),
    (
        Column("name", N_("Account")),
        Column("owner_now", N_("Owner now")),
        Column("owner_after", N_("Owner after")),
        Column("how", N_("How")),
        Column("role", N_("Role")),
        Column("url", N_("Address")),
        Column("recovery", N_("Recovery")),
        Column("two_step", N_("Second step")),
        Column("apps", N_("Connected apps")),
        Column("payment", N_("Payment")),
        Column("done_on", N_("Done on")),
        Column("checked_by", N_("Checked by")),
    ),
)


def _some(sheet: Sheet, keys: str) -> Sheet:
    """The sheet with some of its columns only."""
    return Sheet(
        sheet.key, sheet.title, tuple(c for key in keys.split() for c in sheet.columns if c.key == key)
    )


# What the manager has deleted from an earlier working copy: it stands here and nowhere else.
TAKEN_OUT = Sheet(
    "taken_out",
    N_("Taken out"),
    (
        Column("back", N_("Take back")),
        *_some(
            UPDATES, "network posted_at text links permalink media kind state account labels origin id"
        ).columns,
    ),
)

CLIENT_POSTS = _some(POSTS, "no published title link author categories updates lasting")
CLIENT_UPDATES = _some(
    UPDATES,
    "no post_no post network posted_at text characters limit fits links permalink media state lasting"
    " picture",
)
# Originals that belong to no post. Their numbers go on where those of the updates end.
MORE = Sheet(
    "more",
    N_("More updates"),
    tuple(column for column in CLIENT_UPDATES.columns if column.key not in ("post_no", "post")),
)
CLIENT_PLAN = _some(PLAN, "date network post_no post text link")

# The sheets of each workbook, in their order.
BOOKS: dict[Reader, tuple[Sheet, ...]] = {
    CLIENT: (START, CLIENT_POSTS, CLIENT_UPDATES, MORE, CLIENT_PLAN, ACCOUNTS),
    WORKING: (CHECK, START, POSTS, UPDATES, SHORTFALL, UNPAIRED, PLAN, ACCOUNTS, TAKEN_OUT),
}
SHEETS = (*BOOKS[WORKING], MORE)  # every sheet once, with all columns it may have

# content-library.csv, among the files for the next tool.
LIBRARY: dict[str, str] = {
    "no": N_("No."),
    "published": N_("Published"),
    "post": N_("Post"),
    "link": N_("Link"),
    "network": N_("Network"),
    "posted_at": N_("Posted (UTC)"),
    "text": N_("Text"),
    "permalink": N_("Update link"),
    "state": N_("State"),
    "lasting": N_("Lasting"),
    "planned": N_("Planned"),
}

# How the column `posted_at` of the client's workbook is called where her zone is known: its times are hers.
POSTED_IN = N_("Posted ({zone})")

# The texts of the rows in the empty sheet that a person starts from: a post, and what was written about it.
EXAMPLES = (
    N_("An example, left out as long as it is not changed: the words of the update as they were posted."),
    N_("Another of the same post, for another network: the post is written once, in the row above."),
    N_("And a third. Where the cell under Post is empty, the post above is meant."),
)

# The words a person may type or choose in a column, by the group they belong to.
WORDS: dict[str, dict[str, str]] = {
    "network": {network.key: network.label for network in NETWORKS.values()},
    "kind": {
        "original": N_("original"),
        "reply": N_("reply"),
        "repost": N_("repost"),
        "withheld": N_("held back"),
    },
    "state": {"published": N_("published"), "scheduled": N_("scheduled"), "draft": N_("draft")},
    "lasting": {
        "lasting": N_("lasting"),
        "seasonal": N_("seasonal"),
        "dated": N_("dated"),
        "look": N_("look"),
        "unfit": N_("unfit"),
    },
    "evidence": {
        Evidence.STATED: N_("your word"),
        Evidence.SYNDICATION: N_("known copy"),
        Evidence.LINK: N_("link"),
        Evidence.SHORT_LINK: N_("short link"),
        Evidence.TITLE: N_("title"),
        Evidence.TEXT: N_("text"),
    },
    "answer": {"yes": N_("yes"), "no": N_("no")},
}
# The figures that the networks' exports gave, by what we call them.
FIGURES: dict[str, str] = {
    "likes": N_("likes"),
    "reposts": N_("reposts"),
    "replies": N_("replies"),
    "comments": N_("comments"),
    "shares": N_("shares"),
    "quotes": N_("quotes"),
    "bookmarks": N_("bookmarks"),
    "saves": N_("saves"),
    "views": N_("views"),
    "impressions": N_("impressions"),
    "reach": N_("reach"),
    "clicks": N_("clicks"),
    "engagements": N_("engagements"),
    "engagement_rate": N_("engagement rate"),
    "reactions": N_("reactions"),
    "link_clicks": N_("link clicks"),
    "click_through_rate": N_("click-through rate"),
    "follows": N_("new followers"),
    "profile_visits": N_("profile visits"),
    "detail_expands": N_("detail expands"),
}
# Of the words for how long an update lasts, those that a client reads; the others are working notes.
CLIENT_LASTING = ("lasting", "seasonal", "dated")
# The groups of words that the client's workbook uses.
CLIENT_WORDS = ("network", "state", "lasting", "answer")
