"""Whatever is said of a blog while it is read can be said in any language."""

import gzip
import http.client
import io
import json
import re
import tarfile
import zipfile
from pathlib import Path

import pytest

from handover import build_handover
from handover.errors import HandoverError, SourceError
from handover.model import Feed, Said
from handover.read import UPDATE_FORMATS, read_feed, read_updates
from handover.read.source import open_source
from handover.read.unknown import KINDS, unknown
from handover.read.updates.tables.header.roles import role_of
from handover.read.updates.tables.rows.cell_words import state_of
from handover.read.web import Web, failure
from handover.write.words import languages, words
from tests.brackets import HOUSE, bare, plain_sentences
from tests.farm import Drop, Reply, served, sites
from tests.test_archive import MODELS

DATA = Path(__file__).parent / "data" / "feeds"
FEEDS = sorted(path for path in DATA.iterdir() if not path.name.endswith(".expected.json"))
SAID = sorted(HOUSE.glob("read/**/*.py"))

RSS = "<rss version='2.0'><channel><title>Kitchen</title>{}</channel></rss>"
ITEM = "<item><title>Bread</title><guid>{0}</guid>{1}</item>"


def told(feed: Feed) -> list[str]:
    """Every sentence a feed came with."""
    notices = [text for notice in feed.notices for text in (notice.text, notice.hint)]
    return [feed.extent_reason, *notices, *(skipped.reason for skipped in feed.skipped)]


def said_of(path: Path) -> list[str]:
    """Every sentence that reading a blog from `path` brings, its error's included."""
    try:
        return told(read_feed(path))
    except HandoverError as error:
        return [error.message, error.hint]


def files_of(path: Path) -> str:
    read = [path, *path.rglob("*")] if path.is_dir() else [path]
    return "\n".join([*(f.read_text("utf-8", "replace") for f in read if f.is_file()), *map(str, read)])


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.name)
def test_what_is_said_of_a_feed_can_be_said_in_any_language(path):
    own = files_of(path)
    assert [bare(text, own) for text in said_of(path)] == [[] for _ in said_of(path)]


def wordpress_with(kinds: str) -> str:
    items = "".join(
        f"<item><title>x</title><wp:post_type>{kind}</wp:post_type><wp:status>{status}</wp:status></item>"
        for kind, status in (pair.split("/") for pair in kinds.split())
    )
    space = "http://wordpress.org/export/1.2/"
    return f"<rss version='2.0' xmlns:wp='{space}'><channel><title>Stone</title>{items}</channel></rss>"


def ghost_with(*posts: dict[str, object]) -> str:
    return json.dumps({"db": [{"meta": {}, "data": {"posts": posts, "settings": []}}]})


def blogger_with(*kinds: str) -> str:
    sign = "http://schemas.google.com/g/2005#kind"
    listed = "".join(
        f"<entry><id>{n}</id><category scheme='{sign}' term='x#{kind}'/></entry>"
        for n, kind in enumerate(kinds)
    )
    return (
        "<feed xmlns='http://www.w3.org/2005/Atom'><id>tag:blogger.com,1999:blog-1.archive</id>"
        f"<generator>Blogger</generator>{listed}</feed>"
    )


def packed(name: str, data: bytes, kind: str = "zip") -> bytes:
    out = io.BytesIO()
    if kind == "zip":
        with zipfile.ZipFile(out, "w") as archive:
            archive.writestr(name, data)
    else:
        with tarfile.open(fileobj=out, mode="w:gz") as bundle:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            bundle.addfile(info, io.BytesIO(data))
    return out.getvalue()


LONG_AUTHOR = f"<author>{'a' * 2_000}</author>"
CHANGED = (
    "<feed xmlns='http://www.w3.org/2005/Atom'><title>K</title><entry><id>1</id><title>a</title>"
    "<updated>2024-01-01T00:00:00Z</updated></entry></feed>"
)
NAMES = "<link rel=alternate type='application/rss+xml' href='https://k.example/feed'>"

