"""The preview in a browser: what a reader sees, finds and copies, with or without a mouse."""

import dataclasses

import pytest

from tests.browser import Page, axe_source, browser
from tests.made import make_handover
from tests.test_html import one_post, page_of

AXE = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = pytest.mark.long


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
