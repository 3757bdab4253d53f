"""How to get an export: what the vendor's own page says, with its address and the day it was read.

Menus move, and a wrong way costs a manager days that she does not have. What others than the vendor tell
stands here only where several agree, and is called so. A format without a row is one of which nothing was
found.
"""

import datetime as dt
from collections.abc import Mapping

from handover.later import dataclass
from handover.model.said import N_

READ = dt.date(2026, 11, 29)


@dataclass(frozen=True, slots=True, kw_only=True)
class HowTo:
    """The way to one export, to be worded by who shows it; "" where the page says nothing."""

    where: str = ""  # where to click, in the words of the English menus: no others were read
    who: str = ""  # whose login it takes
    format: str = ""  # what to choose
    waits: str = ""  # how long it takes, how long the file stays
    ends: str = ""  # what is gone once access ends
    source: str = ""  # address of the page it was read on; "" where there is nothing to read
    told_by_others: bool = False  # than the vendor, whose own page was not found
    read: dt.date = READ


_UPLOADED = HowTo(
    where="",
    who=N_(
        "It is the file that somebody imported, and the tool gives none back: look for it on your own "
        "computer or drive."
    ),
    ends=N_("What is still in the tool's queue goes with the account: write it down before."),
)
_UPLOADS = (
    "Buffer",
    "HighLevel",
    "Publer",
    "Metricool",
    "Vista Social",
    "SocialBee",
    "RecurPost",
    "PostFast",
    "Schedulin",
    "Ayrshare",
    "Hootsuite",
    "SocialPilot",
)

HOW_TO: Mapping[str, HowTo] = {  # name of a format -> the way to it
    "X archive": HowTo(
        where="More > Settings and privacy > Your account > Download an archive of your data",
        who=N_("The login of the account, with the code that is sent to its owner."),
        waits=N_("A day or two; longer for large accounts."),
        ends=N_("30 days after an account is deactivated all is gone: ask for it before."),
        told_by_others=True,
    ),
    "Facebook": HowTo(
        where=(
            "Settings > Accounts Centre > Your information and permissions > Export your information > "
            "Create export > the Page or profile > Export to device"
        ),
        who=N_("The login of the profile; for a Page full control of it: switch into the Page first."),
        format=N_("JSON, all time, media quality low."),
        waits=N_("Minutes to two days; the file can be downloaded for about four days."),
        source="https://www.facebook.com/help/187316341316631",
        told_by_others=True,
    ),
    "Instagram": HowTo(
        where=(
            "Accounts Centre > Your information and permissions > Export your information > the account > "
            "Export to device"
        ),
        who=N_("The login of the account, with the code that is sent to its owner."),
        format=N_("JSON, all time, media quality low."),
        waits=N_("Minutes to two days; the file can be downloaded for about four days."),
        source="https://hooleft.me/blog/how-instagram-data-download-actually-works",
        told_by_others=True,
    ),
    "Threads": HowTo(
        where=(
            "Accounts Centre > Your information and permissions > Export your information > the account > "
            "Export to device"
        ),
        who=N_("It is in the download of Instagram."),
        format=N_("JSON, all time, media quality low."),
        waits=N_("Minutes to two days; the file can be downloaded for about four days."),
        told_by_others=True,
    ),
    **dict.fromkeys(_UPLOADS, _UPLOADED),
    "Bluesky": HowTo(
        where="Settings > Account > Export my data > Download CAR file",
        who=N_("The repository is public: it can be fetched without a login, too."),
        ends=N_("Pictures and direct messages are not in it."),
        source="https://docs.bsky.app/blog/repo-export",
    ),
    "Mastodon": HowTo(
        where="Settings > Export > request an archive of your posts and media",
        format=N_("It comes as ActivityPub JSON."),
        waits=N_("A new archive can be requested once every 7 days."),
        ends=N_("A moved account's posts are not moved, and deleting an account cannot be undone."),
        source="https://docs.joinmastodon.org/user/moving/",
    ),
    "TikTok": HowTo(
        where="Profile > Menu > Settings and privacy > Account > Download your data > Request data",
        format=N_("Choose JSON as the file format."),
        waits=N_("It may take some days; the file can be downloaded for up to four days."),
        source="https://support.tiktok.com/en/account-and-privacy/personalized-ads-and-data/requesting-your-data",
    ),
    "LinkedIn shares": HowTo(
        where="Me > Settings & Privacy > Data privacy > Get a copy of your data > the larger data archive",
        who=N_("The login of the person who posts; a company page's posts are not in it."),
        waits=N_("Up to 24 hours; the file can be downloaded for 72 hours."),
        ends=N_("Once the account is closed it can no longer be requested."),
        source="https://www.linkedin.com/help/linkedin/answer/a1339364",
    ),
    "LinkedIn articles": HowTo(
        where="Me > Settings & Privacy > Data privacy > Get a copy of your data > the larger data archive",
        who=N_("The login of the person who posts; a company page's posts are not in it."),
        waits=N_("Up to 24 hours; the file can be downloaded for 72 hours."),
        ends=N_("Once the account is closed it can no longer be requested."),
        source="https://www.linkedin.com/help/linkedin/answer/a1339364",
    ),
    "Sprout Social": HowTo(
        where="Reports > Cross-network > Post Performance > Export",
        source="https://support.sproutsocial.com/hc/en-us/articles/360052331251",
    ),
    "Hootsuite analytics": HowTo(
        ends=N_("When a social account is transferred its drafts are deleted; analytics stay."),
        source="https://help.hootsuite.com/hc/en-us/articles/1260804307809",
        read=dt.date(2024, 6, 20),
    ),
    "WordPress export": HowTo(
        where="Tools > Export",
        ends=N_("Pictures and other media, and the site's settings, are not in it: they stay on the site."),
        source="https://developer.wordpress.org/cli/commands/export/",
    ),
}
