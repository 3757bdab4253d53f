"""Many clients at once, on any `concurrent.futures.Executor`; one that fails never stops the others."""

import os
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import BrokenExecutor, Executor, Future, ProcessPoolExecutor, as_completed
from pathlib import Path
from typing import Any

from handover.build import build_handover
from handover.details import gather
from handover.errors import DetailsError, HandoverError, SourceError
from handover.later import dataclass
from handover.model import Handover, Progress, Quoted, Said
from handover.model.paths import expanded
from handover.options import KEYS, UnfitError, closest, in_toml

Job = Mapping[str, Any]  # keywords of `build_handover`, and optionally "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What became of one client's job: a handover, or the error that ended it."""

    name: str
    handover: Handover | None = None
    error: BaseException | None = None


def build_many(
    jobs: Iterable[Job | Result],
    executor: Executor | None = None,
    progress: Progress | None = None,
    *,
    workers: int | None = None,
) -> tuple[Result, ...]:
    """Build one handover for each job and return their results in the order of the jobs.

    A job is a mapping of `build_handover`'s keywords (`feed_url` and `updates` at least) and, to be
    called something in messages, `name`. `executor` is any `concurrent.futures.Executor`: a process
    pool of one worker a core by default, threads, or a Dask cluster by `Client.get_executor()`.
    `progress` is called with a client's name, how many clients are done, and of how many.
    `workers` bounds the default pool.

    A job that fails, or whose worker dies, becomes a `Result` with its error; it never stops the others.
    A `Result` among the jobs (`read_jobs` gives one for a client told wrong) stands as it is.
    """
    given = list(jobs)
    todo = {number: dict(job) for number, job in enumerate(given) if not isinstance(job, Result)}
    names = {number: str(job.pop("name", "") or job.get("feed_url", "")) for number, job in todo.items()}
    results = {number: job for number, job in enumerate(given) if isinstance(job, Result)}

    def note(number: int, future: Future[Handover]) -> None:
        results[number] = _result(names[number], future)
        if progress:
            progress(names[number], len(results), len(given))

    if executor is not None:
        for number, future in _run(executor, todo, todo):
            note(number, future)
    else:
        _run_in_pools(todo, note, workers)
    return tuple(results[number] for number in range(len(given)))


def _run(
    executor: Executor, todo: Mapping[int, dict[str, Any]], numbers: Iterable[int]
) -> Iterator[tuple[int, Future[Handover]]]:
    """The jobs with these numbers, each as it is done."""
    futures = {executor.submit(_build, todo[number]): number for number in numbers}
    for future in as_completed(futures):
        yield futures[future], future


def _run_in_pools(
    todo: Mapping[int, dict[str, Any]], note: Callable[[int, Future[Handover]], None], workers: int | None
) -> None:
    """One pool for all; when a worker dies it takes the pool with it, so each job that was lost gets a
    pool of its own: only the one that kills its worker fails."""
    lost = []
    with ProcessPoolExecutor(max_workers=workers or os.cpu_count()) as pool:
        for number, future in _run(pool, todo, todo):
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
    # Dask gives a job whose worker died to others first, and has an error of its own for when they die, too.
    if isinstance(error, BrokenExecutor) or type(error).__name__ == "KilledWorker":
        error = HandoverError(
            Said("The worker that built {name} died.", name=Quoted(name)),
            hint=Said("It may have run out of memory. Build this client by itself to see why."),
        )
    return Result(name=name, error=error)


NAMES = ("name", "feed", "updates", "details", *KEYS)  # the keys of a `[[client]]`


