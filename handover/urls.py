"""One address, many spellings: the key for matching.

A key is for comparing only; what is shown or stored is always the address as it was given.
"""

import re
from urllib.parse import SplitResult, quote, unquote_to_bytes, urlsplit

# Parameters that only count visitors; they never choose the page. Sources: the makers' own pages
# (Google Analytics utm_*, Google Ads, Meta, Microsoft, HubSpot, Mailchimp, Matomo, Piano, Yandex ...).
TRACKING_PREFIXES = ("utm_", "hsa_", "mtm_", "pk_", "piwik_", "matomo_", "oly_", "vero_", "at_", "wt_", "__hs")
TRACKING = frozenset(
    "fbclid gclid gclsrc dclid gbraid wbraid msclkid twclid ttclid igshid igsh li_fat_id yclid ysclid epik "
    "mc_cid mc_eid mkt_tok _hsenc _hsmi hsctatracking _ga _gl s_cid ns_campaign ns_mchannel ns_source "
    "ncid cmpid wickedid rb_clickid trk trkinfo xtor rss_id spm ck_subscriber_id mbid __twitter_impression "
    "guccounter guce_referrer guce_referrer_sig awesm".split()
)
# Parameters that say how a page was reached or shown; hardly ever which page it is.
WEAK = frozenset(
    "ref ref_src ref_url referrer source src via share from amp fb_ref fb_source replytocom showcomment "
    "shared nb feature lang hl m sk tweet".split()
)
INDEX_PAGES = frozenset(
    f"{name}.{ending}"
    for name in ("index", "default", "home")
    for ending in ("html", "htm", "php", "asp", "aspx", "xhtml", "shtml")
)
PAGE_ENDINGS = (".html", ".htm", ".php", ".aspx", ".asp", ".xhtml", ".shtml", ".amp")
SPARE_HOST_PARTS = ("www", "m", "mobile", "amp")

_BARE = re.compile(r"[\w-]+(\.[\w-]+)+(:\d+)?([/?#]|$)")
_SEGMENT_SAFE = "!$&'()*,;=:@-._~"
_QUERY_SAFE = "!$'()*,;:@/-._~"
_TRACKING_FRAGMENT = re.compile(r"(utm_|xtor=|ref=|\.[A-Za-z0-9_-]{8,}\.(?:twitter|facebook|mailto|link)?$)", re.I)


def split(address: str) -> SplitResult | None:
    """The parts of an http(s) address, given with its scheme or without; None for anything else."""
    address = address.strip().removeprefix("//")
    if "://" not in address[:12]:
        if not _BARE.match(address):
            return None
        address = "http://" + address
    try:
        parts = urlsplit(address)
        if parts.scheme.lower() not in ("http", "https") or not parts.hostname:
            return None
        _ = parts.port  # raises when it is no number
    except ValueError:
        return None
    return parts


def host_of(address: str) -> str:
    """The host of an address as keys write it: lower case, ASCII, without `www.`; "" when there is none."""
    parts = split(address)
    return _host(parts) if parts else ""


def canonical(address: str) -> str:
    """The key of an address: the same for all its spellings that any server takes for one page.

    Scheme, `www.`, default port, case of the host, escapes, doubled and final slashes, index pages, order
    of parameters and tracking parameters make no difference. All else does: case of the path, other
    parameters, fragments. What is no http(s) address is returned stripped. `canonical(canonical(a))` is
    `canonical(a)`.
    """
    parts = split(address)
    if parts is None:
        return address.strip()
    fragment = "" if _TRACKING_FRAGMENT.match(parts.fragment) else _escape(parts.fragment, _QUERY_SAFE)
    return _join(_origin(parts), segments_of(parts), query_of(parts), fragment)


def spellings(address: str) -> tuple[str, ...]:
    """Keys of an address from the strictest (`canonical`) to the loosest, each at most once.

    The looser ones drop in turn: the fragment; parameters that hardly ever choose the page, case, page
    endings, `_` for `-`, a mobile or AMP form. Two posts may share a loose key, so one counts only where
    it belongs to a single post.
    """
    parts = split(address)
    if parts is None:
        return (address.strip(),)
    segments, query = segments_of(parts), query_of(parts)
    keys = [canonical(address), _join(_origin(parts), segments, query, "")]
    weak_query = [(k, v) for k, v in query if k.lower() not in WEAK]
    host = _spare_host(_host(parts))
    keys.append(_join(host, [fold_segment(s) for s in _plain_path(segments)], weak_query, "").casefold())
    return tuple(dict.fromkeys(keys))


def segments_of(parts: SplitResult) -> list[str]:
    """The segments of a path, in one way of escaping, without empty ones and index pages."""
    out: list[str] = []
    for raw in parts.path.split("/"):
        segment = _escape(raw, _SEGMENT_SAFE)
        if segment == "..":
            del out[-1:]
        elif segment not in ("", "."):
            out.append(segment)
    while out and out[-1].lower() in INDEX_PAGES:
        out.pop()
    return out


def query_of(parts: SplitResult) -> list[tuple[str, str]]:
    """The parameters that may choose the page, sorted, each as (name, "=value" or "")."""
    pairs = []
    for item in parts.query.split("&"):
        name, equals, value = item.partition("=")
        name = _escape(name.replace("+", " "), _QUERY_SAFE)
        if (name or equals) and not is_tracking(name):
            pairs.append((name, equals + _escape(value.replace("+", " "), _QUERY_SAFE)))
    return sorted(set(pairs))


def is_tracking(name: str) -> bool:
    """Whether a parameter only counts visitors."""
    name = name.lower()
    return name in TRACKING or name.startswith(TRACKING_PREFIXES)


def fold_segment(segment: str) -> str:
    """A path segment without case, page ending and the difference of `_` and `-`."""
    folded = segment.casefold().replace("_", "-")
    for ending in PAGE_ENDINGS:
        if folded.endswith(ending) and len(folded) > len(ending):
            return folded[: -len(ending)]
    return folded


def _plain_path(segments: list[str]) -> list[str]:
    # /index.php/2020/01/post and /2020/01/post/amp are /2020/01/post
    kept = [s for s in segments if s.lower() != "index.php"]
    while len(kept) > 1 and kept[-1].lower() == "amp":
        kept.pop()
    return kept


def _origin(parts: SplitResult) -> str:
    port = parts.port
    return _host(parts) + (f":{port}" if port not in (None, 80, 443) else "")


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").strip(".")
    if not host.isascii():
        try:
            host = host.encode("idna").decode("ascii")
        except UnicodeError:
            host = host.casefold()
    while host.startswith("www.") and host.count(".") > 1:
        host = host[4:]
    return host


def _spare_host(host: str) -> str:
    first, _, rest = host.partition(".")
    return rest if first in SPARE_HOST_PARTS and "." in rest else host


def _join(origin: str, segments: list[str], query: list[tuple[str, str]], fragment: str) -> str:
    key = "/".join((origin, *segments))
    if query:
        key += "?" + "&".join(name + value for name, value in query)
    return key + (f"#{fragment}" if fragment else "")


def _escape(text: str, safe: str) -> str:
    return quote(unquote_to_bytes(text), safe=safe)
