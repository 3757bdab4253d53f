"""Jobs given to workers, and what a dead worker left given to others."""

import os
import tempfile
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from pathlib import Path

from handover.batch.result import Built, Job, Result
from handover.batch.worker import DaskMarks, FileMark, Marks, WorkerDiedError, carry_out
from handover.errors import HandoverError
from handover.later import dataclass
from handover.model import Handover, Progress, Quoted, Said

Done = Future[tuple[Built, Handover | None]]
ROUNDS = 3  # on a cluster, of jobs that its scheduler gave up for the deaths of others beside them


def build_many(
    jobs: Iterable[Job | Result],
    executor: Executor | None = None,
    progress: Progress | None = None,
    *,
    workers: int | None = None,
    light: bool = False,
) -> tuple[Result, ...]:
    """Build one handover for each job and return their results in the order of the jobs.

    A job is a mapping of `build_handover`'s keywords (`feed_url` and `updates` at least) and, to be
    called something in messages, `name`. `executor` is any `concurrent.futures.Executor`: a process
    pool of one worker a core by default, threads, or a Dask cluster by `Client.get_executor()`.
    `progress` is called with a client's name, how many clients are done, and of how many.
    `workers` bounds the default pool.

    A job travels as it is given: where it names paths and addresses, a worker reads them itself, so give
    paths that all workers see. What comes back holds every post and update in `Result.handover`: some
    hundred kilobytes for fifty posts, which the caller unpacks while its workers work. With `light=True`
    there is none, and `Result.built` alone comes back: the paths of the files, the numbers, the summary.

    A job that fails becomes a `Result` with its error; it never stops the others. Where a worker dies, of a
    process pool or of a Dask cluster, each job that had begun there is tried once more, and then its error
    says so; those that waited are built as if nothing had been.
    A `Result` among the jobs (`read_jobs` gives one for a client told wrong) stands as it is.
    """
    given = list(jobs)
    todo = {number: dict(job) for number, job in enumerate(given) if not isinstance(job, Result)}
    names = {number: str(job.pop("name", "") or job.get("feed_url", "")) for number, job in todo.items()}
    results = {number: job for number, job in enumerate(given) if isinstance(job, Result)}

    def note(number: int, future: Done) -> None:
        results[number] = _result(names[number], future)
        if progress:
            progress(names[number], len(results), len(given))

    run = _Run(todo, light, note)
    if executor is None or isinstance(executor, ProcessPoolExecutor):
        run.in_pools(executor, workers)
    elif type(executor).__module__.partition(".")[0] == "distributed":
        run.on_cluster(executor)
    else:
        for number, future in run.once(executor, todo, {}):
            note(number, future)
    return tuple(results[number] for number in range(len(given)))


@dataclass(frozen=True, slots=True)
class _Run:
    """The jobs of one call, by their numbers."""

    jobs: Mapping[int, Job]
    light: bool
    note: Callable[[int, Done], None]

    def once(
        self, executor: Executor, numbers: Iterable[int], marks: Mapping[int, Marks]
    ) -> Iterator[tuple[int, Done]]:
        """The jobs with these numbers, each as it is done."""
        futures: dict[Done, int] = {}
        for number in numbers:
            try:
                future = executor.submit(carry_out, self.jobs[number], marks.get(number), self.light)
            except BrokenExecutor as error:  # a job before has broken it
                future = Future()
                future.set_exception(error)
            futures[future] = number
        for future in as_completed(futures):
            yield futures[future], future

    def in_pools(self, given: Executor | None, workers: int | None) -> None:
        """When a worker dies, its pool is of no more use. Those jobs that had begun, as many as there were
        workers, get their second try in a pool of their own, where none suffers for another; all that waited
        go into a new one together."""
        with tempfile.TemporaryDirectory(prefix="handover-", ignore_cleanup_errors=True) as folder:
            marks = {number: FileMark(Path(folder, str(number))) for number in self.jobs}
            left: Collection[int] = self.jobs
            while left:
                if given:
                    lost = self._lost(given, left, marks)
                else:
                    with ProcessPoolExecutor(max_workers=workers or os.cpu_count()) as pool:
                        lost = self._lost(pool, left, marks)
                given = None
                begun = [number for number in lost if marks[number].is_there] or lost
                for number in begun:
                    with ProcessPoolExecutor(max_workers=1) as pool:
                        for _, future in self.once(pool, [number], marks):
                            self.note(number, future)
                left = [number for number in lost if number not in begun]

    def _lost(self, pool: Executor, numbers: Iterable[int], marks: Mapping[int, Marks]) -> list[int]:
        """The jobs that the pool was broken before they were done; all others are noted."""
        lost = []
        for number, future in self.once(pool, numbers, marks):
            if isinstance(future.exception(), BrokenExecutor):
                lost.append(number)
            else:
                self.note(number, future)
        return sorted(lost)

    def on_cluster(self, executor: Executor) -> None:
        """The scheduler itself gives a job to another worker; the job's marks say when that is enough. It
        gives up those that wait beside too many deaths, too: they are given to it anew."""
        batch = uuid.uuid4().hex
        left: Collection[int] = self.jobs
        for round_ in range(1, ROUNDS + 1):
            marks = {number: DaskMarks(f"handover-{batch}-{number}", round_) for number in left}
            given_up = []
            for number, future in self.once(executor, left, marks):
                if round_ < ROUNDS and _is_given_up(future):
                    given_up.append(number)
                else:
                    self.note(number, future)
            left = sorted(given_up)


def _is_given_up(future: Done) -> bool:
    return type(future.exception()).__name__ == "KilledWorker"  # of `distributed`, an extra


def _result(name: str, future: Done) -> Result:
    error = future.exception()
    if error is None:
        built, handover = future.result()
        return Result(name=name, built=built, handover=handover)
    if isinstance(error, BrokenExecutor | WorkerDiedError) or _is_given_up(future):
        error = HandoverError(
            Said("The worker that built {name} died.", name=Quoted(name)),
            hint=Said("It may have run out of memory. Build this client by itself to see why."),
        )
    return Result(name=name, error=error)
