"""What networks and analytics give of the updates: ids and exact times, links as the network has them."""

import csv
import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.worlds.told import Told, in_rows, whole
from tests.worlds.truth import Sent

TID = "234567abcdefghijklmnopqrstuvwxyz"
BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
PUBLIC = "https://www.w3.org/ns/activitystreams#Public"


def address_of(sent: Sent) -> str:
    """The update's own address on its network: most carry the time in their number."""
    ms = round(sent.at.timestamp() * 1000)
    match sent.network:
        case "x":
            return f"https://x.com/{sent.account}/status/{(ms - 1_288_834_974_657 << 22) + sent.number}"
        case "linkedin":
            return f"https://www.linkedin.com/feed/update/urn:li:share:{(ms << 22) + sent.number}"
        case "mastodon":
            return f"https://garden.social/@{sent.account}/{(ms << 16) + sent.number}"
        case "bluesky":
            key = _digits((ms * 1000 << 10) + sent.number, TID).rjust(13, "2")
            return f"https://bsky.app/profile/{sent.account}.example/post/{key}"
        case "instagram":
            code = _digits((ms - 1_314_220_021_721 << 23) + sent.number, BASE64)
            return f"https://www.instagram.com/p/{code}/"
        case "threads":
            return f"https://www.threads.net/@{sent.account}/post/C{sent.number:09d}x"
        case _:
            return f"https://www.facebook.com/{sent.account}/posts/{122_000_000_000_000 + sent.number}"


def _digits(number: int, alphabet: str) -> str:
    found = ""
    while number:
        number, digit = divmod(number, len(alphabet))
        found = alphabet[digit] + found
    return found


