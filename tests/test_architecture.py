"""The house rules of design §2, read from the code itself."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

HOOKS = ROOT / "hooks"
MODULES = sorted(HOOKS.rglob("*.py"))

FORBIDDEN = {
    "main.py": {"yaml", "jinja2", "pydantic"},
    "atlas/__init__.py": {"mkdocs", "yaml"},
    "atlas/cli/": {"mkdocs", "yaml"},
    "atlas/text.py": {"atlas"},
    "atlas/dates.py": {"atlas"},
    "atlas/problem.py": {"mkdocs", "yaml", *(f"atlas.{m}" for m in (
        "source", "model", "schema", "rules", "graph", "routes", "views", "pages"))},
    "atlas/report.py": {"mkdocs", "yaml", "jinja2", *(f"atlas.{m}" for m in (
        "source", "model", "schema", "rules", "graph", "views", "pages"))},
    "atlas/source/": {"atlas.model", "mkdocs"},
    "atlas/model/": {"yaml", "jinja2", "mkdocs"},
    "atlas/schema/": {"atlas.graph", "mkdocs"},
    "atlas/rules/": {"yaml", "mkdocs"},
    "atlas/graph.py": {"yaml", "atlas.schema", "mkdocs"},
    "atlas/told.py": {"yaml", "atlas.schema", "mkdocs"},
    "atlas/renaming.py": {"yaml", "jinja2", "mkdocs", "atlas.graph", "atlas.views", "atlas.pages"},
    "atlas/routes.py": {"yaml", "jinja2", "mkdocs"},
    "atlas/views/": {"yaml", "atlas.schema", "jinja2", "mkdocs"},
    "atlas/html/": {"yaml", "atlas.schema", "jinja2", "mkdocs", "atlas.pages", "atlas.routes"},
    "atlas/pages.py": {"yaml", "atlas.schema", "mkdocs"},
    "atlas/map/": {"yaml", "jinja2", "mkdocs", "atlas.views", "atlas.pages", "atlas.routes"},
    "atlas/similar.py": {"yaml", "jinja2", "mkdocs", "atlas.views", "atlas.pages"},
    "atlas/changes/": {"yaml", "jinja2", "mkdocs", "atlas.source", "atlas.schema", "atlas.cli"},
    "atlas/search.py": {"yaml", "jinja2", "mkdocs", "atlas.views", "atlas.pages"},
    "atlas/live.py": {*(f"atlas.{m}" for m in ("model", "views", "pages")), "yaml", "jinja2", "mkdocs"},
    "atlas/stylesheet.py": {"atlas", "yaml", "jinja2", "mkdocs"},
    "atlas/tidy.py": {"atlas", "yaml", "jinja2", "mkdocs"},
    "atlas/glyphs.py": {"yaml", "jinja2", "mkdocs", "atlas.views", "atlas.exports"},
    "atlas/formats.py": {"atlas", "yaml", "jinja2", "mkdocs"},
    "atlas/memory.py": {"atlas", "yaml", "jinja2", "mkdocs"},
    "atlas/keeping.py": {"atlas", "yaml", "jinja2", "mkdocs"},
    "atlas/disk.py": {"atlas.model", "atlas.graph", "atlas.views", "yaml", "jinja2", "mkdocs"},
    "atlas/made.py": {"atlas", "yaml", "jinja2", "mkdocs"},
    "atlas/garbage.py": {"atlas", "yaml", "jinja2", "mkdocs"},
    "atlas/parallel.py": {"atlas.model", "atlas.graph", "atlas.views", "yaml", "jinja2", "mkdocs"},
    "atlas/spool.py": {"atlas.model", "atlas.graph", "atlas.views", "yaml", "jinja2", "mkdocs"},
    "atlas/frames.py": {"yaml", "jinja2", "mkdocs", "atlas.graph", "atlas.views"},
    "atlas/site.py": {"yaml", "jinja2", "mkdocs", "atlas.source", "atlas.schema", "atlas.rules"},
    "atlas/press.py": {"yaml", "jinja2", "mkdocs", "atlas.graph", "atlas.schema", "atlas.rules"},
    "atlas/finish.py": {"yaml", "jinja2", "mkdocs", "atlas.graph", "atlas.schema", "atlas.rules"},
    "atlas/theme.py": {"yaml", "jinja2", "mkdocs", "atlas.views"},
    "atlas/exports/": {"yaml", "atlas.schema", "jinja2", "mkdocs"},
}  # fmt: skip
"""What each room never imports; a name stands for everything below it."""


def _imports(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: write imports in full"
            yield node.module or ""
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _name(module: Path) -> str:
    return module.relative_to(HOOKS).as_posix()


ALSO = {"yaml": ("yaml", "ruamel")}
"""Libraries that do the same, by the name that stands for all of them in the rules."""


def _within(name: str, package: str) -> bool:
    return any(name == p or name.startswith(p + ".") for p in ALSO.get(package, (package,)))


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_a_room_imports_only_what_it_may(module: Path) -> None:
    """Data go one way through the house, and none of the rooms looks back."""
    rooms = [room for room in FORBIDDEN if _name(module).startswith(room)]
    for room in rooms:
        broken = {
            name for name in _imports(module) for ban in FORBIDDEN[room] if _within(name, ban)
        }
        assert not broken, f"{_name(module)} must not import {sorted(broken)}"


@pytest.mark.parametrize(
    ("package", "room"), [("mkdocs", "main.py"), ("yaml", "atlas/source/"), ("jinja2", "atlas/pages.py")]
)  # fmt: skip
def test_one_room_alone_knows_each_library(package: str, room: str) -> None:
    """Only main.py knows MkDocs, only source/ knows YAML, only pages.py knows Jinja."""
    users = {_name(m) for m in MODULES if any(_within(name, package) for name in _imports(m))}
    assert users
    assert all(user.startswith(room) for user in users), users


def test_main_imports_the_package_and_none_of_its_rooms() -> None:
    """The hooks know the way in, not the house."""
    ours = {name for name in _imports(HOOKS / "main.py") if _within(name, "atlas")}
    assert ours == {"atlas"}


def test_every_room_is_named_in_the_rules() -> None:
    """A new module is given its place, not left outside the rules."""
    free = {"atlas/__main__.py", "atlas/resources.py"}
    rooms = tuple(FORBIDDEN)
    assert [n for m in MODULES if not (n := _name(m)).startswith(rooms) and n not in free] == []


ADDRESSES = ("programmes/", "pairings/", "places/", "themes/", "organisations/", "timeline/",
             "sources/", "glossary/", "contribute/", "index.html", "../")  # fmt: skip


@pytest.mark.parametrize(
    "module", [m for m in MODULES if _name(m) not in {"atlas/routes.py", "main.py"}], ids=_name
)
def test_only_routes_knows_an_address(module: Path) -> None:
    """Outside routes.py no string of the code looks like an address of the site.

    The data's own paths (`data/places/`) are wording for editors, and `contribute/rules/#` is
    how design §6 writes a rule in the terminal.
    """
    tree = ast.parse(module.read_text("utf-8"))
    docstrings = {
        id(node.value) for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }  # fmt: skip
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = node.value.replace("contribute/rules/#", "")
            if id(node) not in docstrings and "data/" not in text:
                assert not text.startswith(ADDRESSES), f"{_name(module)}:{node.lineno}: {text}"


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_no_module_is_long(module: Path) -> None:
    """A file that needs more than 300 lines has more than one job."""
    assert len(module.read_text("utf-8").splitlines()) <= 300


DISK = {"open", "read_text", "read_bytes", "write_text", "write_bytes", "iterdir", "rglob", "glob",
        "unlink", "rename", "mkdir", "rmtree", "exists", "is_file", "is_dir"}  # fmt: skip
CLOCK = {"today", "now", "utcnow", "time", "monotonic"}


@pytest.mark.parametrize(
    ("calls", "rooms"),
    [
        (
            DISK,
            (
                "main.py",
                "atlas/cli/",
                "atlas/source/",
                "atlas/resources.py",
                "atlas/disk.py",
                "atlas/finish.py",
                "atlas/live.py",
                "atlas/keeping.py",
            ),
        ),
        (CLOCK, ("main.py", "atlas/cli/")),
    ],
    ids=["disk", "clock"],
)
def test_the_disk_and_the_clock_are_touched_where_they_may_be(
    calls: set[str], rooms: tuple[str, ...]
) -> None:
    """Everything else is a function of its arguments."""
    for module in MODULES:
        if not _name(module).startswith(rooms):
            for node in ast.walk(ast.parse(module.read_text("utf-8"))):
                if isinstance(node, ast.Call):
                    called = getattr(node.func, "attr", getattr(node.func, "id", ""))
                    assert called not in calls, f"{_name(module)}:{node.lineno} calls {called}"
