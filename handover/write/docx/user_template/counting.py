"""A template's own tree, with the counting put in and what needs no counting taken out."""

from typing import Any, Final

from jinja2 import TemplateSyntaxError, nodes
from jinja2.visitor import NodeTransformer

from handover.model import Said
from handover.write.docx.user_template.tags import BRACES


class Guard(NodeTransformer):
    """Puts the counting into the template's own tree, and takes out what needs no counting."""

    _FORBIDDEN: Final = {
        nodes.Include: "include", nodes.Import: "import", nodes.FromImport: "import",
        nodes.Extends: "extends", nodes.FilterBlock: "filter", nodes.Block: "block",
        nodes.ScopedEvalContextModifier: "autoescape",
    }  # fmt: skip

    def __init__(self) -> None:
        self.given: set[str] = set()  # names to which the template gives a value

    def visit_Name(self, node: nodes.Name) -> nodes.Node:  # noqa: N802
        if node.ctx != "load":
            self.given.add(node.name)
        return node

    def generic_visit(self, node: nodes.Node, *args: Any, **kwargs: Any) -> nodes.Node:
        for kind, word in self._FORBIDDEN.items():
            if isinstance(node, kind):
                raise TemplateSyntaxError(Said("a Word template cannot use “{name}”", name=word), node.lineno)
        return super().generic_visit(node, *args, **kwargs)

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:  # noqa: N802
        """Braces that were to stand as they are, braces again."""
        for brace, stand_in in BRACES.items():
            node.data = node.data.replace(stand_in, brace)
        return node

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(_ticked(node), lineno=node.lineno))
        if node.test is not None:
            node.test = nodes.And(_ticked(node), node.test, lineno=node.lineno)
        return node

    def visit_Macro(self, node: nodes.Macro) -> nodes.Node:  # noqa: N802
        self.given.add(node.name)
        self.generic_visit(node)
        node.body.insert(0, nodes.ExprStmt(_ticked(node), lineno=node.lineno))
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _call("join_text", [nodes.List(node.nodes, lineno=node.lineno)], node.lineno)


def _ticked(node: nodes.Node) -> nodes.Expr:
    return nodes.EnvironmentAttribute("ticked", lineno=node.lineno)


def _call(method: str, arguments: list[nodes.Expr], line: int) -> nodes.Call:
    target = nodes.EnvironmentAttribute(method, lineno=line)
    return nodes.Call(target, arguments, [], None, None, lineno=line)
