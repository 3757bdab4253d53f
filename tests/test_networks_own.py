"""Which address names one post, and which a profile, a page or an app."""

import pytest

from handover.networks.own import author_in, own_address

NUMBER = "1029384756102938"
SHARE = "7302251387289600005"


@pytest.mark.parametrize(
    ("network", "spellings"),
    [
        ("x", ["https://twitter.com/lark/status/1896851868873654273",
               "https://x.com/i/web/status/1896851868873654273?s=20"]),
        ("facebook", [f"https://www.facebook.com/lark/posts/{NUMBER}",
                      f"https://m.facebook.com/story.php?story_fbid={NUMBER}&id=5",
                      f"https://www.facebook.com/permalink.php?story_fbid={NUMBER}&id=5",
                      f"https://www.facebook.com/lark/posts/how-we-prune/{NUMBER}/?ref=x",
                      f"https://www.facebook.com/123456_{NUMBER}"]),
        ("facebook", ["https://www.facebook.com/watch/?v=123456789", "https://www.facebook.com/lark/videos/123456789/",
                      "https://www.facebook.com/reel/123456789"]),
        ("linkedin", [f"https://www.linkedin.com/feed/update/urn:li:share:{SHARE}",
                      f"https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A{SHARE}/",
                      f"https://www.linkedin.com/posts/lark_sale-share-{SHARE}-x1Yz"]),
        ("instagram", ["https://www.instagram.com/p/DGw9KkAsXyZ/", "https://instagram.com/lark/reel/DGw9KkAsXyZ?hl=en"]),
        ("youtube", ["https://www.youtube.com/watch?v=aaaaaaaaaaa&t=3", "https://youtu.be/aaaaaaaaaaa",
                     "https://www.youtube.com/shorts/aaaaaaaaaaa"]),
        ("pinterest", ["https://www.pinterest.com/pin/123456789/", "https://www.pinterest.de/pin/roses--123456789/"]),
        ("threads", ["https://www.threads.net/@lark/post/C4abcDEF123", "https://www.threads.com/@lark/post/C4abcDEF123/"]),
        ("bluesky", ["https://bsky.app/profile/lark.example/post/3ljk5pf2hk227",
                     "https://bsky.app/profile/did:plc:abc/post/3ljk5pf2hk227"]),
    ],
)  # fmt: skip
def test_every_spelling_of_a_posts_address_names_the_same_post(network: str, spellings: list[str]) -> None:
    named = {own_address(network, address) for address in spellings}
    assert len(named) == 1
    assert all(own is not None and own.sure for own in named)


@pytest.mark.parametrize(
    ("network", "address"),
    [
        ("x", "https://x.com/larkfield"),
        ("x", "https://buffer.com/app/1896851868873654273"),
        ("facebook", "https://www.facebook.com/larkfield"),
        ("facebook", "https://www.facebook.com/profile.php?id=100064123456789"),
        ("facebook", "https://www.facebook.com/pages/Larkfield/123456789"),
        ("linkedin", "https://www.linkedin.com/company/larkfield/"),
        ("instagram", "https://www.instagram.com/larkfieldnr/"),
        ("youtube", "https://www.youtube.com/@larkfield"),
        ("pinterest", "https://www.pinterest.com/larkfield/roses/"),
        ("mastodon", "https://garden.social/@larkfield"),
        ("mastodon", "https://mastodon.social/@larkfield@garden.social/114100000000000002"),
        ("other", "https://t.me/larkfield"),
        ("other", ""),
    ],
)
def test_the_address_of_a_profile_a_page_or_an_app_names_no_post(network: str, address: str) -> None:
    assert own_address(network, address) is None


def test_a_bare_number_on_facebook_tells_two_posts_apart_but_proves_no_sameness() -> None:
    one, two = (own_address("facebook", f"https://www.facebook.com/12218700000000001{n}") for n in (1, 2))
    assert one is not None
    assert two is not None
    assert (one.kind, one.sure) == (two.kind, False)
    assert one != two


def test_a_share_and_an_activity_are_of_two_kinds() -> None:
    base = "https://www.linkedin.com/feed/update/urn:li"
    share, activity = (own_address("linkedin", f"{base}:{kind}:{SHARE}") for kind in ("share", "activity"))
    assert share is not None
    assert activity is not None
    assert share.kind != activity.kind


@pytest.mark.parametrize(
    ("network", "address", "author"),
    [
        ("x", "https://twitter.com/lark/status/18", "lark"),
        ("x", "https://x.com/i/status/18", ""),
        ("mastodon", "https://garden.social/@lark/114100000000000001", "lark"),
        ("threads", "https://www.threads.net/@lark.field/post/C4abc", "lark.field"),
        ("facebook", "https://www.facebook.com/lark/posts/12345678", ""),
    ],
)
def test_an_address_names_its_author_where_the_network_writes_it_there(
    network: str, address: str, author: str
) -> None:
    assert author_in(network, address) == author
