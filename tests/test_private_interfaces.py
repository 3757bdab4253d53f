"""What other libraries do not promise and this one leans on: all of it, with what must stay true of it."""

import ast
import functools
import io
import socket
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import docxtpl
import jinja2
import pytest
import urllib3.connection
from jinja2.compiler import CodeGenerator, Frame
from jinja2.sandbox import ImmutableSandboxedEnvironment

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "handover"

# Module -> the names it takes from inside of another library.
TAKEN = {
    # Python: what it does at its end, and who called; `os._exit` is no secret (tests/test_leaving.py).
    "__main__.py": {"_exit", "_getframe", "_run_exitfuncs"},
    "read/fetch.py": {"_new_conn"},  # urllib3: where a connection is opened, to look whereto
    "write/docx/user_template/large_pieces.py": {  # jinja2: what stands round a value that is printed
        "_output_child_pre", "_output_child_post",
    },
    "write/docx/user_template/mistakes.py": {  # jinja2: what a template asked for that is not there
        "_undefined_hint", "_undefined_obj", "_undefined_name", "_fail_with_undefined_error",
    },
    "write/docx/user_template/sandbox.py": {"_parse"},  # jinja2: the tree of a template before it is compiled
    "write/xlsx/package.py": {"_compresslevel"},  # zipfile: the level of a part that is streamed
}  # fmt: skip
# Names of types that lxml has for annotations alone.
FOR_TYPES = {"_Element"}
# Libraries of which a minor release may change what is taken. (docxtpl's `patch_xml` is called on no object.)
BOUND = {"docxtpl", "jinja2", "urllib3"}


def is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


