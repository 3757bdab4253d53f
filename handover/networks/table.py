"""The networks, a row each with all that is known of it. To add one, write its row.

The source of a limit is named beside it; "seen" means: in real exports and sheets.
"""

import datetime as dt
import re

from handover.later import pattern
from handover.networks import clocks
from handover.networks.network import Author, Network, Number, Quota

_X_ID = pattern(r"(?:/status(?:es)?/|^)(\d{1,19})(?!\d)")
_INSTAGRAM_ID = pattern(r"(?:/(?:p|reel|reels|tv)/|^)([A-Za-z0-9_-]{10,11})(?![A-Za-z0-9_-])")
_BLUESKY_ID = pattern(r"(?:/post/|/app\.bsky\.feed\.post/|^)([2-7a-j][2-7a-z]{12})(?![0-9A-Za-z])")

TABLE = (
    Network(
        key="x",
        label="X",
        hosts=("x.com", "twitter.com"),
        names=(
            "twitter",
            "tweet",
            "tweets",
            "x/twitter",
            "twitter/x",
            "twitter x",
            "x (twitter)",
            "tw",
            "твиттер",
            "твітер",
            "ツイッター",
            "트위터",
            "推特",
            "تويتر",
        ),
        unmistakable=("twitter",),
        ambiguous=("x", "tw"),
        file_name="twitter",  # as most people know it
        limit=280,  # twitter-text, configuration 3
        counting="weighted",
        link_length=23,
        bare_links=True,
        usual=3,
        post=pattern(r"/status(?:es)?/\d+"),
        author=Author(pattern(r"(?:x|twitter)\.com/(?!i/)(\w+)/status")),
        numbers=(Number("x", _X_ID),),
        id=_X_ID,
        clock=clocks.x,
    ),
    Network(
        key="facebook",
        label="Facebook",
        hosts=("facebook.com", "fb.com", "fb.watch", "fb.me"),
        names=(
            "fb",
            "facebook page",
            "meta",
            "фейсбук",
            "фб",
            "フェイスブック",
            "페이스북",
            "脸书",
            "臉書",
            "فيسبوك",
        ),
        unmistakable=("facebook",),
        ambiguous=("meta",),
        limit=63_206,
        usual=2,
        post=pattern(
            r"/(?:posts|videos|reel|photos?|permalink|share)(?:/|\.php)|story_fbid=|[?&](?:v|fbid)="
            r"|/\d{8,}(?:_\d+)?/?$|fb\.watch/"
        ),
        author=Author(pattern(r"facebook\.com/(?!groups/)([^/?#]+)/(?:posts|videos|photos)/"), is_one=False),
        numbers=(
            Number("facebook post", pattern(r"story_fbid=(\d{6,})")),
            # A code that begins with "pfbid" stands for a post's number; the post gets new ones in time.
            Number("facebook code", pattern(r"(?:story_fbid=|/posts/(?:[^/?#]+/)?)(pfbid\w+)")),
            Number(
                "facebook post",
                pattern(r"/(?:posts|permalink)/(?:[^/?#]+/)?(?:\d+_)?(\d{6,})(?![\w-])"),
            ),
            Number("facebook post", pattern(r"facebook\.com/\d+_(\d{6,})/?(?:[?#]|$)")),
            Number("facebook photo", pattern(r"[?&]fbid=(\d{6,})")),
            Number("facebook photo", pattern(r"/photos?/(?:[^/?#]+/)?(\d{6,})(?![\w-])")),
            Number(
                "facebook video",
                pattern(r"/(?:videos|reel)/(?:[^/?#]+/)?(\d{6,})(?![\w-])|[?&]v=(\d{6,})"),
            ),
            Number("facebook share", pattern(r"/share/(?:[prv]/)?(\w{6,})|fb\.watch/([\w-]{6,})")),
            # Meta's exports give a post so; a profile or a page may be written the same way.
            Number("facebook number", pattern(r"(?:facebook|fb)\.com/(\d{8,})/?(?:[?#]|$)"), sure=False),
        ),
    ),
    Network(
        key="instagram",
        label="Instagram",
        hosts=("instagram.com", "instagr.am"),
        names=(
            "ig",
            "insta",
            "instagram business",
            "инстаграм",
            "інстаграм",
            "инста",
            "インスタグラム",
            "インスタ",
            "인스타그램",
            "인스타",
            "انستغرام",
            "إنستغرام",
        ),
        unmistakable=("instagram",),
        limit=2_200,
        hashtags=Quota(
            takes=5,
            refused_above=30,
            since=dt.date(2025, 12, 19),
            source="@creators on Instagram, 19 December 2025 (rolled out gradually); 30 was the limit before",
        ),
        needs=("picture", "video"),
        links_work=False,
        post=pattern(r"/(?:p|reel|reels|tv|stories)/"),
        numbers=(Number("instagram", _INSTAGRAM_ID),),
        id=_INSTAGRAM_ID,
        clock=clocks.instagram,
        id_before_post=True,
    ),
    Network(
        key="linkedin",
        label="LinkedIn",
        hosts=("linkedin.com",),
        names=(
            "li",
            "linked in",
            "linkedin page",
            "linkedin profile",
            "линкедин",
            "лінкедін",
            "リンクトイン",
            "링크드인",
            "领英",
        ),
        unmistakable=("linkedin",),
        ambiguous=("li",),
        limit=3_000,
        usual=1,
        post=pattern(r"urn(?::|%3A)li|/posts/|/pulse/", re.IGNORECASE),
        author=Author(pattern(r"/posts/([^/?#_]+)_"), is_one=False),
        numbers=(
            Number(
                "linkedin {kind}",
                pattern(
                    r"\b(?P<kind>share|ugcPost|groupPost|activity)[:-](?:\d+-)?(?P<number>\d{15,19})(?!\d)",
                    re.IGNORECASE,
                ),
            ),
        ),
        id=pattern(
            r"(?:urn:li:(?:share|ugcPost|groupPost|activity):(?:\d+-)?|-(?:share|ugcPost|activity)-|^)"
            r"(\d{15,19})(?!\d)",
            re.IGNORECASE,
        ),
        clock=clocks.linkedin,
    ),
    Network(
        key="threads",
        label="Threads",
        hosts=("threads.net", "threads.com"),
        # developers.facebook.com/documentation/threads/posts: 500 characters, an emoji as its UTF-8 bytes
        limit=500,
        counting="emoji_bytes",
        hashtags=Quota(
            takes=1, source="Instagram's head as the press quotes him: further ones are plain text"
        ),
        links=Quota(
            takes=5,
            refused_above=5,
            since=dt.date(2025, 12, 22),
            source="developers.facebook.com/documentation/threads: THREADS_API__LINK_LIMIT_EXCEEDED",
        ),
        post=pattern(r"/post/|/t/"),
        author=Author(pattern(r"/@([^/@]+)/(?:post|t)/")),
        numbers=(Number("threads", pattern(r"/(?:post|t)/([\w-]{6,})")),),
    ),
    Network(
        key="bluesky",
        label="Bluesky",
        hosts=("bsky.app", "bsky.social"),
        names=("bsky", "bs"),
        unmistakable=("bluesky",),
        ambiguous=("bs",),
        limit=300,  # lexicon app.bsky.feed.post
        counting="graphemes",
        most_bytes=3_000,
        post=pattern(r"/post/"),
        author=Author(pattern(r"/profile/([^/]+)/post/")),
        numbers=(Number("bluesky", _BLUESKY_ID),),
        id=_BLUESKY_ID,
        clock=clocks.bluesky,
    ),
    Network(
        key="mastodon",
        label="Mastodon",
        hosts=("mastodon.social", "mastodon.online", "mstdn.social", "fosstodon.org", "hachyderm.io"),
        any_host=pattern(r"/@[^/]+/\d{6,}/?$"),
        names=("masto", "fediverse", "toot"),
        unmistakable=("mastodon",),
        limit=500,  # the default of the software; a server may have another
        counting="linked_graphemes",
        link_length=23,
        post=pattern(r"/@[^/]+/\d+|/statuses/\d+"),
        author=Author(pattern(r"/@([^/@]+)/\d")),
        numbers=(
            # A server's own view of another's post, "/@ada@else.example/1234", has a number of its own.
            Number(
                "mastodon {host}",
                pattern(r"(?s)^(?!.*/@[^/@]+@)(?:.*?(?:/@[^/]+/|/statuses/))?(\d{15,19})(?!\d)"),
            ),
        ),
        id=pattern(r"(?:/@[^/]+/|/statuses/|^)(\d{15,19})(?!\d)"),
        clock=clocks.mastodon,
    ),
    Network(
        key="pinterest",
        label="Pinterest",
        hosts=("pinterest.com", "pin.it"),
        names=("pin", "пинтерест", "ピンタレスト", "핀터레스트"),
        unmistakable=("pinterest",),
        ambiguous=("pin",),
        limit=500,
        title=100,
        needs=("picture", "video"),
        post=pattern(r"/pin/|pin\.it/"),
        numbers=(
            Number("pinterest", pattern(r"/pin/(?:[^/?#]*--)?(\d{6,})(?![\w-])")),
            Number("pinterest code", pattern(r"pin\.it/(\w{5,})")),
        ),
    ),
    Network(
        key="tiktok",
        label="TikTok",
        hosts=("tiktok.com",),
        names=("tik tok", "tt", "тикток", "тікток", "ティックトック", "틱톡"),
        unmistakable=("tiktok",),
        ambiguous=("tt",),
        limit=2_200,  # of a video
        hashtags=Quota(takes=5, source="Business Today, 19 December 2025: since August 2025"),
        needs=("video", "picture"),
        links_work=False,
        post=pattern(r"/(?:video|photo)/\d|vm\.tiktok"),
        author=Author(pattern(r"/@([^/@]+)/(?:video|photo)/")),
        numbers=(
            Number("tiktok", pattern(r"/(?:video|photo)/(\d{6,})")),
            Number("tiktok code", pattern(r"//v[mt]\.tiktok\.com/(\w{6,})")),
        ),
    ),
    Network(
        key="youtube",
        label="YouTube",
        hosts=("youtube.com", "youtu.be"),
        names=("yt", "you tube", "ютуб", "ユーチューブ", "유튜브"),
        unmistakable=("youtube",),
        ambiguous=("yt",),
        limit=5_000,
        title=100,
        needs=("video",),
        post=pattern(r"watch\?|/shorts/|/post/|youtu\.be/|[?&]lb="),
        numbers=(
            Number("youtube", pattern(r"[?&]v=([\w-]{11})(?![\w-])")),
            Number("youtube", pattern(r"(?:youtu\.be|/shorts|/live|/embed)/([\w-]{11})(?![\w-])")),
            Number("youtube post", pattern(r"/post/(\w[\w-]+)|[?&]lb=(\w[\w-]+)")),
        ),
    ),
    Network(
        key="google_business",
        label="Google Business",
        hosts=("business.google.com", "g.page"),
        names=("gbp", "gmb", "google my business", "google business profile"),
        file_name="gbp",
        limit=1_500,
        post=pattern(r"."),
    ),
    Network(key="other", label="Other"),
)
