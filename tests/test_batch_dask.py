"""Many clients on a real cluster of two worker processes."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from handover import SourceError, build_many

distributed = pytest.importorskip("distributed", reason="needs the extra 'dask'")

SAMPLES = Path(__file__).parent.parent / "sample_data"


class KillsItsWorkers:
    """Updates that end so many workers that read them; on another one they are read. Each leaves a line."""

    def __init__(self, told: Path, deaths: int) -> None:
        self.told, self.deaths = told, deaths

    @property
    def tries(self) -> int:
        return len(self.told.read_text().split())

    def __iter__(self) -> Any:
        with self.told.open("a") as stream:
            stream.write("begun\n")
        if self.tries <= self.deaths:
            os.kill(os.getpid(), signal.SIGKILL)
        return iter([{"text": "Read after all https://ternandtide.example/2025/04/small-menu/"}])


@pytest.fixture(scope="module")
def cluster() -> Any:
    quiet = {"distributed.logging.distributed": "critical", "distributed.worker.daemon": False}
    import dask

    with (
        dask.config.set(quiet),
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs=50
        ) as made,
        distributed.Client(made) as client,
    ):
        yield client


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="needs SIGKILL, which Windows does not have")
@pytest.mark.parametrize("allowed_failures", [0, 3])
def test_one_job_fails_and_workers_are_killed_and_every_other_client_is_there(
    tmp_path: Path, cluster: Any, allowed_failures: int
) -> None:
    cluster.cluster.scheduler.allowed_failures = allowed_failures
    jobs = [
        {
            "name": f"client {n}",
            "feed_url": str(SAMPLES / "feed.xml"),
            "updates": str(SAMPLES / "updates.csv"),
            "out_dir": str(tmp_path / str(n)),
            "formats": ("docx",),
            "timezone": "UTC",
        }
        for n in range(6)
    ]
    jobs[1]["feed_url"] = str(tmp_path / "missing.xml")
    deadly, once = KillsItsWorkers(tmp_path / "deadly", 99), KillsItsWorkers(tmp_path / "once", 1)
    jobs[3]["updates"], jobs[4]["updates"] = once, deadly
    results = build_many(jobs, cluster.get_executor(), light=True)
    assert [result.name for result in results if result.error] == ["client 1", "client 4"]
    assert isinstance(results[1].error, SourceError)
    assert "The worker that built 'client 4' died" in str(results[4].error)
    assert deadly.tries == 2
    assert once.tries >= 2  # what is built but not fetched yet is built anew when its worker dies of another
    assert {int(p.parent.name) for p in tmp_path.glob("*/*.docx")} == {0, 2, 3, 5}
    assert all(result.built and result.handover is None for result in results if not result.error)