MADE: dict[str, tuple[str, bytes | str]] = {  # file, what is in it
    "no posts": ("feed.xml", RSS.format("")),
    "twice word for word": ("feed.xml", RSS.format(ITEM.format(1, "") * 2)),
    "one id for two": ("feed.xml", RSS.format(ITEM.format(1, "") + ITEM.format(1, "<link>x</link>"))),
    "an empty entry": ("feed.xml", RSS.format("<item/>" + ITEM.format(1, ""))),
    "more empty entries than are named": ("feed.xml", RSS.format("<item/>" * 60 + ITEM.format(1, ""))),
    "only empty entries": ("feed.xml", RSS.format("<item/>" * 3)),
    "not well-formed": ("feed.xml", RSS.format(ITEM.format(1, "<b>"))),
    "fields without end": (
        "feed.xml",
        RSS.format(ITEM.format(1, LONG_AUTHOR + "<category>c</category>" * 3_000) + "&x;"),
    ),
    "attributes without end": (
        "feed.xml",
        RSS.format(ITEM.format(1, "<a " + " ".join(f'a{n}="x"' for n in range(300)) + "/>") + "&x;"),
    ),
    "nested too deep": ("feed.xml", "<rss><channel>" + "<a>" * 500),
    "only changed": ("feed.xml", CHANGED),
    "no feed": ("notes.txt", "bread, salt"),
    "an empty file": ("feed.xml", ""),
    "a picture": ("feed.xml", b"\x89PNG\r\n\x1a\n"),
    "a sound": ("feed.xml", b"RIFF...."),
    "a PDF": ("feed.xml", b"%PDF-1.7"),
    "other JSON": ("feed.json", '{"a": 1}'),
    "a web page": ("page.html", "<!doctype html><html><body>Kitchen</body></html>"),
    "a web page that names its feed": ("page.html", f"<html><head>{NAMES}</head></html>"),
    "a feed that is none": ("feed.xml", "<?xml version='1.0'?><kitchen/>"),
    "closed for good": (
        "feed.json",
        '{"version": "https://jsonfeed.org/version/1.1", "expired": true, "items": [7, {"id": "1"}]}',
    ),
    "broken JSON": ("feed.json", '{"version": "https://jsonfeed.org/version/1.1", "items": ['),
    "JSON nested too deep": ("feed.json", '{"version":"https://jsonfeed.org/version/1","a":' + "[" * 200_000),
    "a WordPress export": (
        "export.xml",
        wordpress_with("page/publish post/publish post/draft post/odd post/ recipe/publish attachment/x /x"),
    ),
    "a WordPress export without posts": ("export.xml", wordpress_with("revision/x nav_menu_item/x")),
    "an empty WordPress export": ("export.xml", wordpress_with("")),
    "a Blogger backup": ("b.xml", blogger_with("post", "comment", "settings", "template", "page", "odd")),
    "an empty Blogger backup": ("b.xml", blogger_with()),
    "a Ghost export": (
        "ghost.json",
        ghost_with(
            {"id": "1", "title": "Bread", "status": "published"},
            {"id": "2", "status": "draft"},
            {"id": "3", "status": "odd"},
            {"id": "4", "type": "page"},
        ),
    ),
    "a broken REST page": ("posts.json", '[{"date_gmt": "2024", "title": {"rendered": "a"}'),
    "no page of Tumblr": ("read.xml", "<?xml version='1.0'?><tumblr version='1.0'/>"),
    "a zip without a blog": ("b.zip", packed("notes.txt", b"bread")),
    "a zip with a feed that is none": ("b.zip", packed("feed.xml", b"<?xml version='1.0'?><a/>")),
    "a damaged zip": ("b.zip", b"PK\x03\x04" + b"x" * 100),
    "a damaged gzip": ("feed.xml.gz", gzip.compress(b"<rss/>" * 99)[:-20]),
    "a damaged tar": ("b.tar.gz", packed("feed.xml", b"<rss/>" * 9_999, "tar")[:60]),
}


