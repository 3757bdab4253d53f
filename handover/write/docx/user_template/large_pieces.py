"""The Python that Jinja makes of a template, printing in large pieces instead of one a tag.

A library of 10,000 posts is half a million literals and values. As Jinja has it, each of them is handed up
through two generators by itself, and each value goes through five calls on the way. Here they are gathered
in a list, as Jinja gathers those of a macro, and handed up when they are many; and the environment is asked
once for what every round needs. Each expression keeps a line of its own, as Jinja gives it, by which a
mistake is told with its tag.
"""

from collections.abc import Container
from typing import Any, Final

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

MANY: Final = 2_000  # literals and values handed up at once


class LargePieces(CodeGenerator):
    """For templates in which nothing but text is printed: a `{% call %}` or recursive loop prints markup."""

    def __init__(self, environment: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(environment, *args, **kwargs)
        self._ours: Container[str] = environment.ours
        self._root: str | None = None  # the list of what is printed outside of macros and `{% set %}` blocks

    def write_commons(self) -> None:
        super().write_commons()
        self.writeline("printed = environment.finalize")
        self.writeline("attribute = environment.getattr")
        self.writeline("tick = environment.tick")

    def enter_frame(self, frame: Frame) -> None:
        super().enter_frame(frame)
        if frame.rootlevel:
            self.buffer(frame)
            self._root = frame.buffer

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
        if frame.rootlevel:
            self.writeline(f"yield ''.join({frame.buffer})")
        super().leave_frame(frame, with_python_scope)

    def visit_ExprStmt(self, node: nodes.ExprStmt, frame: Frame) -> None:  # noqa: N802
        """What `Guard` puts at the beginning of a round; what was printed so far is handed up there."""
        self.writeline("tick()", node)
        if frame.buffer == self._root:
            self.writeline(f"if len({frame.buffer}) > {MANY}:")
            self.indent()
            self.writeline(f"yield ''.join({frame.buffer})")
            self.writeline(f"{frame.buffer}.clear()")
            self.outdent()

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        self.write("attribute(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False
    ) -> None:
        """A call of a function of ours, which `Sandbox.call` lets pass; it is asked for all others."""
        called = node.node.name if isinstance(node.node, nodes.Name) else ""
        if called not in self._ours or node.kwargs or node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.write(f"{frame.symbols.ref(called)}(")
        for argument in node.args:
            self.visit(argument, frame)
            self.write(", ")
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write("printed(")  # which makes a text of any value, so that `str` need not

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")