def read_jobs(path: str | Path) -> list[Job | Result]:
    """The jobs of a `clients.toml`: one `[[client]]` a client.

    Its keys are `details` (the client's own handover.toml), `name`, `feed`, `updates` and the options of
    `build_handover`; paths are relative to the file. A client that names no `out_dir` gets a folder of
    its own beside the file, called after its details' folder or its name.

    A client that is not told right becomes its `Result`, with the error; the others are jobs.
    Raises SourceError when the file cannot be read and DetailsError when it is no TOML or names no clients.
    """
    file = Path(path)
    try:
        told = tomllib.loads(file.read_text("utf-8-sig"))
    except OSError as error:
        raise SourceError(
            Said("{file} could not be read ({error}).", file=str(file), error=str(error.strerror)),
            location=str(file),
            hint=Said("Check the path."),
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        no_toml = Said("{file} is not TOML: {error}.", file=str(file), error=str(error))
        raise DetailsError(no_toml, location=str(file), hint=_EXAMPLE) from error
    clients = told.get("client")
    if not isinstance(clients, list) or not all(isinstance(client, dict) for client in clients):
        none = Said("{file} names no clients.", file=str(file))
        raise DetailsError(none, location=str(file), hint=_EXAMPLE)
    jobs: list[Job | Result] = []
    places: set[str] = set()
    for number, client in enumerate(clients, 1):
        try:
            jobs.append(_with_own_place(_job(client, number, file), places, file))
        except HandoverError as error:
            jobs.append(Result(name=_called(client, number), error=error))
    return jobs


def _called(client: Mapping[str, Any], number: int) -> str:
    """What a client is called whose details may not be readable."""
    return str(client.get("name") or client.get("details") or f"client {number}")


def _with_own_place(job: Job, places: set[str], file: Path) -> Job:
    """The job, its folder noted. Raises DetailsError where an earlier client writes there, too."""
    place = os.path.normcase(Path(job["out_dir"]).absolute().resolve())
    if place in places:
        raise DetailsError(
            Said(
                "Two clients of {file} would write to {folder}.", file=str(file), folder=str(job["out_dir"])
            ),
            location=str(file),
            hint=Said("Give each client an out_dir of its own."),
        )
    places.add(place)
    return job


_EXAMPLE = Said('Write a [[client]] for each: details = "acme/handover.toml", or name, feed and updates.')


def _job(client: dict[str, Any], number: int, file: Path) -> Job:
    for key, value in client.items():
        _check(key, value, number, file)
    given = {
        key: _beside(file, value) if KEYS[key].kind.is_path else KEYS[key].take(value)
        for key, value in client.items()
        if key in KEYS
    }
    updates = client.get("updates", [])
    details = client.get("details")
    place, found, told = gather(
        _beside(file, client.get("feed", "")) or None,
        [_beside(file, path) for path in ([updates] if isinstance(updates, str) else updates)],
        _beside(file, details) if details else None,
    )
    name = str(client.get("name") or told.client.name or f"client {number}")
    if "out_dir" not in given:
        beside = told.base or str(file.parent / name)
        given["out_dir"] = told.beside(told.content.out_dir) if told.content.out_dir else beside
    return {"name": name, "feed_url": place, "updates": found, "details": told, **given}


def _check(key: str, value: Any, number: int, file: Path) -> None:
    """Raises DetailsError for a key that a client has not, and for a value that will not do."""
    where = {"number": str(number), "file": str(file)}
    if key not in NAMES:
        near = closest(key, NAMES)
        names = ", ".join(NAMES)
        raise DetailsError(
            Said("Client {number} of {file} has an unknown key {key}.", key=Quoted(key), **where),
            key=key,
            location=str(file),
            hint=Said("Did you mean {name}?", name=Quoted(near))
            if near
            else Said("The keys are: {names}.", names=names),
        )
    try:
        _take(key, value)
    except UnfitError as unfit:
        raise DetailsError(
            Said("Client {number} of {file}: {problem}", problem=unfit.problem(key, in_toml), **where),
            key=key,
            location=str(file),
            hint=unfit.hint(f"{key} = ", in_toml),
        ) from None


def _take(key: str, value: Any) -> None:
    """Raises UnfitError for a value that will not do."""
    if key in KEYS:
        KEYS[key].take(value)
        return
    listed = value if key == "updates" and isinstance(value, list) else [value]
    if not all(isinstance(text, str) for text in listed):
        raise UnfitError(Said("text"), value, sample="...")


def _beside(file: Path, path: str) -> str:
    """A path that the file names, from where the file lies; an address as it is."""
    return path if not path or "://" in path else str(file.parent / expanded(path))