@pytest.mark.parametrize("name", MADE)
def test_what_is_said_of_a_file_that_is_not_as_it_should_be_can_be_said_too(name, tmp_path):
    file, data = MADE[name]
    path = tmp_path / file
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    said = said_of(path)
    assert any(said)
    assert [bare(text, files_of(path)) for text in said] == [[] for _ in said]


WALKS = [name for name, (_, _, count, _, _) in MODELS.items() if count < 100]


@pytest.mark.parametrize("name", WALKS)
def test_how_far_a_walk_came_can_be_said_too(name, tmp_path):
    site, path, *_ = MODELS[name]
    with served(site) as farm:
        feed = read_feed(farm.url + path, pause=0, cache=tmp_path)
    own = f"{farm.url}{path} {farm.url}{path}?paged= 500 Internal Server Error Hugo localhost"
    for text in told(feed):
        left = [value for value in bare(text, own) if not value.startswith(farm.url)]
        assert left == [], text


@pytest.mark.parametrize(
    ("site", "path"),
    [
        (lambda asked: Reply(b"<html><body>hi</body></html>", type="text/html"), "/"),
        (lambda asked: sites.home_page(asked, "/none"), "/"),
        (lambda asked: Reply(status=302, headers={"Location": "ftp://kitchen.example/"}), "/feed"),
        (lambda asked: Reply(status=302, headers={"Location": "/feed"}), "/feed"),
        (lambda asked: Reply(b"<rss><channel><item><title>a", type="text/xml"), "/feed"),
        *((lambda asked, n=n: Reply(status=n), "/feed") for n in (401, 403, 404, 410, 429, 500, 418, 799)),
    ],
)
def test_why_a_blog_cannot_be_had_can_be_said_too(site, path, tmp_path, monkeypatch):
    monkeypatch.setattr("handover.read.web.TRIES", 1)
    with served(site) as farm, pytest.raises(SourceError) as caught:
        read_feed(farm.url + path, pause=0, cache=tmp_path)
    error = caught.value
    own = f"ftp://kitchen.example/ {http.client.responses} {getattr(error, 'status', '')}"
    for text in (error.message, error.hint):
        assert all(value.startswith(farm.url) for value in bare(text, own)), text


def drop(asked):
    raise Drop


def test_why_a_server_gives_no_answer_can_be_said_too(monkeypatch):
    monkeypatch.setattr("handover.read.web.TRIES", 1)
    with served(drop) as farm, Web(home=farm.url, pause=0) as web:
        for address in (farm.url, "http://127.0.0.1:1/", "gopher://kitchen.example", "http://a..b/"):
            error = failure(address, web.get(address))
            assert [bare(error.message, address), bare(error.hint, "")] == [[], []], error


@pytest.mark.parametrize("ending", [ending for kinds in KINDS for ending in kinds.split()] + ["jpg", "what"])
@pytest.mark.parametrize("data", [b"", b"bread"])
def test_what_a_file_is_that_nobody_reads_can_be_said_too(ending, data, tmp_path):
    path = tmp_path / f"file.{ending}"
    path.write_bytes(data)
    error = unknown(open_source(path), [line.name for line in UPDATE_FORMATS])
    assert bare(error.message, str(path)) == bare(error.hint, "") == []


def test_what_cannot_be_given_can_be_said_too(tmp_path):
    for given in (tmp_path / "none.csv", 7):
        with pytest.raises(HandoverError) as caught:
            read_updates(given)
        error = caught.value
        assert bare(error.message, f"{given} int") == bare(error.hint, f"{Path.cwd()}") == []


def test_an_export_is_called_by_its_name_in_each_language():
    reason = read_feed(DATA / "wordpress_export.xml").extent_reason
    assert "WordPress export" in reason
    assert words("de").said(reason).startswith("Gelesen wurde das Blog selbst (WordPress-Export)")


