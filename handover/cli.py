"""The command line: the only place that prints.

Slow libraries are imported by the command that needs them, so that `--help` answers at once.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from contextlib import chdir
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from handover import __version__
from handover.errors import HandoverError, OutputError, in_words, mistake
from handover.flags import ARGUMENTS, COMMON, READING, WRITING, Command, Value, options
from handover.model import DETAILS_FILE, Handover, Progress, Said
from handover.model.gc_pause import no_collection
from handover.model.paths import expanded
from handover.options import OPTIONS, settle
from handover.terminal import ProgressBar, Reader, how_to_get, said_in, summary, to_look_at, words_of
from handover.text.safe import for_terminal

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


def _reader() -> Reader:
    return click.get_current_context().ensure_object(Reader)


class Commands(click.Group):
    """The commands; a client's folder, or the handover.toml in it, stands for its build; other files, folders
    and addresses without a command are what to begin with (`start`)."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        first = expanded(args[0])
        if args[0] not in self.commands:
            alone = all(word.startswith("-") for word in args[1:2])
            if alone and (first.suffix.lower() == ".toml" or (first / DETAILS_FILE).is_file()):
                return "build", build, args
            if "://" in args[0] or first.exists():
                return "start", start, args
        return super().resolve_command(ctx, args)


@click.group(cls=Commands, invoke_without_command=True, context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="handover")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Hand a client's blog and its social updates over: one workbook, one Word document, nothing lost.

    In a folder with a handover.toml that names the feed and the updates, `handover` alone builds, from
    elsewhere `handover FOLDER` does; without one it asks six questions and writes it. Files or a folder, as
    dropped on an icon, will do too.
    """
    if ctx.invoked_subcommand is None:
        if Path(DETAILS_FILE).is_file() or _is_terminal():
            ctx.invoke(start)
        else:
            _say(*ctx.get_help().splitlines())


@click.command(context_settings=_CONTEXT)  # stands for no command: it has no name to type
@click.argument("given", nargs=-1)
@click.option("--debug", is_flag=True)
@click.pass_context
def start(ctx: click.Context, given: tuple[str, ...] = (), debug: bool = False) -> None:
    """Build from what is GIVEN; where that is not enough, and a person is there, ask for the rest."""
    from handover.asking import ask_and_save, sorted_out  # loads what reads

    found = sorted_out(given)
    told = found.folder / DETAILS_FILE
    if told.is_file() and (not given or Path(given[0]).is_dir()):
        found = replace(found, blogs=(), updates=())  # it names them
    elif not told.is_file() and _is_terminal():
        reader = _reader()
        reader.of("", None)
        ask_and_save(found, _ask, _say, reader.words)
        found = replace(found, blogs=(), updates=())
    with chdir(found.folder):  # where the files go, unless handover.toml says another place
        details = Path(DETAILS_FILE) if told.is_file() else None
        ctx.invoke(build, feed=next(iter(found.blogs), None), updates=found.updates, details=details)


def _is_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _ask(question: str, default: str) -> str:
    shown = f"{question} [{default}]" if default else question
    return str(click.prompt(for_terminal(shown), default=default, show_default=False))


def _say(*lines: str, err: bool = False) -> None:
    """The one place that prints, a line each: names in them may be a stranger's."""
    for line in lines:
        click.echo(for_terminal(line), err=err)


@cli.command(cls=Command)
@options(ARGUMENTS, READING, WRITING, COMMON)
def build(
    feed: str | None = None,
    updates: tuple[str, ...] = (),
    details: Path | None = None,
    as_json: bool = False,
    quiet: bool = False,
    debug: bool = False,
    **given: Any,
) -> None:
    """Read the blog at FEED and the UPDATES, pair them and write the files.

    FEED is the address of the blog or its feed, or a saved feed or export; alone, a folder with a
    handover.toml that names both. UPDATES are files, folders or
    zips: sheets, network archives, scheduler exports, or the workbook of an earlier build.
    """
    with no_collection():  # modules are not rubbish: looking for some took a tenth of a small build
        from handover.build import build_handover  # loads every stage
        from handover.details import gather

    reader = _reader()
    reader.of(feed, details)
    place, found, told = gather(feed, updates, details)
    reader.learn(told, given.get("language"))
    with ProgressBar(quiet, reader) as progress:
        handover = build_handover(place, found, details=told, progress=progress, **_given(given))
    if as_json:
        _print_report(handover)
    elif not quiet:
        _say(*summary(handover))


