"""HighLevel Social Planner's advanced file: two header rows, which network above, its columns below.

The columns are the vendor's as eight files of six public projects of 2025 and 2026 have them; the help's
article 155000005411 names the same. An older template lacks `thumbnailUrl`; whether both are taken has not
been seen, so the basic file stands beside this one.
"""

from collections.abc import Sequence

from handover.networks import NETWORKS
from handover.write.next_tool import highlevel
from handover.write.next_tool.publer import shortened
from handover.write.next_tool.rows import ImportRow
from handover.write.next_tool.tool import Tool
from handover.write.words import N_

_KIND = "type (post/story/reel)"
COLUMNS: Sequence[tuple[str, Sequence[str]]] = (
    (
        "All Social",
        (
            *("postAtSpecificTime (YYYY-MM-DD HH:mm:ss)", "content", "OGmetaUrl (url)"),
            *("imageUrls (comma-separated)", "gifUrl", "videoUrls (comma-separated)", "thumbnailUrl"),
            *("mediaOptimization (true/false)", "applyWatermark (true/false)", "tags (comma-separated)"),
            *("category", "followUpComment"),
        ),
    ),
    ("Facebook", (_KIND,)),
    ("Instagram", (_KIND,)),
    ("LinkedIn", ("pdfTitle", "postAsPdf (true/false)")),
    (
        "Google (GBP)",
        (
            "eventType (call_to_action/event/offer)",
            "actionType (none/order/book/shop/learn_more/call/sign_up)",
            *("title", "offerTitle", "startDate (YYYY-MM-DD HH:mm:ss)", "endDate (YYYY-MM-DD HH:mm:ss)"),
            *("termsConditions", "couponCode", "redeemOnlineUrl", "actionUrl"),
        ),
    ),
    ("YouTube", ("title", "privacyLevel (private/public/unlisted)", "type (video/short)")),
    (
        "TikTok",
        (
            *("privacyLevel (everyone/friends/only_me)", "promoteOtherBrand (true/false)"),
            *("enableComment (true/false)", "enableDuet (true/false)", "enableStitch (true/false)"),
            *("videoDisclosure (true/false)", "promoteYourBrand (true/false)"),
        ),
    ),
    ("Community", ("title", "notifyAllGroupMembers (true/false)")),
    ("Pinterest", ("title", "link")),
)
GROUPS = tuple(group for group, columns in COLUMNS for _ in columns)
HEADER = tuple(column for _, columns in COLUMNS for column in columns)


def _rows(entry: ImportRow) -> Sequence[Sequence[str]]:
    ((*basic, _gif, _video),) = highlevel.TOOL.rows(entry)
    cells = dict(zip((("All Social", column) for column in COLUMNS[0][1][: len(basic)]), basic, strict=True))
    if entry.network in ("facebook", "instagram"):
        cells[NETWORKS[entry.network].label, _KIND] = "post"
    elif entry.network == "pinterest":
        cells["Pinterest", "title"] = shortened(entry.title, entry.network)
        cells["Pinterest", "link"] = entry.link
    return [[cells.get(place, "") for place in zip(GROUPS, HEADER, strict=True)]]


TOOL = Tool(
    name=N_("HighLevel (advanced file)"),
    header=lambda network: HEADER,
    above=GROUPS,
    rows=_rows,
    most_rows=highlevel.TOOL.most_rows,
    most_pictures=highlevel.MOST_PICTURES,
    dates=highlevel.TOOL.dates,
    note=N_(
        "It has two header rows, and says besides what kind of post it is and what a pin is called. Where "
        "your account does not take it, import the file for HighLevel above: both hold the same updates."
    ),
)
