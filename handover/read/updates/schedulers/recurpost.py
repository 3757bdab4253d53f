"""RecurPost's CSV: one message for all networks, or one for each in its own column; it has no dates."""

from handover.read.updates.tables.header.layout import Layout, readers

LIBRARY = Layout(
    proof=(frozenset({"original message", "facebook message", "twitter message"}),),
    columns={
        "original message": "text",
        "facebook message": "text@facebook",
        "twitter message": "text@x",
        "linkedin message": "text@linkedin",
        "instagram message": "text@instagram",
        "google business profile message offer detail": "text@google_business",
        "pinterest message": "text@pinterest",
        "you tube message": "text@youtube",
        "tiktok message": "text@tiktok",
        "thread message": "text@threads",
        "bluesky message": "text@bluesky",
        "post url": "link",
        "pinterest destination link": "",
        "gbp cta link gbp offer link": "",
        "gbp offer start date": "",
        "gbp offer end date": "",
        "original first comment": "comment",
        "linkedin document": "",
    },
    state="scheduled",
)

accepts, parse = readers(LIBRARY)