@cli.command(cls=Command)
@options(ARGUMENTS, READING, COMMON)
@click.pass_context
def check(
    ctx: click.Context,
    /,
    feed: str | None = None,
    updates: tuple[str, ...] = (),
    details: Path | None = None,
    as_json: bool = False,
    quiet: bool = False,
    debug: bool = False,
    **given: Any,
) -> None:
    """Read and pair as `build` does, write nothing; exit with 1 when something needs a look."""
    with no_collection():  # as above
        from handover.build import prepare  # loads every stage
        from handover.details import gather

    reader = _reader()
    reader.of(feed, details)
    place, found, told = gather(feed, updates, details)
    reader.learn(told, given.get("language"))
    with ProgressBar(quiet, reader) as progress:
        handover = prepare(place, found, settle({**_given(given), "progress": progress}, told), told)
    if as_json:
        _print_report(handover)
    elif not quiet:
        _say(*summary(handover), *to_look_at(handover))
    ctx.exit(1 if handover.needs_a_look else 0)


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path), default=Path())
@click.option("--template", is_flag=True, help="Also write the built-in Word template, to make it your own.")
@click.option(
    "--language",
    type=Value(OPTIONS["language"]),
    default="en",
    metavar="TAG",
    help="Language of the headers and the example.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def init(folder: Path, template: bool, language: str, debug: bool) -> None:
    """Write a commented handover.toml and an empty updates.xlsx into FOLDER."""
    from handover.details import manager_language
    from handover.starters import write_starters  # loads what writes workbooks

    reader = _reader()
    reader.language = manager_language() or (language if language != "en" else "")
    for path in write_starters(folder, language=language, template=template):
        _say(f"{path.resolve()}")
    _say(reader.words("Next: fill in handover.toml, then run `handover` in that folder."))


@cli.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--port", type=click.IntRange(0, 65535), default=0, metavar="N", help="Port.  [a free one]")
@click.option("--browser/--no-browser", default=True, help="Open the page in the browser.  [yes]")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
def app(folder: Path, port: int, browser: bool, debug: bool) -> None:
    """Do all of it on a page of your browser, for the client of FOLDER. Nothing leaves this computer."""
    try:
        from handover.app.server import serve  # loads the libraries of the page
    except ModuleNotFoundError as error:
        if (error.name or "handover").startswith("handover"):
            raise
        raise HandoverError(
            Said("The page needs libraries that are not installed."),
            hint=Said('Install them: pip install "content-handover[app]"'),
        ) from error
    reader = _reader()
    reader.of(None, folder)

    def tell(address: str) -> None:
        where = reader.words("The page is open in your browser. If it is not, this address opens it, once:")
        _say(where, address, reader.words("Close it there, or press Ctrl+C here."))

    try:
        serve(folder, port=port, tell=tell, say=reader.words.said, browse=browser)
    except OSError as error:
        raise OutputError(
            Said("The page could not be opened at port {port} ({error}).", port=str(port), error=str(error)),
            hint=Said("Choose another --port, or leave it out."),
        ) from error


@cli.command()
@click.argument("clients", type=click.Path(path_type=Path))
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Clients built at once.  [one a core]")
@click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.pass_context
def batch(ctx: click.Context, /, clients: Path, workers: int | None, quiet: bool, debug: bool) -> None:
    """Build every client of a CLIENTS file (clients.toml); one that fails never stops the others."""
    from handover.batch import Result, build_many, read_jobs  # loads every stage

    reader = _reader()
    reader.of("", None)
    jobs = read_jobs(clients)
    with ProgressBar(quiet, reader) as progress:
        told = _one_bar_a_client(progress, jobs)
        results = build_many(jobs, progress=told, workers=workers, light=True)
    failed = [result for result in results if result.error]
    for job, result in zip(jobs, results, strict=True):
        if result.error:
            hers = Reader()
            own = "" if isinstance(job, Result) else job["details"].me.language
            hers.language = own or reader.language
            _tell(result.error, hers, of=result.name)
        elif result.built and not quiet:
            _say(*said_in(result.built.language, result.built.summary), "")
    if not quiet:
        _, done = reader.words, len(results) - len(failed)
        _say(
            _.plural(
                "{done} of {n} client done.",
                "{done} of {n} clients done.",
                len(results),
                done=_.number(done),
            )
        )
    codes = [getattr(result.error, "exit_code", 1) for result in failed]
    ctx.exit(max(codes, default=0))


def _one_bar_a_client(progress: Progress | None, jobs: Sequence[Any]) -> Progress | None:
    """Each client's bar stands at nothing until it is done; the workers are processes of their own."""
    from handover.batch import Result  # as its caller does

    if progress is None:
        return None
    for job in jobs:
        if not isinstance(job, Result):
            progress(job["name"], 0, 1)
    return lambda name, done, total: progress(name, 1, 1)


@cli.command()
@click.argument("name", required=False)
def formats(name: str | None) -> None:
    """List what can be read and what can be written; with the NAME of one, how to get that export."""
    from rich.console import Console
    from rich.table import Table

    from handover.read import FEED_FORMATS, UPDATE_FORMATS
    from handover.read.how_to_export import HOW_TO
    from handover.write import WRITERS

    reader = _reader()
    reader.of("", None)
    _ = reader.words
    console = Console(width=None if sys.stdout.isatty() else 100)

    if name:
        known = [(row.name, row.files) for row in UPDATE_FORMATS]
        known += [(row.name, row.files) for row in FEED_FORMATS]
        _say(*how_to_get(name, known, HOW_TO, _))
        return

    def show(title: str, rows: Iterable[tuple[str, str]]) -> None:
        table = Table(title=title, title_justify="left", show_header=False, box=None)
        for row in rows:
            table.add_row(*row)
        console.print(table)

    show(_("Blogs that can be read"), ((_(row.name), _(row.files)) for row in FEED_FORMATS))
    console.print("")
    show(_("Updates that can be read"), ((_(row.name), _(row.files)) for row in UPDATE_FORMATS))
    console.print("")
    show(
        _("Files that can be written (--formats)"),
        ((name, _(what)) for name, (_module, what) in WRITERS.items()),
    )


def _print_report(handover: Handover) -> None:
    from handover.report import report  # loads what writes JSON

    _say(*report(handover, words_of(handover).said).splitlines())


def _given(options: dict[str, Any]) -> dict[str, Any]:
    """The options that the command line has; click has None for the others."""
    return {name: value for name, value in options.items() if value is not None}


def _tell(error: BaseException, reader: Reader, *, of: str = "") -> None:
    """An error and the next step on stderr; `of`: whose it is, where several are built."""
    _ = reader.words
    if not isinstance(error, HandoverError):
        error = mistake(error)
    text = _.said(error.message)
    _say(_("error: {name}: {text}", name=of, text=text) if of else _("error: {text}", text=text), err=True)
    if error.hint:
        _say(_("hint: {text}", text=_.said(error.hint)), err=True)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with its exit code: 0 done, 1 needs a look, 2 wrong input,
    3 network, 4 could not write."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a console in an old code page must not end the run
    words = list(sys.argv[1:] if arguments is None else arguments)
    reader = Reader()
    try:
        with in_words():
            sys.exit(cli.main(words, prog_name="handover", standalone_mode=False, obj=reader) or 0)
    except click.ClickException as error:
        context = getattr(error, "ctx", None)
        _say(f"error: {error.format_message()}", err=True)
        _say(f"hint: {context.command_path if context else 'handover'} --help says more.", err=True)
        sys.exit(2)
    except HandoverError as error:
        if "--debug" in words:
            raise
        if "--json" in words:
            from handover.report import failure  # as `_print_report`

            _say(*failure(error, reader.words.said).splitlines())
        _tell(error, reader)
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        _say(reader.words("Stopped. Nothing was written."), err=True)
        sys.exit(130)
    except BrokenPipeError:
        # The reader of our output has gone (`handover check | head`): nothing is left to say.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except Exception as error:
        if "--debug" in words:
            raise
        _tell(error, reader)
        sys.exit(1)