def table(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> Path:
    """A CSV file as exports are: with a byte order mark."""
    with path.open("w", newline="", encoding="utf-8-sig") as stream:
        writer = csv.writer(stream)
        writer.writerow(header)
        writer.writerows(rows)
    return path


def _as_json(path: Path, value: Any, before: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(before + json.dumps(value), encoding="utf-8")
    return path


def _broken(text: str) -> str:
    """As Meta writes what is not ASCII."""
    return text.encode().decode("latin-1")


def _caption(sent: Sent) -> str:
    return f"{sent.bare}\n\nLink in bio"


# --- downloads ---------------------------------------------------------------------------------------------


def x_archive(path: Path, sent: Sequence[Sent]) -> Told:
    """Texts with t.co, and where these lead beside them."""
    tweets = []
    for one in sent:
        number = address_of(one).rpartition("/")[2]
        url = {"url": one.shortened, "expanded_url": one.link + "?utm_source=twitter", "display_url": "…"}
        entities = {"urls": [{**url, "indices": ["0", "1"]}], "hashtags": []}
        when = f"{one.at:%a %b %d %H:%M:%S +0000 %Y}"
        text = one.text.format(link=one.shortened)
        tweets.append(
            {"tweet": {"id_str": number, "full_text": text, "created_at": when, "entities": entities}}
        )
    account = sent[0].account
    folder = path / f"x-{account}"
    owner = [{"account": {"username": account, "accountId": "12345"}}]
    _as_json(folder / "data" / "account.js", owner, "window.YTD.account.part0 = ")
    _as_json(folder / "data" / "tweets.js", tweets, "window.YTD.tweets.part0 = ")
    return whole(folder, sent)


def mastodon(path: Path, sent: Sequence[Sent]) -> Told:
    """Texts as HTML."""
    me = "https://garden.social/users/thistleandoak"
    items = []
    for one in sent:
        text = one.text.replace("\n", "<br>").format(link=f'<a href="{one.link}">{one.link}</a>')
        note = {"type": "Note", "id": address_of(one), "url": address_of(one), "content": f"<p>{text}</p>"}
        shared = {"published": f"{one.at:%Y-%m-%dT%H:%M:%SZ}", "to": [PUBLIC], "cc": []}
        note |= {"attachment": [], "attributedTo": me, **shared}
        items.append({"type": "Create", "object": note, **shared})
    outbox = {"id": "outbox.json", "type": "OrderedCollection", "totalItems": len(items)}
    _as_json(path / "mastodon" / "outbox.json", {**outbox, "orderedItems": items})
    _as_json(
        path / "mastodon" / "actor.json", {"type": "Person", "preferredUsername": "thistleandoak", "id": me}
    )
    return whole(path / "mastodon", sent)


def bluesky(path: Path, sent: Sequence[Sent]) -> Told:
    """Links shown short in the text, and whole in a facet."""
    records = []
    for one in sent:
        shown = one.link.removeprefix("https://")[:24] + "..."
        text = one.text.format(link=shown)
        start = len(text[: text.index(shown)].encode())
        index = {"byteStart": start, "byteEnd": start + len(shown)}
        facet = {"index": index, "features": [{"$type": "app.bsky.richtext.facet#link", "uri": one.link}]}
        value = {"$type": "app.bsky.feed.post", "text": text, "facets": [facet]}
        value["createdAt"] = f"{one.at:%Y-%m-%dT%H:%M:%S.000Z}"
        key = address_of(one).rpartition("/")[2]
        uri = f"at://did:plc:thistleandoakthistleando/app.bsky.feed.post/{key}"
        records.append({"uri": uri, "cid": "b", "value": value})
    return whole(_as_json(path / "bluesky.json", {"records": records}), sent)


def facebook(path: Path, sent: Sequence[Sent]) -> Told:
    """No address and no id."""
    items = [
        {
            "timestamp": int(one.at.timestamp()),
            "data": [{"post": _broken(one.whole)}],
            "attachments": [{"data": [{"external_context": {"url": one.link + "?fbclid=IwAR0"}}]}],
            "title": "Thistle & Oak shared a link.",
        }
        for one in sent
    ]
    _as_json(path / "facebook" / "posts" / "profile_posts_1.json", items)
    return whole(path / "facebook", sent)


def instagram(path: Path, sent: Sequence[Sent]) -> Told:
    """No address; a caption leads nowhere."""
    items = []
    for one in sent:
        media = {"uri": f"media/posts/{one.number}.jpg", "creation_timestamp": int(one.at.timestamp())}
        items.append({"media": [{**media, "title": _broken(_caption(one))}]})
    _as_json(path / "instagram" / "your_instagram_activity" / "media" / "posts_1.json", items)
    return whole(path / "instagram", sent)


def threads(path: Path, sent: Sequence[Sent]) -> Told:
    """No address, and the link in the text."""
    posts = []
    for one in sent:
        media = {"uri": "", "creation_timestamp": int(one.at.timestamp()), "title": _broken(one.whole)}
        posts.append({"media": [media]})
    folder = path / "threads" / "your_instagram_activity" / "threads"
    _as_json(folder / "threads_and_replies.json", {"text_post_app_text_posts": posts})
    return whole(path / "threads", sent)


# --- exports -----------------------------------------------------------------------------------------------


def x_analytics(path: Path, sent: Sequence[Sent]) -> Told:
    """A day only, and t.co."""
    header = ["Post id", "Date", "Post text", "Post Link", "Impressions", "Likes"]
    rows = []
    for one in sent:
        link, text = address_of(one), one.text.format(link=one.shortened)
        rows.append(
            [link.rpartition("/")[2], f"{one.at:%a, %b} {one.at.day}, {one.at.year}", text, link, 10, 1]
        )
    return in_rows(table(path / f"content-{sent[0].account}.csv", header, rows), sent)


def linkedin_shares(path: Path, sent: Sequence[Sent]) -> Told:
    """The link beside the text, and a short one in it."""
    header = ["Date", "ShareLink", "ShareCommentary", "SharedUrl", "MediaUrl", "Visibility"]
    rows = []
    for one in sent:
        link = address_of(one).replace("urn:li:share:", "urn%3Ali%3Ashare%3A")
        text = one.text.format(link=f"https://lnkd.in/e{one.article:04d}")
        rows.append([f"{one.at:%Y-%m-%d %H:%M:%S}", link, text, one.link, "", "MEMBER_NETWORK"])
    return in_rows(table(path / "Shares.csv", header, rows), sent)


def linkedin_page(path: Path, sent: Sequence[Sent]) -> Told:
    """A day only; an activity where the shares have a share."""
    header = ["Post title", "Post link", "Post type", "Campaign name", "Posted by", "Created date", "Views"]
    rows = []
    for one in sent:
        base, _, number = address_of(one).rpartition(":share:")
        link = f"{base}:activity:{int(number) + (300 << 22)}"
        rows.append([one.whole, link, "Organic", "", "Jo Writer", f"{one.at:%m/%d/%Y}", 10])
    return in_rows(table(path / "linkedin-page.csv", header, rows), sent)


def meta(path: Path, sent: Sequence[Sent]) -> Told:
    """Minutes only, where she is; Facebook and Instagram have a file each."""
    is_page = sent[0].network == "facebook"
    who = ["Page ID", "Page name", "Title"] if is_page else ["Account ID", "Account username", "Account name"]
    header = ["Post ID", *who, "Description", "Publish time", "Permalink", "Post type", "Views", "Reach"]
    rows = []
    for one in sent:
        names = ["Thistle & Oak", one.whole, ""] if is_page else [one.account, "Thistle & Oak", _caption(one)]
        when = f"{one.here:%m/%d/%Y %H:%M}"
        rows.append([one.number, 1234567, *names, when, address_of(one), "Links", 10, 5])
    return in_rows(table(path / f"meta-{sent[0].network}.csv", header, rows), sent)


def sprout(path: Path, sent: Sequence[Sent]) -> Told:
    """Several networks and accounts in one file, times where she is; texts over 80 letters are cut."""
    header = ["Date", "Post ID", "Network", "Post Type", "Content Type", "Profile", "Sent by", "Link"]
    rows = []
    for one in sent:
        text = one.whole if len(one.whole) <= 80 else one.whole[:79] + "…"
        when = f"{one.here:%m/%d/%Y %I:%M %p}".lower()
        row = [
            when,
            one.number,
            one.network.title(),
            "Post",
            "Text",
            f"@{one.account}",
            "Jo",
            address_of(one),
        ]
        rows.append([*row, text, one.link, 10])
    return in_rows(table(path / "sprout.csv", [*header, "Post", "Linked Content", "Impressions"], rows), sent)
