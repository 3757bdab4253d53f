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
from tests.browser import Page, axe_source, browser
from tests.made import make_handover

AXE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


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


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
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


@pytest.fixture(scope="module")
def tab():
    with browser() as page:
        yield page


def shown(tab: Page) -> list[str]:
    """The titles a reader sees."""
    seen = "[...document.querySelectorAll('article h3')].filter(title => title.checkVisibility())"
    return tab.run(f"{seen}.map(title => title.textContent.trim())")


def search(tab: Page, words: str) -> None:
    tab.run(
        f"(async () => {{ const q = document.getElementById('query'); q.value = {words!r};"
        "q.dispatchEvent(new Event('input', {bubbles: true})); const o = document.getElementById('shown');"
        "await new Promise(done => { new MutationObserver(done).observe(o, {childList: true}); }) })()"
    )


@pytest.mark.parametrize("width", [1200, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("colour", ["#1f6f6b", "#ffe500", "#0a0a0a"])
def test_axe_finds_no_fault(tab, tmp_path, width, scheme, colour):
    axe = axe_source()
    handover = make_handover(rich=True)
    me = dataclasses.replace(handover.details.me, brand_colour=colour)
    handover = dataclasses.replace(handover, details=dataclasses.replace(handover.details, me=me))
    tab.media(prefers_color_scheme=scheme)
    tab.open(page_of(tmp_path, handover), width=width)
    tab.run(
        "const all = new CSSStyleSheet(); all.replaceSync('article { content-visibility: visible }');"
        "document.adoptedStyleSheets = [all]; document.querySelector('.chip input').click()"
    )
    tab.run(axe + "; 0")
    faults = tab.run(
        f"axe.run(document, {{runOnly: {AXE}}}).then(r => r.violations.map(v => [v.id, v.nodes[0].html]))"
    )
    assert faults == []


def test_the_page_asks_for_nothing_and_fits_a_phone(tab, tmp_path):
    page = page_of(tmp_path)
    tab.requests.clear()
    tab.open(page, width=360)
    assert tab.requests == [page.resolve().as_uri()]
    assert tab.run("document.documentElement.scrollWidth") <= 360


def test_search_finds_words_in_any_order_case_and_accent(tab, tmp_path):
    tab.open(page_of(tmp_path))
    everything = shown(tab)
    search(tab, "WÏND terrace")
    assert set(shown(tab)) == {t for t in everything if "roof terrace for wind" in t}
    search(tab, "no such words")
    assert shown(tab) == []
    assert tab.run("document.getElementById('none').checkVisibility()")
    search(tab, "")
    assert shown(tab) == everything


def test_an_update_without_a_post_is_found_alone(tab, tmp_path):
    tab.open(page_of(tmp_path))
    search(tab, "closed on monday")
    seen = "[...document.querySelectorAll('li.update')].filter(u => u.checkVisibility())"
    assert tab.run(f"{seen}.map(u => u.querySelector('.text').textContent)") == [
        "We are closed on Monday. See you on Tuesday!"
    ]


def test_a_network_narrows_posts_and_updates(tab, tmp_path):
    tab.open(page_of(tmp_path))
    tab.run("document.querySelector('[value=bluesky]').click(); new Promise(done => setTimeout(done, 200))")
    seen = "[...document.querySelectorAll('li.update')].filter(u => u.checkVisibility())"
    assert tab.run(f"[...new Set({seen}.map(u => u.dataset.network))]") == ["bluesky"]
    assert tab.run(f"{seen}.length") == 5
    assert len(shown(tab)) == 5


def test_posts_with_room_for_more_can_be_shown_alone(tab, tmp_path):
    handover = make_handover(rich=True)
    tab.open(page_of(tmp_path, handover))
    tab.run("document.getElementById('short').click(); new Promise(done => setTimeout(done, 200))")
    assert shown(tab) == [s.post.title for s in handover.shortfalls]


def test_each_update_can_be_copied_exactly(tab, tmp_path):
    handover = one_post(text='Line one\n\n  <b>"two"</b> & {{ three }} 😀\nhttps://a.example/?a=1&b=2')
    tab.open(page_of(tmp_path, handover))
    tab.run(
        "window.copied = []; navigator.clipboard.writeText = async text => { window.copied.push(text) };"
        "document.querySelector('button.copy').click()"
    )
    assert tab.run("window.copied") == [handover.pairs[0].update.text]
    assert tab.run("document.querySelector('button.copy').innerText") == "Copied"


def test_without_scripts_everything_can_be_read(tab, tmp_path):
    tab.open(page_of(tmp_path), scripts=False)
    tab.call("Emulation.setScriptExecutionDisabled", value=False)
    assert len(shown(tab)) == 12
    assert not tab.run("document.querySelector('.tools').checkVisibility()")
    assert not tab.run("document.querySelector('button.copy').checkVisibility()")


def test_in_print_controls_vanish_and_links_are_spelt_out(tab, tmp_path):
    tab.open(page_of(tmp_path))
    tab.media("print")
    assert not tab.run("document.querySelector('.tools').checkVisibility()")
    assert "http" in tab.run("getComputedStyle(document.querySelector('article a'), '::after').content")
    tab.media()


def test_the_keyboard_reaches_everything_in_order(tab, tmp_path):
    tab.open(page_of(tmp_path, one_post(permalink="https://blog.example/1")))
    reached = []
    for _ in range(8):
        tab.key("Tab", windowsVirtualKeyCode=9)
        reached.append(tab.run("document.activeElement.id || document.activeElement.innerText.trim()"))
    assert reached[:2] == ["Skip to the posts", "query"]
    assert {"Title", "Copy", "View on X"} <= set(reached)


def test_ten_thousand_posts_stay_searchable(tab, tmp_path):
    tab.open(page_of(tmp_path, make_handover(10_000)))
    search(tab, "letter 1666 compost")
    assert shown(tab) == ["Peat-free compost, tested for a year: letter 1666"]
    assert tab.run("document.getElementById('shown').innerText") == "Posts shown: 1 of 10,000"
