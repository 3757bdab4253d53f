"""How to get an export: what the vendor's own page says, with its address and the day it was read.

Menus move, and what nobody has read on a vendor's page does not stand here: a wrong way costs a manager days
that she does not have. A format without a row is one whose maker's page was not found.
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
    source: str  # address of the vendor's page
    read: dt.date = READ


HOW_TO: Mapping[str, HowTo] = {  # name of a format -> the way to it
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
