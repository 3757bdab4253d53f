"""Many clients at once, on any `concurrent.futures.Executor`; one that fails never stops the others."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from typing import Any

from handover.build import build_handover
from handover.errors import HandoverError
from handover.model import Handover

Job = Mapping[str, Any]  # keywords of `build_handover`, and optionally "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one client's job: a handover, or the error that ended it."""

    name: str
    handover: Handover | None = None
    error: BaseException | None = None


def build_many(
    jobs: Iterable[Job],
    executor: Executor | None = None,
    progress: Callable[[str, int, int | None], None] | None = None,
) -> tuple[Result, ...]:
    """Build one handover for each job and return their results in the order of the jobs.

    A job is a mapping of `build_handover`'s keywords (`feed_url` and `updates` at least) and, to be
    called something in messages, `name`. `executor` is any `concurrent.futures.Executor`: a process
    pool of one worker a core by default, threads, or a Dask cluster by `Client.get_executor()`.
    `progress` is called with a client's name, how many clients are done, and of how many.

    A job that fails, or whose worker dies, becomes a `Result` with its error; it never stops the others.
    """
    todo = [dict(job) for job in jobs]
    names = [str(job.pop("name", "") or job.get("feed_url", "")) for job in todo]
    results: dict[int, Result] = {}

    def note(number: int, future: Future[Handover]) -> None:
        results[number] = _result(names[number], future)
        if progress:
            progress(names[number], len(results), len(todo))

    if executor is not None:
        for number, future in _run(executor, todo, range(len(todo))):
            note(number, future)
    else:
        _run_in_pools(todo, note)
    return tuple(results[number] for number in range(len(todo)))


def _run(
    executor: Executor, todo: list[dict[str, Any]], numbers: Iterable[int]
) -> Iterator[tuple[int, Future[Handover]]]:
    """The jobs with these numbers, each as it is done."""
    futures = {executor.submit(_build, todo[number]): number for number in numbers}
    for future in as_completed(futures):
        yield futures[future], future


def _run_in_pools(todo: list[dict[str, Any]], note: Callable[[int, Future[Handover]], None]) -> None:
    """One pool for all; when a worker dies it takes the pool with it, so each job that was lost gets a
    pool of its own: only the one that kills its worker fails."""
    lost = []
    with ProcessPoolExecutor(max_workers=os.cpu_count()) as pool:
        for number, future in _run(pool, todo, range(len(todo))):
            if isinstance(future.exception(), BrokenExecutor):
                lost.append(number)
            else:
                note(number, future)
    for number in sorted(lost):
        with ProcessPoolExecutor(max_workers=1) as pool:
            for _, future in _run(pool, todo, [number]):
                note(number, future)


def _build(job: dict[str, Any]) -> Handover:
    return build_handover(**job)


def _result(name: str, future: Future[Handover]) -> Result:
    error = future.exception()
    if error is None:
        return Result(name=name, handover=future.result())
    if isinstance(error, BrokenExecutor):
        error = HandoverError(
            f"The worker that built {name!r} died.",
            hint="It may have run out of memory. Build this client by itself to see why.",
        )
    return Result(name=name, error=error)
