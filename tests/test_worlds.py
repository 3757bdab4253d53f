"""Made-up blogs, told of by several sources: nothing lost, nothing made of two, hardly anything twice."""

from dataclasses import replace
from pathlib import Path

import pytest

from handover import build_handover
from handover.model import Update, Updates
from handover.read import read_updates
from handover.read.richest import richest
from tests.worlds.blogs import BLOGS
from tests.worlds.counting import Count
from tests.worlds.exports import address_of
from tests.worlds.made import World, count_world, make_world
from tests.worlds.truth import HOST

EACH = 10  # worlds of each format

pytestmark = pytest.mark.long


@pytest.mark.parametrize("blog", range(len(BLOGS)), ids=lambda number: BLOGS[number].__name__)
def test_nothing_is_lost_nothing_made_of_two_and_hardly_anything_told_twice(
    tmp_path: Path, blog: int
) -> None:
    found = Count()
    for seed in range(blog, EACH * len(BLOGS), len(BLOGS)):
        folder = tmp_path / str(seed)
        folder.mkdir()
        found.add(count_world(make_world(folder, seed)))
    assert (found.lost, found.mixed, found.wrong) == ([], [], [])
    assert len(found.doubles) < found.came / 100, found.doubles
    assert found.pairs > found.sent * 0.8


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return make_world(tmp_path_factory.mktemp("world"), 4)


def test_the_count_sees_what_is_lost_and_what_is_there_twice(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = count_world(world)
    monkeypatch.setattr("tests.worlds.made.read_updates", _without_merging)
    apart = count_world(world)
    assert whole.lost == apart.lost == []
    assert len(apart.doubles) > len(whole.doubles) + 20
    monkeypatch.setattr("tests.worlds.made.read_updates", _first_of_each_network)
    assert len(count_world(world).lost) > 20
    monkeypatch.setattr("tests.worlds.made.read_updates", _one_of_each_text)
    assert len(count_world(world).mixed) > 3


def test_the_same_number_gives_the_same_world(tmp_path: Path, world: World) -> None:
    again = make_world(tmp_path, 4)
    assert again.truth == world.truth
    assert [source.path.name for source in again.sources] == [source.path.name for source in world.sources]
    assert len({address_of(sent) for sent in world.truth.sent}) == len(world.truth.sent)


@pytest.mark.parametrize("seed", [1, 6, 12])
def test_our_workbook_beside_its_sources_changes_nothing(tmp_path: Path, seed: int) -> None:
    (tmp_path / "world").mkdir()
    world = make_world(tmp_path / "world", seed, 6)
    zone, sources = world.truth.zone, [source.path for source in world.sources]
    out = tmp_path / "out"
    options = {"out_dir": out, "formats": ("xlsx",), "whole_blog": False, "timezone": zone, "site": HOST}
    first = build_handover(world.blog, sources, **options).updates.items
    books = sorted(out.rglob("*.xlsx"))
    assert books
    for given in ([*books, *sources], [*sources, *books], books):
        again = read_updates(given, timezone=zone).items
        assert sorted(update.id for update in again) == sorted(update.id for update in first)


def _without_merging(paths: list[Path], timezone: str) -> Updates:
    read = [read_updates(path, timezone=timezone) for path in paths]
    items = [item for updates in read for item in updates.items]
    return Updates(items=tuple(replace(item, id=str(number)) for number, item in enumerate(items)))


def _first_of_each_network(paths: list[Path], timezone: str) -> Updates:
    read = read_updates(paths, timezone=timezone)
    return replace(read, items=tuple({item.network: item for item in read.items}.values()))


def _one_of_each_text(paths: list[Path], timezone: str) -> Updates:
    read = read_updates(paths, timezone=timezone)
    texts: dict[tuple[str, str], list[Update]] = {}
    for item in read.items:
        texts.setdefault((item.network, item.text.partition("http")[0]), []).append(item)
    return replace(read, items=tuple(map(richest, texts.values())))
