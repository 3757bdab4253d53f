"""A Jinja environment for templates nobody has checked: no way to Python, no end of memory or time."""

import functools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final

from jinja2 import nodes
from jinja2.compiler import CodeGenerator
from jinja2.filters import FILTERS
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.tests import TESTS
from jinja2.utils import Namespace

from handover.model import Said
from handover.write.docx.text import Blocks, Runs, Xml, made_of_tags, to_attribute, to_xml
from handover.write.docx.user_template.counting import Guard
from handover.write.docx.user_template.filters import bounded_filters
from handover.write.docx.user_template.large_pieces import LargePieces
from handover.write.docx.user_template.mistakes import Missing, TooMuchError, WrongUseError

LONGEST_TEXT: Final = 2_000_000  # characters in one value of a template's own making

# What a template may ask of a text or number. All others either leave the sandbox or can be made to
# fill the memory ("x".ljust(10**10)).
_METHODS: Final[dict[type, frozenset[str]]] = {
    str: frozenset(
        [
            "upper",
            "lower",
            "title",
            "capitalize",
            "casefold",
            "strip",
            "lstrip",
            "rstrip",
            "startswith",
            "endswith",
            "split",
            "rsplit",
            "splitlines",
            "partition",
            "rpartition",
            "removeprefix",
            "removesuffix",
            "count",
            "find",
            "isdigit",
            "isupper",
            "islower",
        ]
    ),
    int: frozenset(),
    float: frozenset(),
    bool: frozenset(),
}