def test_a_post_without_title_or_words_is_called_so_in_each_language(tmp_path):
    path = tmp_path / "feed.xml"
    path.write_text(RSS.format("<item><guid>1</guid></item>"))
    (post,) = read_feed(path).posts
    assert (str(post.title), words("fr").said(post.title)) == ("(without title)", "(sans titre)")


def test_the_files_call_a_post_without_title_so_in_their_language(tmp_path):
    (tmp_path / "feed.xml").write_text(RSS.format("<item><guid>1</guid></item>"))
    formats = ("xlsx", "docx", "html", "csv")
    updates = {"1": ["Fresh bread"]}
    made = build_handover(
        tmp_path / "feed.xml", updates, out_dir=tmp_path / "out", formats=formats, language="de"
    )
    for path in made.files.values():
        data = path.read_bytes() if path.is_file() else b"".join(p.read_bytes() for p in path.rglob("*.csv"))
        if data.startswith(b"PK"):
            with zipfile.ZipFile(path) as archive:
                data = b"".join(map(archive.read, archive.namelist()))
        assert b"(ohne Titel)" in data and b"(without title)" not in data, path


@pytest.mark.parametrize("path", SAID, ids=lambda path: path.name)
def test_no_sentence_is_a_bare_text_where_it_is_born(path):
    assert list(plain_sentences(path)) == []


def test_a_bare_text_is_found(tmp_path):
    path = tmp_path / "made.py"
    path.write_text(
        'Notice(text="a", hint=Said("b"))\nParseError(f"{x} is no feed.", hint="")\n'
        'Skipped(location="here", reason=Joined(f"{a}", b))\nValueError("never shown")\nNotice(text=told)\n'
    )
    assert sorted(plain_sentences(path)) == ["made.py:1", "made.py:2", "made.py:3"]


STATES = "Write published, scheduled, draft or rejected."
HEADERS = {  # a date, a network, a text; a text that is plainly of an update; a link
    "de": ("Datum", "Netzwerk", "Text", "Beitragstext", "Link"),
    "en": ("Date", "Network", "Text", "Post text", "Link"),
    "es": ("Fecha", "Red social", "Texto", "Texto del post", "Enlace"),
    "fr": ("Date", "Réseau", "Texte", "Texte du post", "Lien"),
    "it": ("Data", "Social", "Testo", "Testo del post", "Link"),
    "pt-BR": ("Data", "Rede social", "Texto", "Texto do post", "Link"),
}


@pytest.mark.parametrize("language", languages())
def test_the_words_of_states_that_a_hint_names_are_those_that_are_read(language: str) -> None:
    told = words(language).said(Said(STATES)).rstrip(".").partition(" ")[2].removeprefix("Sie ")
    named = re.split(r", | (?:or|oder|o|ou) ", told)
    assert [state_of(word) for word in named] == ["published", "scheduled", "draft", "rejected"]


@pytest.mark.parametrize("language", languages())
def test_the_columns_that_a_hint_names_are_those_that_are_read(language: str) -> None:
    date, network, text, copy, link = HEADERS[language]
    roles = [role_of(word) for word in HEADERS[language]]
    assert [role and role.field for role in roles] == ["date", "network", "text", "text", "link"]

    def said(message: str) -> str:
        return words(language).said(Said(message))

    headed = said("Put them into a table with a header (Date, Network, Text, Link), one update a row.")
    assert f"({date}, {network}, {text}, {link})" in headed
    named = said("Give it a first row that names its columns, for instance Date, Network and Text.")
    assert f" {date}, {network} " in named and f" {text}." in named
    message = (
        "If they are updates after all, put them into a table with columns like Date, Network and Post text, "
        "and without those about people."
    )
    assert f" {date}, {network} " in said(message) and f" {copy}" in said(message)
