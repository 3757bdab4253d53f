"""Many clients: one that fails never stops the others."""

import os
import pickle
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from handover import DetailsError, HandoverError, Result, SourceError, build_many
from handover.batch import read_jobs
from handover.batch.running import _result

SAMPLES = Path(__file__).parent.parent / "sample_data"
FEED, UPDATES = (str(SAMPLES / name) for name in ("feed.xml", "updates.csv"))


def job(out_dir: Path, **changes: Any) -> dict[str, Any]:
    return {
        "name": out_dir.name,
        "feed_url": str(SAMPLES / "feed.xml"),
        "updates": str(SAMPLES / "updates.csv"),
        "out_dir": str(out_dir),
        "formats": ("docx",),
        "timezone": "UTC",
        **changes,
    }


class Deadly:
    """Updates that end so many of the workers that read them; then they are read. Each leaves a line."""

    def __init__(self, told: Path, deaths: int = 99) -> None:
        self.told, self.deaths = told, deaths

    @property
    def tries(self) -> int:
        return len(self.told.read_text().split()) if self.told.exists() else 0

    def __iter__(self) -> Any:
        with self.told.open("a") as stream:
            stream.write("begun\n")
        if self.tries <= self.deaths:
            os._exit(9)
        return iter([{"text": "Read after all https://ternandtide.example/2025/04/small-menu/"}])


@pytest.mark.parametrize("pool", ["processes", "threads"])
def test_results_come_in_the_order_of_the_jobs_and_a_failure_is_one_of_them(
    tmp_path: Path, pool: str
) -> None:
    jobs = [job(tmp_path / "a"), job(tmp_path / "b", feed_url="missing.xml"), job(tmp_path / "c")]
    seen = []
    with ThreadPoolExecutor(2) as threads:
        results = build_many(
            jobs,
            threads if pool == "threads" else None,
            progress=lambda name, done, total: seen.append((name, done, total)),
        )
    assert [r.name for r in results] == ["a", "b", "c"]
    assert [bool(r.error) for r in results] == [False, True, False]
    assert isinstance(results[1].error, SourceError)
    assert results[1].error.hint
    assert [len(list((tmp_path / n).glob("*.docx"))) for n in "ac"] == [1, 1]
    assert [(done, total) for _, done, total in seen] == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("pool", ["ours", "the caller's"])
def test_a_worker_that_dies_takes_only_its_own_client_which_is_tried_once_more(
    tmp_path: Path, pool: str
) -> None:
    deadly, once = Deadly(tmp_path / "deadly"), Deadly(tmp_path / "once", deaths=1)
    changes = {"b": {"updates": deadly}, "d": {"updates": once}}
    jobs = [job(tmp_path / name, **changes.get(name, {})) for name in "abcdefg"]
    if pool == "ours":
        results = build_many(jobs, workers=2)
    else:
        with ProcessPoolExecutor(2) as given:
            results = build_many(jobs, given)
    assert [r.name for r in results if r.error] == ["b"]
    assert "died" in str(results[1].error)
    assert [len(list((tmp_path / n).glob("*.docx"))) for n in "acdefg"] == [1] * 6
    assert (deadly.tries, once.tries) == (2, 2)