@functools.cache
def trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(PACKAGE).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def defined(tree: ast.Module) -> set[str]:
    """The private names that a module gives to something itself."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Name | ast.Attribute) and isinstance(node.ctx, ast.Store):
            is_own = isinstance(node, ast.Name) or ast.unparse(node.value) in ("self", "cls")
            found |= {node.id if isinstance(node, ast.Name) else node.attr} if is_own else set()
    return {name for name in found if is_private(name)}


def used(tree: ast.Module) -> set[str]:
    """The private names that a module asks of something."""
    found = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not (node.module or "").startswith("handover"):
            found |= {alias.name for alias in node.names}
    return {name for name in found if is_private(name)}


def test_nothing_else_is_taken_from_inside_of_a_library() -> None:
    own = set().union(*map(defined, trees().values())) - set().union(*TAKEN.values())
    taken = {path: used(tree) - own - defined(tree) - FOR_TYPES for path, tree in trees().items()}
    assert {path: names for path, names in taken.items() if names - TAKEN.get(path, set())} == {}


def test_what_stands_in_the_table_is_still_taken() -> None:
    found = {path: used(trees()[path]) | defined(trees()[path]) for path in TAKEN}
    assert {path: names - found[path] for path, names in TAKEN.items() if names - found[path]} == {}


def test_the_libraries_are_held_to_releases_that_were_tried() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    bounds = {line.split(">")[0]: line for line in project["dependencies"]}
    assert [name for name in sorted(BOUND) if ",<" not in bounds[name]] == []


def test_urllib3_opens_a_connection_where_it_is_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    class Watched(urllib3.connection.HTTPConnection):
        def _new_conn(self) -> socket.socket:
            raise ConnectionAbortedError("seen")

    with pytest.raises(ConnectionAbortedError, match="seen"):
        Watched("127.0.0.1", 9).request("GET", "/")


def test_jinja_tells_what_was_asked_for_and_shows_its_tree() -> None:
    missing = jinja2.Undefined(hint="why", obj="of", name="what")
    assert (missing._undefined_hint, missing._undefined_obj, missing._undefined_name) == ("why", "of", "what")
    with pytest.raises(jinja2.UndefinedError, match="why"):
        missing._fail_with_undefined_error()
    seen = []

    class Sandbox(ImmutableSandboxedEnvironment):
        def _parse(self, source: str, name: str | None, filename: str | None) -> jinja2.nodes.Template:
            seen.append(source)
            return super()._parse(source, name, filename)

    assert Sandbox().from_string("{{ 1 + 1 }}").render() == "2"
    assert seen == ["{{ 1 + 1 }}"]


def test_jinja_lets_another_write_the_python_of_a_template() -> None:
    class Written(CodeGenerator):
        def enter_frame(self, frame: Frame) -> None:
            super().enter_frame(frame)
            if frame.rootlevel:
                self.buffer(frame)

        def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:
            if frame.rootlevel:
                self.writeline(f"yield '|'.join({frame.buffer})")
            super().leave_frame(frame, with_python_scope)

        def _output_child_pre(self, node: jinja2.nodes.Expr, frame: Frame, finalize: object) -> None:
            self.write("'<' + str(")

        def _output_child_post(self, node: jinja2.nodes.Expr, frame: Frame, finalize: object) -> None:
            self.write(") + '>'")

    environment = jinja2.Environment()
    environment.code_generator_class = Written
    template = environment.from_string("{% for n in (1, 2) %}a{{ n }}{% endfor %}{{ what }}")
    assert list(template.generate(what="b")) == ["a|<1>|a|<2>|<b>"]


def test_python_does_once_what_it_was_to_do_at_its_end() -> None:
    code = "import atexit; atexit.register(print, 1); atexit.register(print, 2); atexit._run_exitfuncs()"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["2", "1"]


def test_zipfile_packs_a_streamed_part_as_it_is_told() -> None:
    def packed(level: int) -> int:
        out = io.BytesIO()
        info = zipfile.ZipInfo("part", (2026, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_DEFLATED
        info._compresslevel = level  # type: ignore[attr-defined]
        with zipfile.ZipFile(out, "w") as archive, archive.open(info, "w") as stream:
            stream.write(b"".join(b"%d," % (n * n) for n in range(20_000)))
        return len(out.getvalue())

    assert packed(9) < packed(1) < packed(0)


def test_docxtpl_joins_a_tag_that_word_has_cut_without_a_document() -> None:
    spaced = '<w:t xml:space="preserve">{}</w:t>'
    cut = "<w:t>{</w:t></w:r><w:r><w:t>{ client.name }</w:t></w:r><w:r><w:t>}</w:t>"
    assert docxtpl.DocxTemplate.patch_xml(None, cut) == spaced.format("{{ client.name }}")


STATE = """
import csv, decimal, gc, importlib, locale, logging, os, pkgutil, random
import signal, socket, sys, threading
def state():
    return {
        "longest field of csv": csv.field_size_limit(),
        "garbage collector": (gc.isenabled(), gc.get_threshold(), gc.get_freeze_count()),
        "recursion": sys.getrecursionlimit(), "digits": sys.get_int_max_str_digits(),
        "switching": sys.getswitchinterval(), "locale": locale.setlocale(locale.LC_ALL),
        "timeout": socket.getdefaulttimeout(), "environment": dict(os.environ), "folder": os.getcwd(),
        "signals": [signal.getsignal(n) for n in (signal.SIGINT, signal.SIGTERM)],
        "root logger": (logging.root.level, list(logging.root.handlers)),
        "hooks": (sys.excepthook, sys.displayhook, threading.excepthook),
        "streams": (sys.stdout, sys.stderr, sys.stdout.encoding), "threads": threading.active_count(),
        "chance": random.getstate(), "decimals": str(decimal.getcontext()),
    }
before = state()
import handover
for module in pkgutil.walk_packages(handover.__path__, "handover."):
    if not module.name.endswith("__main__"):
        importlib.import_module(module.name)
after = state()
print([name for name in before if before[name] != after[name]])
"""


def test_importing_all_of_it_changes_nothing_of_the_process() -> None:
    done = subprocess.run([sys.executable, "-c", STATE], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")
