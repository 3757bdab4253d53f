"""The preview: the whole library on one page that asks nobody for anything."""

import dataclasses
import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from handover.errors import TemplateError
from handover.model import Details, Evidence, Feed, Handover, Me, Pair, Pairing, Post, Update, Updates
from handover.write.html import write
from handover.write.job import Job
from handover.write.words import languages
from tests.extent import share
from tests.made import make_handover


def page_of(folder: Path, handover: Handover | None = None) -> Path:
    return write(Job(handover=handover or make_handover(rich=True), folder=folder, slug="tidewell"))[0]


def parsed(folder: Path, handover: Handover | None = None) -> LexborHTMLParser:
    return LexborHTMLParser(page_of(folder, handover).read_text("utf-8"))


def one_post(title: str = "Title", text: str = "Text", **more) -> Handover:
    """A handover of one post with one update."""
    post = Post(id="1", title=title, **{k: v for k, v in more.items() if k not in ("link", "network")})
    update = Update(
        id="u", text=text, network=more.get("network", "x"), permalink=more.get("link", "https://x.com/a/1")
    )
    pair = Pair(post=post, update=update, evidence=Evidence.LINK, score=1.0, reason="")
    return Handover(
        feed=Feed(title="Blog", posts=(post,)),
        updates=Updates(items=(update,)),
        pairing=Pairing(posts=(post,), pairs=(pair,)),
        today=dt.date(2026, 11, 20),
    )


def test_every_post_and_update_stands_on_the_page_once(tmp_path):
    handover = make_handover(40, rich=True)
    page = parsed(tmp_path, handover)
    titles = [node.text(strip=True) for node in page.css("h3")]
    assert titles == [p.title for p in sorted(handover.posts, key=lambda p: p.published, reverse=True)]
    texts = sorted(node.text() for node in page.css("li.update:not(.draft) .text"))
    assert texts == sorted(
        [p.update.text for p in handover.pairs] + [u.update.text for u in handover.unpaired]
    )


def test_the_filters_count_what_the_page_says_it_holds(tmp_path):
    made = make_handover(40, rich=True)
    twice = dataclasses.replace(made.pairs[0], post=made.posts[-1])  # one update at two posts
    draft = dataclasses.replace(made.pairs[1].update, id="its-draft", state="draft")
    drafted = dataclasses.replace(made.pairs[1], update=draft)
    pairing = dataclasses.replace(made.pairing, pairs=(*made.pairs, twice, drafted))
    handover = dataclasses.replace(made, pairing=pairing)
    page = parsed(tmp_path, handover)
    posts, updates, more, _networks = (int(node.text().split()[0]) for node in page.css(".figures li"))
    assert (posts, updates, more) == (40, handover.counts.updates, handover.counts.more)
    assert more and handover.counts.drafts
    assert sum(int(node.text()) for node in page.css("fieldset small")) == updates + more


def test_a_draft_is_marked_as_one(tmp_path):
    drafts = parsed(tmp_path).css("li.update.draft")
    assert len(drafts) == 2
    assert all("Draft, not published" in node.text() for node in drafts)


def test_a_dated_update_says_so_and_not_why(tmp_path):
    marks = [node.text() for node in parsed(tmp_path, make_handover()).css("[data-use=dated] .mark")]
    assert set(marks) == {"Dated"}


def test_replies_and_reposts_are_not_on_the_page(tmp_path):
    handover = make_handover(3, short=False)
    first, second, *rest = handover.pairs
    first = dataclasses.replace(first, update=dataclasses.replace(first.update, kind="reply"))
    second = dataclasses.replace(second, update=dataclasses.replace(second.update, kind="repost"))
    pairing = dataclasses.replace(handover.pairing, pairs=(first, second, *rest), unpaired=())
    page = parsed(tmp_path, dataclasses.replace(handover, pairing=pairing))
    assert sorted(node.text() for node in page.css(".text")) == sorted(p.update.text for p in rest)
    assert "7 updates" in [node.text() for node in page.css(".figures li")]


def test_a_feed_of_the_newest_posts_is_called_so(tmp_path):
    handover = make_handover()
    newest = dataclasses.replace(handover, feed=dataclasses.replace(handover.feed, extent="newest_only"))
    said = parsed(tmp_path, newest).css_first("header").text()
    assert re.search(r"holds posts from .+ to .+; older ones are not in it\.", said)


def test_the_same_handover_gives_the_same_page(tmp_path):
    assert page_of(tmp_path).read_bytes() == page_of(tmp_path).read_bytes()


def test_an_empty_handover_is_still_a_page(tmp_path):
    assert parsed(tmp_path, make_handover(0)).css_first("h1").text() == "Tidewell Garden Studio"


@settings(max_examples=share(60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    title=st.text(min_size=1, max_size=40),
    text=st.text(st.sampled_from("<>&\"'/=\n\r\0\x0b\ud800\u202e{}%aé王😀-"), min_size=1, max_size=60),
)
def test_text_of_strangers_stays_text(tmp_path, title, text):
    page = parsed(tmp_path, one_post(title, text))
    assert [node.tag for node in page.css("h3 *, .text *")] == []
    assert (
        page.css_first(".text").text()
        == re.sub("\r\n?|\x0b", "\n", text).replace("\0", "").replace("\ud800", "\ufffd").strip()
    )


@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        'https://a.example/"onclick="x',
        "//a.b",
    ],
)
def test_only_web_addresses_become_links(tmp_path, link):
    page = parsed(tmp_path, one_post(permalink=link, link=link))
    assert [a.attributes["href"] for a in page.css("a")] == ["#library"]


def test_nothing_on_the_page_is_fetched(tmp_path):
    text = page_of(tmp_path).read_text("utf-8")
    page = LexborHTMLParser(text)
    assert not page.css("link, iframe, object, embed, script[src], img:not([src^='data:'])")
    assert "url(" not in text and "@import" not in text
    assert "default-src 'none'" in page.css_first("meta[http-equiv]").attributes["content"]


def test_the_users_logo_stands_in_the_page(tmp_path):
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\nrest")
    details = Details(me=Me(name="Nora Feldt", logo="logo.png"), base=str(tmp_path))
    image = parsed(tmp_path, dataclasses.replace(make_handover(), details=details)).css_first("img")
    assert image.attributes["src"].startswith("data:image/png;base64,")
    assert image.attributes["alt"] == "Nora Feldt"


def test_a_mistake_in_the_users_template_is_told(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "preview.html.j2").write_text("<h1>{{ nme }}</h1>")
    own = dataclasses.replace(make_handover(), details=Details(base=str(tmp_path)))
    with pytest.raises(TemplateError) as caught:
        page_of(tmp_path, own)
    assert (caught.value.line, caught.value.hint) == (1, "Did you mean name?")


@pytest.mark.parametrize("language", languages())
def test_the_page_speaks_each_language(tmp_path, language):
    page = parsed(tmp_path, make_handover(rich=True, language=language))
    assert page.css_first("html").attributes["lang"] == language
    assert "{" not in page.css_first("main").text()
    assert (page.css_first("button.copy").text() == "Copy") == (language == "en")


def test_texts_in_another_language_than_the_page_say_so(tmp_path):
    page = parsed(tmp_path, make_handover(language="de"))
    assert page.css_first("html").attributes["lang"] == "de"
    assert {n.attributes["lang"] for n in page.css("h3, .text, .summary")} == {"en-GB"}
    assert not parsed(tmp_path, make_handover(language="en")).css("h3[lang]")