_FILTERS: Final = (
    *("abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "groupby"),
    *("int", "items", "join", "last", "length", "list", "lower", "map", "max"),
    *("min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "string", "sum"),
    *("title", "trim", "truncate", "unique", "upper", "wordcount"),
)
_TESTS: Final = [name for name in TESTS if name not in ("escaped",)]


class Sandbox(ImmutableSandboxedEnvironment):
    """Templates print text; only `Xml` is markup. Whatever they spend is counted."""

    code_generator_class: type[CodeGenerator] = LargePieces
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(
        self, most_output: int, most_steps: int, functions: Mapping[str, Callable[..., Any]]
    ) -> None:
        super().__init__(
            undefined=Missing,
            finalize=self._printed,
            autoescape=False,
            keep_trailing_newline=True,
            optimized=False,  # to look for constants takes longer than it saves: templates have few
        )
        self._most_output = most_output
        self._most_steps = most_steps
        self._output = 0
        self._steps = 0
        self.concat = self._concat  # type: ignore[method-assign, assignment]
        self._own = frozenset(functions.values())
        self.ours = frozenset(functions)  # the names that no template read here gives another meaning
        self.globals = {"range": self._range, "namespace": Namespace, "dict": dict, **functions}
        self.filters = {name: self._counted(FILTERS[name]) for name in _FILTERS}
        # Texts arrive as text, so there is nothing left to escape.
        self.filters |= {"e": _same, "escape": _same, "join": self._join, "line": _line}
        self.filters |= {"safe": _same, "forceescape": _same, "_shown": self._value, "replace": self._replace}
        self.filters |= bounded_filters(self._shown, self.tick)
        self.tests = {name: TESTS[name] for name in _TESTS}

    def tick(self, rounds: int = 1) -> bool:
        """Count rounds of a loop or work of that size."""
        self._steps += rounds
        if self._steps > self._most_steps:
            raise TooMuchError(
                Said("it runs through more than {most} rounds of its loops", most=self._most_steps)
            )
        return True

    def spend(self, characters: int) -> None:
        """Count characters made."""
        self._output += characters
        if self._output > self._most_output:
            raise TooMuchError(
                Said("it makes more than {most} MB of text", most=self._most_output // 1_000_000)
            )

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`obj.attribute`; of our own values the key comes first, so that `text.title` is the key."""
        if type(obj) is dict:
            try:
                return obj[attribute]
            except KeyError:
                pass
        return super().getattr(obj, attribute)

    def wrap_str_format(self, value: Any) -> None:
        """No `str.format`: it is not among the methods a template may call."""

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        allowed = _METHODS.get(str if isinstance(obj, str) else type(obj))
        if allowed is not None or isinstance(obj, Xml):
            return attr in (allowed or ())
        return super().is_safe_attribute(obj, attr, value)

    @property
    def ticked(self) -> bool:
        """True, and one round more: what the guard puts into each loop, cheaper than a call."""
        return self.tick()

    def call(
        self,
        context: Any,
        function: Any,
        /,
        *args: Any,
        _loop_vars: Any = None,  # Jinja's own, for functions that ask for the context
        _block_vars: Any = None,
        **kwargs: Any,
    ) -> Any:
        if function in self._own:
            return function(*args, **kwargs)
        owner = getattr(function, "__self__", None)
        if isinstance(owner, str):  # a text's own method: as much work as the text is long
            self.tick(1 + len(owner) // 100)
        jinjas = {"_loop_vars": _loop_vars, "_block_vars": _block_vars}
        return super().call(context, function, *args, **jinjas, **kwargs)

    def unsafe_undefined(self, obj: Any, attribute: str) -> Undefined:
        return self.undefined(Said("a template may not use “.{name}” here", name=attribute))

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        if isinstance(left, int | float) and isinstance(right, int | float):
            if operator == "**" and (abs(right) > 64 or abs(left) > 1_000_000):
                raise TooMuchError(Said("a power is too large"))
            if (
                isinstance(left, int)
                and isinstance(right, int)
                and left.bit_length() + right.bit_length() > 4096
            ):
                raise TooMuchError(Said("a number is too large"))
            return super().call_binop(context, operator, left, right)
        if operator == "+" and isinstance(left, str | Xml) and isinstance(right, str | Xml):
            return self.join_text([left, right])
        if operator == "+" and isinstance(left, list | tuple) and isinstance(right, list | tuple):
            self.tick(len(left) + len(right))
            return [*left, *right]
        raise WrongUseError(
            Said("“{sign}” works with numbers only; put texts together with “~”", sign=operator)
        )

    def join_text(self, parts: Iterable[Any]) -> Any:
        """Values put together by `~` or `join`: text, or markup where one of them is."""
        values = list(parts)
        if any(isinstance(v, Runs) for v in values):
            made: Any = Runs("".join(v.xml if isinstance(v, Xml) else self._as_run(v) for v in values))
        elif any(isinstance(v, Xml) for v in values):
            made = made_of_tags("".join(v.xml if isinstance(v, Xml) else self._printed(v) for v in values))
        else:
            made = "".join(v if isinstance(v, str) else self._shown(v) for v in values)
        if len(made) > LONGEST_TEXT:
            raise TooMuchError(Said("it makes a text of more than {most} characters", most=LONGEST_TEXT))
        self.spend(len(made))
        return made

    def _printed(self, value: Any) -> str:
        if type(value) is str:
            return to_xml(value)
        if type(value) is Xml:
            return value.xml
        if isinstance(value, Runs):
            raise WrongUseError(Said("a link or picture stands in a text: write {tag}", tag="{{r … }}"))
        if isinstance(value, Blocks):
            raise WrongUseError(Said("a paragraph stands in a text: write {tag}", tag="{{p … }}"))
        if isinstance(value, Xml):
            return value.xml
        return to_xml(self._shown(value))

    def _value(self, value: Any) -> Any:
        """A value as it is given to a function of ours: markup, or a text."""
        return value if isinstance(value, Xml) else self._shown(value)

    def _as_run(self, value: Any) -> str:
        return f'<w:r><w:t xml:space="preserve">{self._printed(value)}</w:t></w:r>'

    def _shown(self, value: Any) -> str:
        if value is None:
            return ""
        if isinstance(value, Undefined | str | int | float):
            return str(value)
        if isinstance(value, Mapping | Sequence):
            raise WrongUseError(
                Said("the tag prints a whole list or group; loop over it, or name one of its values")
            )
        if callable(value):
            raise WrongUseError(Said("the tag names a function; it needs brackets behind it"))
        return str(value)

    def _concat(self, parts: Iterable[str | Xml]) -> Xml:
        """What a macro or a `{% set %}` block printed."""
        xml = "".join([p.xml if isinstance(p, Xml) else p for p in parts])
        length = len(xml)
        self.tick(length // 100)
        if length > LONGEST_TEXT:
            raise TooMuchError(Said("it makes a text of more than {most} characters", most=LONGEST_TEXT))
        self.spend(length)
        return made_of_tags(xml)

    def _range(self, *bounds: int) -> range:
        numbers = range(*bounds)
        if len(numbers) > 100_000:
            raise TooMuchError(Said("a range has more than {most} numbers", most=100_000))
        self.tick(len(numbers))
        return numbers

    def _join(self, value: Iterable[Any], d: str = "", attribute: str | None = None) -> Any:
        values = [self.getitem(v, attribute) for v in value] if attribute else list(value)
        self.tick(len(values))
        parts = [part for v in values for part in (d, v)][1:]
        return self.join_text(parts)

    def _replace(self, value: Any, old: str, new: str) -> str:
        text = str(value)
        if len(text) + text.count(old) * len(new) > LONGEST_TEXT:
            raise TooMuchError(Said("“replace” makes too long a text"))
        self.spend(len(text))
        return text.replace(old, new)

    def _counted(self, function: Callable[..., Any]) -> Callable[..., Any]:
        position = 1 if hasattr(function, "jinja_pass_arg") else 0

        @functools.wraps(function)  # keeps `jinja_pass_arg`
        def counted(*args: Any, **kwargs: Any) -> Any:
            value = args[position] if len(args) > position else None
            if isinstance(value, str):
                self.tick(1 + len(value) // 100)
            else:
                self.tick(len(value) if isinstance(value, list | tuple | range | dict) else 1)
            return function(*args, **kwargs)

        return counted

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        guard = Guard()
        tree: nodes.Template = guard.visit(super()._parse(source, name, filename))
        self.ours -= guard.given
        tree.set_environment(self)
        return tree


def _same(value: Any) -> Any:
    return value


def _line(value: Any) -> Xml:
    return Xml(to_attribute(str(value)))
