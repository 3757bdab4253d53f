"""What is not public on a blog comes out of none of its exports, and is counted."""

import datetime as dt
import json

import pytest

from handover.read import read_feed

DAY = dt.date(2024, 6, 1)


def told(feed):
    return [post.title for post in feed.posts], " ".join(notice.text for notice in feed.notices)


def test_a_post_behind_a_password_stays_there(tmp_path):
    item = (
        "<item><title>{}</title><wp:post_type>post</wp:post_type><wp:status>publish</wp:status>"
        "<wp:post_password>{}</wp:post_password></item>"
    )
    space = "http://wordpress.org/export/1.2/"
    items = item.format("Bread", "") + item.format("For members", "<![CDATA[rye]]>")
    path = tmp_path / "export.xml"
    path.write_text(
        f"<rss version='2.0' xmlns:wp='{space}'><channel><title>Stone</title>{items}</channel></rss>"
    )
    titles, notices = told(read_feed(path))
    assert titles == ["Bread"]
    assert "posts behind a password (1)" in notices
    assert "members" not in notices


def test_what_wordpress_shows_to_who_is_signed_in_is_left_out(tmp_path):
    rows = [
        {"id": n, "date_gmt": "2024-03-01T10:00:00", "status": state, "title": {"rendered": state}}
        for n, state in enumerate(("publish", "private", "draft", "future"))
    ]
    (tmp_path / "posts.json").write_text(json.dumps(rows))
    titles, notices = told(read_feed(tmp_path / "posts.json"))
    assert titles == ["publish"]
    assert notices.count("posts in state") == 3


def test_a_list_of_posts_tells_which_are_none(tmp_path):
    (tmp_path / "posts.csv").write_text(
        "Title,Permalink,Post Type,Status,Post Password\n"
        "Bread,https://b.example/bread,post,publish,\n"
        "Idea,https://b.example/idea,post,draft,\n"
        "Team only,https://b.example/team,post,private,\n"
        "Members,https://b.example/members,post,publish,rye\n"
        "About,https://b.example/about,page,publish,\n"
    )
    titles, notices = told(read_feed(tmp_path / "posts.csv"))
    assert titles == ["Bread"]
    assert all(
        words in notices for words in ("drafts (1)", "private", "password (1)", "pages that are no posts (1)")
    )


def test_a_list_with_kinds_of_its_own_is_read_whole(tmp_path):
    (tmp_path / "posts.csv").write_text(
        "Title,URL,Type,Status\nBread,https://b.example/bread,Post,Live\nRye,https://b.example/rye,News,Live\n"
    )
    assert told(read_feed(tmp_path / "posts.csv"))[0] == ["Bread", "Rye"]


def folder(tmp_path, **texts):
    for name, facts in texts.items():
        path = tmp_path / "content" / "posts" / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"---\ntitle: {name}\ndate: 2024-03-01\n{facts}\n---\nBread.")
    return tmp_path


@pytest.mark.parametrize(
    "facts",
    [
        "draft: true",
        "draft: yes",
        "draft: Yes",
        'draft: "true"',
        "published: no",
        "status: draft",
        "status: Scheduled",
        "visibility: private",
        "private: true",
        "password: rye",
        "permalink: false",
    ],
)
def test_a_text_that_is_no_published_post_by_any_of_its_facts_is_left_out(tmp_path, facts):
    titles, notices = told(read_feed(folder(tmp_path, Bread="", Hidden=facts)))
    assert titles == ["Bread"]
    assert "left out" in notices


@pytest.mark.parametrize(
    "facts", ["draft: false", "status: published", "published: true", "visibility: public"]
)
def test_a_text_that_says_that_it_is_published_is_a_post(tmp_path, facts):
    assert sorted(told(read_feed(folder(tmp_path, Bread="", Rye=facts)))[0]) == ["Bread", "Rye"]


def test_hugo_shows_no_post_of_a_day_to_come_and_none_that_has_expired(tmp_path):
    site = folder(tmp_path, Bread="", Later="publishDate: 2024-07-01", Over="expiryDate: 2024-05-01")
    (site / "hugo.toml").write_text('baseURL = "https://b.example/"')
    titles, notices = told(read_feed(site, today=DAY))
    assert titles == ["Bread"]
    assert "posts of a day to come (1)" in notices and "posts that have expired (1)" in notices
    assert len(read_feed(site).posts) == 3


def test_other_programs_show_posts_of_days_to_come(tmp_path):
    site = folder(tmp_path, Bread="", Later="publishDate: 2024-07-01")
    assert len(read_feed(site, today=DAY).posts) == 2


def test_an_entry_that_says_that_it_is_a_draft_is_none(tmp_path):
    entry = (
        "<entry><id>{0}</id><title>{0}</title><app:control><app:draft>{1}</app:draft></app:control></entry>"
    )
    (tmp_path / "feed.atom").write_text(
        "<feed xmlns='http://www.w3.org/2005/Atom' xmlns:app='http://www.w3.org/2007/app'><title>Stone</title>"
        + entry.format("Bread", "no")
        + entry.format("Idea", "yes")
        + "</feed>"
    )
    titles, notices = told(read_feed(tmp_path / "feed.atom"))
    assert titles == ["Bread"]
    assert "drafts (1)" in notices
