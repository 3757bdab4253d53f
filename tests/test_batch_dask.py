"""Many clients on a real cluster of two worker processes."""

import os
import signal
from pathlib import Path
from typing import Any

import pytest

from handover import SourceError, build_many

distributed = pytest.importorskip("distributed", reason="needs the extra 'dask'")

SAMPLES = Path(__file__).parent.parent / "sample_data"


class KillsItsWorkerOnce:
    """Updates that end the worker that reads them first; on another worker they are read."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __iter__(self) -> Any:
        if not self.marker.exists():
            self.marker.touch()
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
def test_one_job_fails_and_one_worker_is_killed_and_every_other_client_is_there(
    tmp_path: Path, cluster: Any
) -> None:
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
    jobs[3]["updates"] = KillsItsWorkerOnce(tmp_path / "killed")
    results = build_many(jobs, cluster.get_executor())
    assert (tmp_path / "killed").exists()
    assert [result.name for result in results if result.error] == ["client 1"]
    assert isinstance(results[1].error, SourceError)
    assert {int(p.parent.name) for p in tmp_path.glob("*/*.docx")} == {0, 2, 3, 4, 5}
