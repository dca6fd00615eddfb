"""New records before they are files: each of them, and all together, judged by the model and rules."""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from pathlib import Path as File
from typing import Any

import atlas
from atlas import schema, source
from atlas.cli.adding.commenting import comments
from atlas.cli.adding.naming import free, title
from atlas.model import LIST_MODELS, Catalog
from atlas.problem import Place, Problem
from atlas.rules.doubled_pairing import IDENTITY, identity
from atlas.rules.shared_id import SHARED_ID
from atlas.source import Comments, Document, drafts
from atlas.source.drafts import Draft
from atlas.source.nodes import Plain

Path = tuple[str | int, ...]

Judged = tuple[Catalog, tuple[Problem, ...], tuple[Document, ...]]
"""All records, what is wrong with any of them, and the files that they stand in."""

UNANSWERED = frozenset({"missing-key", "missing-language"})
"""Rules that a record cannot keep while it is being asked for."""


@dataclass(slots=True)
class Sheet:
    """A record that is being filled in."""

    kind: str
    id: str
    content: dict[str, Plain]

    @property
    def path(self) -> Path:
        """Where the record stands in its file."""
        return (self.id,) if self.kind in LIST_MODELS else ()


class Desk:
    """The data folder as it is, and the sheets that are to be added to it."""

    def __init__(self, data_dir: File) -> None:
        self.data_dir = data_dir
        self._source = source.read(data_dir)
        self.catalog, self.problems = atlas.checked(self._source)
        self._pairings = [p for p in self.catalog.pairings.values() if not p.retired]
        self._there = {(d.kind, d.id) for d in self._source.documents}
        self._there |= {(kind, record.id) for kind, record in self.catalog.records()}
        self.sheets: list[Sheet] = []

    def put(self, sheet: Sheet) -> None:
        """Lay a finished sheet on the desk. Unless it has faults, others may now name its record."""
        self.sheets.append(sheet)
        found = self._located(sheet)
        if all(where is None and p.rule.id not in UNANSWERED for where, p in found):
            self.catalog = self._judged(self.sheets)[0]

    def same_pairing(self, sheet: Sheet) -> str | None:
        """Return the file of a pairing that was there already, of the same places as a sheet's."""
        wanted = identity(*(sheet.content.get(key) for key in IDENTITY))
        for pairing in self._pairings if sheet.kind == "pairings" and wanted else ():
            if identity(*(getattr(pairing, key) for key in IDENTITY)) == wanted:
                return str(source.file_of(self.data_dir, sheet.kind, pairing.id))
        return None

    def taken(self, kind: str) -> frozenset[str]:
        """Ids that a new record of a kind cannot have."""
        if kind == "timelines":
            return frozenset(self.catalog.timelines)
        ids = (
            i for k, r in self.catalog.records() for i in (r.id, *r.formerly) if k != "timelines"
        )
        return frozenset(ids) | {sheet.id for sheet in self.sheets if sheet.kind != "timelines"}

    def texts(self, *, bare: bool = False) -> dict[str, str]:
        """Compose all files, as `drafts.texts`; `bare` are those without comments on new records."""
        return self._texts(self.sheets, bare=bare)

    def _texts(self, sheets: Iterable[Sheet], *, bare: bool) -> dict[str, str]:
        made = [self._draft(sheet) for sheet in sheets if sheet.content]
        if bare:
            made = [replace(draft, comments=Comments()) for draft in made]
        return drafts.texts(self.data_dir, made)

    def all_problems(self) -> tuple[Problem, ...]:
        """Say what would be wrong with the data if all sheets were written."""
        return (*self._clashes(self.sheets), *self._judged_as(self.texts())[1])

    def faults(self, sheet: Sheet, path: Path, value: Any = None) -> list[tuple[Path, Problem]]:
        """Say what is wrong with a value of a sheet, and where in it: the path goes on from `path`.

        `value` is what would stand there; without it, what stands there now.
        """
        tried = Sheet(sheet.kind, sheet.id, deepcopy(sheet.content))
        if value is not None:
            put_in(tried.content, path, value)
        return [
            (where[len(path) :], problem)
            for where, problem in self._located(tried)
            if where is not None
            and where[: len(path)] == path
            and problem.rule.id not in UNANSWERED
        ]

    def faults_of_id(self, sheet: Sheet) -> list[Problem]:
        """Say what is wrong with the id of a sheet: what would not be wrong with another id."""
        other = replace(sheet, id=free("draft", self.taken(sheet.kind)))
        anyway = {problem.rule.id for _, problem in self._located(other)}
        located = (problem for where, problem in self._located(sheet) if where is None)
        found = [*self._clashes([*self.sheets, sheet]), *located]
        return [problem for problem in found if problem.rule.id not in anyway]

    def _located(self, sheet: Sheet) -> list[tuple[Path | None, Problem]]:
        """The problems of a sheet's record, each with the way to its value; None if it has none."""
        draft = self._draft(sheet)
        _, problems, documents = self._judged([*(s for s in self.sheets if s is not sheet), sheet])
        path = f"{self.data_dir.name}/{draft.file}"
        document = next((d for d in documents if d.path == path), None)
        found: list[tuple[Path | None, Problem]] = []
        for problem in problems:
            if problem.path == path and document is not None:
                where = document.path_at(problem.place)
                if where[: len(sheet.path)] == sheet.path:
                    whole = problem.place in (
                        document.place(sheet.path),
                        document.key_place(sheet.path) if sheet.path else Place(0),
                    )
                    found.append((None if whole else where[len(sheet.path) :], problem))
            elif problem.path == path:
                found.append((None, problem))
        return found

    def _draft(self, sheet: Sheet) -> Draft:
        kind, content = sheet.kind, sheet.content
        named = title(kind, sheet.id, content, self.catalog)
        said = comments(kind, content, named)
        return Draft(kind, sheet.id, content, schema.order_of(kind), said)

    def _judged(self, sheets: Iterable[Sheet]) -> Judged:
        """Judge sheets, without the comments that stand in their files."""
        return self._judged_as(self._texts(sheets, bare=True))

    def _judged_as(self, texts: Mapping[str, str]) -> Judged:
        overlaid = drafts.overlaid(self._source, self.data_dir, texts)
        return (*atlas.checked(overlaid), overlaid.documents)

    def _clashes(self, sheets: Iterable[Sheet]) -> list[Problem]:
        """Find sheets that would take the place of a record that is there, or of another sheet."""
        claimed = set(self._there)
        found = []
        for sheet in sheets:
            if (sheet.kind, sheet.id) in claimed:
                values = {"id": sheet.id, "others": f"{sheet.kind}/{sheet.id}"}
                path = f"{self.data_dir.name}/{self._draft(sheet).file}"
                found.append(Problem(path, Place(), SHARED_ID, values))
            claimed.add((sheet.kind, sheet.id))
        return found


def value_at(content: Any, path: Path) -> Any:
    """Return a value from inside a block; None if it is not there."""
    for step in path:
        if isinstance(content, dict):
            content = content.get(step)
        elif isinstance(content, list) and int(step) < len(content):
            content = content[int(step)]
        else:
            return None
    return content


def take_out(content: Any, path: Path) -> None:
    """Remove a key from inside a block, if it is there."""
    block = value_at(content, path[:-1])
    if isinstance(block, dict):
        block.pop(path[-1], None)


def put_in(content: Any, path: Path, value: Plain) -> None:
    """Set a value inside a block, making the blocks and list items on the way to it."""
    *way, last = path
    for step, following in zip(way, path[1:], strict=True):
        if isinstance(content, dict):
            content = content.setdefault(step, [] if isinstance(following, int) else {})
        else:
            while len(content) <= int(step):
                content.append({})
            content = content[step]
    if isinstance(content, list) and last == len(content):
        content.append(value)
    else:
        content[last] = value
