"""The flags of the command line, made from the table of options."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from handover.errors import HandoverError
from handover.model import Said
from handover.options import TABLE, Option, UnfitError

F = TypeVar("F", bound=Callable[..., Any])


class Value(click.ParamType[Any]):
    """The value of an option of the table, checked as everywhere else."""

    def __init__(self, option: Option) -> None:
        self.option = option
        self.name = option.metavar or option.name

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        try:
            return self.option.take(self.option.kind.of_text(value)) if value else value
        except UnfitError as unfit:
            hint = unfit.hint(f"{self.option.said} ", on_the_line)
            raise HandoverError(unfit.problem(self.option.said), hint=hint) from None


def on_the_line(value: Any) -> str:
    """A value as one writes it on the command line."""
    if isinstance(value, dict):
        return ",".join(f"{name}={inner}" for name, inner in value.items())
    return ",".join(value) if isinstance(value, list | tuple) else str(value)


def _flag(option: Option) -> Callable[[F], F]:
    """An option of the table as a flag. None means "not given"; a switch has its `--no-` form."""
    said, shown = option.help.replace("`", ""), option.shown
    help = f"{said[0].upper()}{said[1:]}." + (f"  [{shown}]" if shown != "none" else "")
    if option.kind.is_switch:
        return click.option(f"{option.said}/--no-{option.said[2:]}", default=None, help=help)
    return click.option(option.said, type=Value(option), metavar=option.metavar, help=help)


class Command(click.Command):
    """A command that does not choose for its user between `--x` and `--no-x`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        words = args[: args.index("--")] if "--" in args else args
        for param in self.params:
            said = [form for form in (*param.opts, *param.secondary_opts) if form in words]
            if param.secondary_opts and len(said) > 1:
                raise HandoverError(
                    Said("{flags} cannot both be.", flags=tuple(said)), hint=Said("Take one of them away.")
                )
        return super().parse_args(ctx, args)


_FLAGS = [option for option in TABLE if option.flag]
READING = [_flag(option) for option in _FLAGS if not option.writing]
WRITING = [_flag(option) for option in _FLAGS if option.writing]
ARGUMENTS = (click.argument("feed", required=False), click.argument("updates", nargs=-1))
COMMON = (
    click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON, for scripts."),
    click.option("--quiet", "-q", is_flag=True, help="Print nothing but errors."),
    click.option("--debug", is_flag=True, help="Show the traceback of an error."),
)


def options(*groups: Sequence[Callable[[F], F]]) -> Callable[[F], F]:
    """The decorator that gives a command the flags of these groups, in their order."""

    def add(command: F) -> F:
        for option in reversed([option for group in groups for option in group]):
            command = option(command)
        return command

    return add
