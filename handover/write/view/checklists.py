"""How access moves on each network and tool, as far as a page of its own says: nothing else stands here.

Each list names the page and the month it was read, or the month the page itself was last known to say so.
What an account is on none of them (LinkedIn, Instagram, Canva: no page of theirs was found) has the list that
holds for every account.
"""

import datetime as dt
import re
from typing import Final

from handover.later import dataclass, pattern
from handover.model.said import N_


@dataclass(frozen=True, slots=True, kw_only=True)
class Checklist:
    """What one page says of one kind of account."""

    title: str  # the account's own name; the same in every language
    named: str  # a pattern of names and addresses of such accounts, without case
    steps: tuple[str, ...]  # to be translated
    source: str
    when: dt.date  # what the page said in this month


# True of every account, whatever its page says.
EVERYWHERE: Final = (
    N_("The new holder has signed in with their own access, and everything opens."),
    N_("Connected apps and tools are connected anew by the new holder."),
    N_("Recovery address, second step of signing in and payment belong to the new holder."),
    N_("The former access is removed, and every shared sign-in has been changed."),
)

# Accounts that bear a network's name and are none of its pages: what a page says is not true of them.
_OTHERS: Final = pattern(
    r"\b(?:ads?|pixels?|anzeigen\w*|werbe\w*|publicit\w+|annonces?|an[uú]ncios?|inserzion\w+|pubblicit\w+|"
    r"messenger)\b|\bfacebook[ -]?(?:group|grupp|shop)|\b(?:group[eo]|grupo|gruppo)s?(?: de)? facebook",
    re.IGNORECASE,
)
_READ: Final = dt.date(2026, 11, 1)  # where a page names no date of its own

CHECKLISTS: Final = (
    Checklist(
        title="Facebook",
        named=r"facebook|fb\.com",
        steps=(
            N_("Switch into the Page to manage its access; it is given to the profiles of persons."),
            N_("Whoever is the only one with full control adds another person first."),
            N_("A new person with full control may have to wait up to a week before removing others."),
        ),
        source="facebook.com/help/187316341316631",
        when=dt.date(2023, 1, 1),
    ),
    Checklist(
        title="YouTube",
        named=r"youtube",
        steps=(
            N_("Check whether the channel belongs to a Brand Account: only there can owners be changed."),
            N_("Without one, remove all roles under Permissions, then turn it into a Brand Account."),
        ),
        source="support.google.com/youtube/answer/4628007",
        when=_READ,
    ),
    Checklist(
        title="Google Business Profile",
        named=r"google (?:my )?business|google.unternehmensprofil|business\.google\.com|"
        r"(?:fiche|profil) d.établissement|perfil d[ea] empresa|profilo dell.attività",
        steps=(
            N_("Business Profile settings > People and access > Add: the new holder as owner."),
            N_("For seven days a new owner can neither remove others nor become the primary owner."),
            N_("Then: Access > Edit > Primary owner > Save. After that the former owner is removed."),
        ),
        source="support.google.com/business/answer/3415281",
        when=_READ,
    ),
    Checklist(
        title="X",
        named=r"^x(?![\w-])|\bx @|twitter|//(?:www\.)?x\.com",
        steps=(
            N_("The owner holds sign-in, phone and login verification: these three pass on."),
            N_("Delegates of the account, admins and contributors alike, are checked and removed."),
        ),
        source="help.x.com",
        when=_READ,
    ),
    Checklist(
        title="TikTok",
        named=r"tiktok",
        steps=(
            N_("In a Business Center: Users > the person > Remove > Confirm, with the code that is sent."),
            N_("A removed person loses all that was shared there."),
        ),
        source="ads.tiktok.com/help",
        when=dt.date(2025, 8, 1),
    ),
    Checklist(
        title="Pinterest",
        named=r"pinterest",
        steps=(
            N_("In the Business Manager, roles of employees and partners are checked and removed."),
            N_("Whoever shall only publish needs no sign-in: the role Publisher is enough."),
        ),
        source="help.pinterest.com",
        when=_READ,
    ),
    Checklist(
        title="Bluesky",
        named=r"bluesky|bsky\.app",
        steps=(N_("Settings > Privacy and security > App passwords: delete each that is not needed."),),
        source="bsky.app",
        when=_READ,
    ),
    Checklist(
        title="Mastodon",
        named=r"mastodon",
        steps=(N_("To another server followers move for good, posts do not; a redirect can be undone."),),
        source="docs.joinmastodon.org/user/moving",
        when=_READ,
    ),
    Checklist(
        title="Google Search Console",
        named=r"search console",
        steps=(
            N_(
                "The new owner verifies the site first: when the last verified owner goes, nobody has access."
            ),
            N_("Users and permissions: remove the former owner, and that owner's token on the site as well."),
            N_("Unused ownership tokens > Remove > Verify removal."),
        ),
        source="support.google.com/webmasters/answer/9357768",
        when=_READ,
    ),
    Checklist(
        title="WordPress.com",
        named=r"wordpress\.com",
        steps=(
            N_("Transfer the domain first, then the site; the new owner confirms by e-mail."),
            N_("Upgrades belong to the administrator who bought them."),
        ),
        source="en.support.wordpress.com/transferring-a-site",
        when=_READ,
    ),
    Checklist(
        title="Medium",
        named=r"\bmedium\b(?!-)",
        steps=(
            N_(
                "The owner asks Medium's support from the account's own e-mail address and names the new "
                "owner, who must be an editor already."
            ),
        ),
        source="help.medium.com/360035586814",
        when=_READ,
    ),
    Checklist(
        title="Buffer",
        named=r"\bbuffer\b",
        steps=(
            N_("For an owner without a Buffer account: switch the second step off, change the e-mail."),
            N_("For anyone who is on Buffer already, its support makes the change."),
        ),
        source="support.buffer.com/505",
        when=_READ,
    ),
    Checklist(
        title="Hootsuite",
        named=r"hootsuite",
        steps=(
            N_("Take private social accounts out, change the billing, then name and e-mail of the profile."),
            N_("A social account moved to another organisation keeps its scheduled posts, not its drafts."),
        ),
        source="help.hootsuite.com/204585610",
        when=_READ,
    ),
)


def checklists_for(accounts: tuple[tuple[str, str], ...]) -> tuple[Checklist, ...]:
    """The lists that are true of accounts, each given by its name and its address, in the order here.

    >>> [one.title for one in checklists_for((("Facebook ad account", ""), ("X @acme", "")))]
    ['X']
    """
    asked = [f"{name} {url}" for name, url in accounts if not _OTHERS.search(name)]
    return tuple(
        one for one in CHECKLISTS if any(re.search(one.named, text, re.IGNORECASE) for text in asked)
    )
