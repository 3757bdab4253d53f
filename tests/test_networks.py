"""The table of networks: each row is sound, and a row is all that a new network takes."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from handover.networks import NETWORKS, Network, lives_by_video, takes_a_text_alone
from handover.networks.own import account_in, is_post_address, network_at

HOUSE = Path(__file__).parent.parent


@pytest.mark.parametrize("network", NETWORKS.values(), ids=lambda n: n.key)
def test_a_row_names_only_names_it_has(network: Network) -> None:
    names = {network.key, network.label.casefold(), *network.names}
    assert {*network.unmistakable, *network.ambiguous} <= names
    assert not {*network.unmistakable} & {*network.ambiguous}


def test_no_two_networks_have_a_name_or_a_host_in_common() -> None:
    names = [name for n in NETWORKS.values() for name in {n.key, n.label.casefold(), *n.names}]
    hosts = [host for n in NETWORKS.values() for host in n.hosts]
    assert len(names) == len(set(names))
    assert len(hosts) == len(set(hosts))


def test_what_refuses_an_update_takes_no_more_than_it_refuses() -> None:
    quotas = [q for n in NETWORKS.values() for q in (n.hashtags, n.links) if q]
    assert quotas
    assert all(q.source and (q.refused_above is None or q.takes <= q.refused_above) for q in quotas)


def test_one_column_says_where_a_text_alone_is_an_update() -> None:
    assert [key for key in NETWORKS if not takes_a_text_alone(key)] == [
        *("instagram", "pinterest", "tiktok", "youtube", "other"),
    ]
    assert [key for key in NETWORKS if lives_by_video(key)] == ["tiktok", "youtube"]


def test_a_post_on_anybodys_server_is_mastodons_and_a_page_of_a_blog_is_not() -> None:
    assert network_at("https://garden.example/@larkfield/114100000000000002") == "mastodon"
    assert is_post_address("https://garden.example/@larkfield/114100000000000002")
    assert not is_post_address("https://garden.example/@larkfield/114100000000000002", "x")
    assert network_at("https://blog.example/2025/03/114100000000000002") == "other"
    assert not is_post_address("https://[broken")


def test_the_address_of_a_post_names_its_account_on_mastodon_too() -> None:
    assert account_in("https://garden.example/@Larkfield/114100000000000002") == ("mastodon", "larkfield")
    assert account_in("https://www.facebook.com/larkfield/posts/1") == ("facebook", "larkfield")
    assert account_in("https://x.com/i/status/1896851868873654273") is None
    assert account_in("https://blog.example/@larkfield") is None


# --- a new network is one row -----------------------------------------------------------------------

TRIAL = """
import csv, datetime as dt, sys
from pathlib import Path
from handover import build_handover, read_updates

folder = Path(sys.argv[1])
feed = folder / "feed.json"
feed.write_text(
    '{"version": "https://jsonfeed.org/version/1.1", "title": "Tidewell", "language": "de",'
    ' "home_page_url": "https://tidewell.example/", "items": [{"id": "1", "title": "How we blend oolong",'
    ' "url": "https://tidewell.example/oolong/", "date_published": "2026-01-05T09:00:00Z",'
    ' "content_text": "We blend oolong slowly."}]}'
)
sheet = folder / "plan.csv"
with sheet.open("w", newline="", encoding="utf-8") as stream:
    rows = csv.writer(stream)
    rows.writerow(["Network", "Text", "Link", "Date"])
    words = "Slowly blended tea tastes of patience. "
    address = "https://pixelfed.example/p/tidewell/55{}"
    rows.writerow(["PF", words + "https://tidewell.example/oolong/", address.format(1), "2025-01-06"])
    rows.writerow(["", "Patience again https://tidewell.example/oolong/", address.format(2), "2025-01-07"])
    rows.writerow(["Pixelfed", words * 60, address.format(3), "2025-01-08"])

assert [u.network for u in read_updates(sheet).items] == ["pixelfed"] * 3
made = build_handover(
    feed, sheet, out_dir=folder / "out", formats=("xlsx", "docx", "html", "csv"),
    today=dt.date(2026, 6, 1), minimum=0, timezone="Europe/Berlin",
)
print([n.text for n in made.notices if "Pixelfed" in n.text])
again = read_updates(made.working_copy)
print(sorted(u.network for u in again.items))
print(sorted(p.name for p in (folder / "out").rglob("*.csv") if "pixelfed" in p.name))
(html,) = (folder / "out").rglob("*.html")
print(html.read_text(encoding="utf-8").count("Auf Pixelfed ansehen"))
"""


def test_a_new_network_is_the_one_row_that_the_guide_shows(tmp_path: Path) -> None:
    guide = (HOUSE / ".github" / "CONTRIBUTING.md").read_text(encoding="utf-8")
    found = re.search(r"\+\+\+ handover/networks/table\.py\n\+(.*)\n```", guide)
    assert found
    shutil.copytree(HOUSE / "handover", tmp_path / "handover", ignore=shutil.ignore_patterns("__pycache__"))
    table = tmp_path / "handover" / "networks" / "table.py"
    last = '    Network(key="other"'
    table.write_text(table.read_text("utf-8").replace(last, f"{found[1]}\n{last}"), encoding="utf-8")
    script = tmp_path / "trial.py"  # its folder is the first that is imported from
    script.write_text(TRIAL, encoding="utf-8")
    run = subprocess.run(
        [sys.executable, str(script), str(tmp_path)], capture_output=True, encoding="utf-8", cwd=tmp_path
    )
    assert run.stderr == ""
    said, networks, files, views = run.stdout.splitlines()
    assert "more than Pixelfed takes (2,000)" in said
    assert networks == str(["pixelfed"] * 3)
    assert "publer-pixelfed-europe-berlin.csv" in files
    assert int(views) > 0
