"""Pictures that are told by their address only, downloaded from a real server on this machine."""

from pathlib import Path

from handover.model import Feed, Media, Post, Update, Updates
from handover.read.fetch import open_session
from handover.read.fetched_media import fetch_media
from tests.farm import Reply, served

PICTURE = Reply(body=b"\x89PNG", type="image/png")


def test_what_comes_is_kept_and_what_does_not_is_named(tmp_path: Path) -> None:
    def site(asked):
        answers = {
            "/sent": Reply(status=302, headers={"Location": f"{asked.root}/1.png"}),
            "/away": Reply(status=302, headers={"Location": "http://localhost.example/1.png"}),
            "/page": Reply(body=b"<html>", type="text/html"),
        }
        return PICTURE if asked.path.endswith(".png") else answers.get(asked.path, Reply(status=404))

    with served(site) as farm:
        names = ("1.png", "sent", "away", "page", "gone", "late.png")
        media = tuple(Media(f"{farm.url}/{name}", alt="A loaf") for name in names)
        mine = Update(text="Rye", media=media)
        theirs = Update(text="RT", kind="repost", media=(Media(f"{farm.url}/theirs.png"),))
        post = Post(id="1", title="Rye", image=Media(f"{farm.url}/2.png"))
        told = {"session": open_session(private=True), "cache": tmp_path, "pause": 0.0}
        given = (Feed(title="Rye", posts=(post,)), Updates(items=(mine, theirs)))
        feed, updates = fetch_media(*given, **told, most=12)
        first = set(farm.paths)
        again = fetch_media(*given, **told, most=12)[1]
    came = [one.file and Path(one.file).read_bytes() for one in updates.items[0].media]
    assert came == [b"\x89PNG", b"\x89PNG", None, None, None, b"\x89PNG"]
    assert (updates.items[0].media[0].alt, updates.items[0].media[0].size) == ("A loaf", 4)
    assert updates.items[1].media[0].file is None
    assert feed.posts[0].pictures[0].file is None  # three of four bytes each were all that might come
    (notice,) = updates.notices
    assert notice.text.startswith(
        "4 pictures or films could not be downloaded (the first: its address leads on"
    )
    assert "/theirs.png" not in first
    assert farm.paths.count("/1.png") == 2  # by itself, and where it was sent on to: not asked for again
    assert again.items[0].media[0].file == updates.items[0].media[0].file


def test_a_private_network_is_not_asked(tmp_path: Path) -> None:
    with served(lambda asked: PICTURE) as farm:
        item = Update(text="Rye", media=(Media(f"{farm.url}/1.png"),))
        _feed, updates = fetch_media(Feed(title="Rye"), Updates(items=(item,)), cache=tmp_path, pause=0.0)
    assert not farm.asked
    assert "private network" in updates.notices[0].text