def test_a_light_result_tells_where_the_files_are_and_how_much_there_is(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        (whole,) = build_many([job(tmp_path / "a")], pool)
        (light,) = build_many([job(tmp_path / "b")], pool, light=True)
    assert whole.handover and whole.built and light.built and light.handover is None
    assert str(whole.built) == str(whole.handover)
    assert light.built.counts == whole.handover.counts
    assert light.built.files["docx"].is_file() and light.built.working_copy in light.built.for_you
    assert light.built.shortfalls == len(whole.handover.shortfalls)
    assert light.built.needs_a_look is whole.handover.needs_a_look
    assert 10 * len(pickle.dumps(light)) < len(pickle.dumps(whole))


def test_the_death_of_every_worker_that_dask_tried_is_told_as_that_of_one() -> None:
    future: Future[Any] = Future()
    future.set_exception(type("KilledWorker", (Exception,), {})())  # as `distributed.scheduler` calls it
    assert "died" in str(_result("Acme", future).error)


def write(folder: Path, text: str) -> Path:
    (folder / "clients.toml").write_text(text)
    return folder / "clients.toml"


def test_a_client_is_named_by_its_details_and_written_beside_them(tmp_path: Path) -> None:
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "handover.toml").write_text(
        "[client]\nname = 'Acme'\nfeed = 'feed.xml'\n[content]\nupdates = ['u.csv']\n"
    )
    (found,) = read_jobs(write(tmp_path, "[[client]]\ndetails = 'acme/handover.toml'\nminimum = 2\n"))
    assert found["name"] == "Acme"
    assert Path(found["feed_url"]) == tmp_path / "acme" / "feed.xml"
    assert [Path(p) for p in found["updates"]] == [tmp_path / "acme" / "u.csv"]
    assert Path(found["out_dir"]) == tmp_path / "acme"
    assert found["minimum"] == 2


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "names no clients"),
        ("client = 3", "names no clients"),
        ("[[client", "not TOML"),
    ],
)
def test_what_is_wrong_with_the_file_is_a_clear_error(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(DetailsError, match=said) as caught:
        read_jobs(write(tmp_path, text))
    assert caught.value.hint


@pytest.mark.parametrize(
    ("client", "said"),
    [
        ("feed='f'\nupdates='u'\nminimun = 3", "minimum"),
        ("feed='f'\nupdates='u'\nminimum='3'", "Client 1 of"),
        ("feed='f'\nupdates='u'\nstrict=1", "strict should be true or false, not 1"),
        ("feed='f'\nupdates='u'\nformats=['dox']", 'Did you mean "docx"?'),
        ("feed='f'\nupdates='u'\ntoday=2026-01-01", "unknown key 'today'"),
        ("feed='f'\nupdates=3", "updates should be text, not 3"),
        ("feed='f'\nupdates=['u', 3]", "updates should be text"),
        ("feed=3\nupdates='u'", "feed should be text, not 3"),
        ("details='missing'", "no details file"),
        ("updates='u'", "no feed"),
    ],
)
def test_what_is_wrong_with_one_client_is_its_result_and_the_others_are_built(
    tmp_path: Path, client: str, said: str
) -> None:
    other = f"[[client]]\nname='b'\nfeed={FEED!r}\nupdates={UPDATES!r}\n"
    jobs = read_jobs(write(tmp_path, f"[[client]]\n{client}\n{other}formats=['csv']\n"))
    assert isinstance(jobs[0], Result) and isinstance(jobs[0].error, HandoverError)
    assert said in f"{jobs[0].error} {jobs[0].error.hint}" and jobs[0].error.hint
    assert not isinstance(jobs[1], Result) and jobs[1]["name"] == "b"


def test_a_client_told_wrong_stands_among_the_results_and_so_does_one_in_anothers_folder(
    tmp_path: Path,
) -> None:
    told = [
        f"[[client]]\nname='{n}'\nfeed={FEED!r}\nupdates={updates}\n"
        for n, updates in (("a", 3), ("b", repr(UPDATES)), ("b", "'u'"))
    ]
    with ThreadPoolExecutor(1) as pool:
        results = build_many(read_jobs(write(tmp_path, "".join(told))), pool)
    assert [(r.name, bool(r.error)) for r in results] == [("a", True), ("b", False), ("b", True)]
    assert "Two clients" in str(results[2].error)


def test_a_client_s_word_in_the_batch_wins_over_its_details(tmp_path: Path) -> None:
    (tmp_path / "acme").mkdir()
    (tmp_path / "acme" / "handover.toml").write_text("[content]\noverwrite = true\nminimum = 9\n")
    said = "overwrite=false\nminimum=3\ntemplate='t.docx'\n"
    text = f"[[client]]\ndetails='acme'\nfeed='f.xml'\nupdates='u.csv'\n{said}"
    (found,) = read_jobs(write(tmp_path, text))
    assert (found["overwrite"], found["minimum"]) == (False, 3)
    assert Path(found["template"]) == tmp_path / "t.docx"


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path: Path) -> None:
    (tmp_path / "clients.toml").write_bytes(b"\xef\xbb\xbf[[client]]\nname='a'\nfeed='f'\nupdates='u'\n")
    (found,) = read_jobs(tmp_path / "clients.toml")
    assert found["name"] == "a"


def test_a_job_with_an_option_that_is_none_fails_by_itself(tmp_path: Path) -> None:
    with ThreadPoolExecutor(1) as pool:
        bad, wrong, good = build_many(
            [job(tmp_path / "a", minimun=3), job(tmp_path / "b", minimum="3"), job(tmp_path / "c")], pool
        )
    assert isinstance(bad.error, HandoverError) and "minimum" in bad.error.hint
    assert isinstance(wrong.error, HandoverError) and "whole number" in str(wrong.error)
    assert good.handover and not good.error
