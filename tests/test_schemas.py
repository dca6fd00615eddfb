"""The JSON Schemas of the data's files, held against the data, the model and our own check."""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft7Validator
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from referencing import Registry, Resource
from ruamel.yaml import YAML
from ruamel.yaml.constructor import SafeConstructor
from ruamel.yaml.error import YAMLError

import atlas
from atlas import schema, source, views
from atlas.exports import schemas
from atlas.made import encoded
from atlas.model import FOLDER_MODELS, LIST_MODELS, SINGLE_MODELS, Kept, meaning
from atlas.rules import ALL_RULES, unknown_id
from atlas.rules.while_typing import PARTLY, WHILE_TYPING
from atlas.source import FILE_RULES, Document, Source, documents, plain
from tests.conftest import BASE, BASE_URL, NOW, REAL_DATA, ROOT, run
from tests.test_invalid import lay_over

MODELS: dict[str, type[BaseModel]] = {
    **{model.__name__.lower(): model for model in FOLDER_MODELS.values()},
    **LIST_MODELS,
    **SINGLE_MODELS,
}
"""What each schema describes."""

COMMITTED = ROOT / ".vscode" / "schema"


class _AsTyped(SafeConstructor):
    """Dates stay words, as in YAML 1.2's core schema and in the programs of editors."""


_AsTyped.add_constructor("tag:yaml.org,2002:timestamp", SafeConstructor.construct_yaml_str)


def _yaml(text: str) -> Any:
    """Read YAML 1.2 with a reader that is not ours."""
    reader = YAML(typ="safe", pure=True)
    reader.Constructor = _AsTyped
    return reader.load(text)


@cache
def _published(data: Path) -> dict[str, Any]:
    graph = atlas.load(data).graph
    assert graph
    files = schemas.files(views.setting(graph, BASE_URL, NOW))
    return {Path(path).stem: json.loads(encoded(make())) for path, make in files}


@cache
def _validator(data: Path, name: str) -> Draft7Validator:
    """Return an independent judge of a kind of file, in a folder of data."""
    known = _published(data)
    registry = Registry[Any]().with_resources(
        [(each["$id"], Resource.from_contents(each)) for each in known.values()]
    )
    return Draft7Validator(known[name], registry=registry)


def _refused(data: Path, name: str, content: Any) -> list[str]:
    errors = _validator(data, name).iter_errors(content)
    return [f"{'/'.join(map(str, error.path))}: {error.message[:120]}" for error in errors]


def _files(data: Path) -> Iterator[tuple[str, Path]]:
    """Every file, and the name of the schema that describes it."""
    for file in sorted(data.rglob("*.yml")):
        yield (file.stem if file.parent == data else file.parent.name[:-1]), file


@pytest.mark.parametrize("data", [REAL_DATA, BASE], ids=["real", "small"])
def test_all_data_are_valid(data: Path) -> None:
    """To a reader of YAML 1.2 that is not ours."""
    judged = [(file.name, _refused(data, name, _yaml(file.read_text("utf-8"))))
              for name, file in _files(data)]  # fmt: skip
    assert len(judged) > 10
    assert [(name, errors) for name, errors in judged if errors] == []


def test_all_data_are_valid_as_we_read_them() -> None:
    """Every value is then the text that was typed, but for numbers and switches."""
    documents = source.read(REAL_DATA).documents
    assert documents
    for document in documents:
        own_file = document.kind in FOLDER_MODELS
        name = FOLDER_MODELS[document.kind].__name__.lower() if own_file else document.kind
        assert _refused(REAL_DATA, name, _typed(plain(document.root))) == [], document.path


def _typed(content: Any) -> Any:
    if isinstance(content, dict):
        return {key: _TYPED.get(key, _typed)(value) for key, value in content.items()}
    return [_typed(each) for each in content] if isinstance(content, list) else content


def _numbers(value: Any) -> Any:
    return [float(each) for each in value] if isinstance(value, list) else _typed(value)


_TYPED: dict[str, Callable[[Any], Any]] = {
    "coordinates": _numbers,
    "label_offset": _numbers,
    "planned": lambda value: value == "true" if isinstance(value, str) else _typed(value),
}
"""Keys of numbers and switches, which the vocabulary has too, with other values."""


def test_each_schema_is_draft_07_and_closed() -> None:
    """And beside a `$ref`, which draft-07 lets nothing stand beside, are words only."""
    for name, each in _published(REAL_DATA).items():
        assert each["$schema"] == "http://json-schema.org/draft-07/schema#"
        assert each["$id"] == f"{BASE_URL}schema/{name}.json"
        Draft7Validator.check_schema(each)
        for part in _parts(each):
            if part.get("type") == "object" and "allOf" not in part:
                assert part["additionalProperties"] is False or "propertyNames" in part
            if "$ref" in part:
                assert set(part) <= {"$ref", *_WORDS, "markdownDescription"}, (name, part)


_WORDS = {"title", "description", "x-title", "x-description", "x-meaning"}


def _parts(part: Any) -> Iterator[dict[str, Any]]:
    if isinstance(part, dict):
        yield part
        for value in part.values():
            yield from _parts(value)
    elif isinstance(part, list):
        for value in part:
            yield from _parts(value)


@pytest.mark.parametrize("name", MODELS)
def test_a_schema_has_the_keys_of_the_model_and_no_other(name: str) -> None:
    """Each is required or not as in the model, and says in both languages what it is."""
    each = _published(REAL_DATA)[name]
    if name in LIST_MODELS:
        assert each["additionalProperties"] == {"$ref": f"#/definitions/{MODELS[name].__name__}"}
        each = {**each["definitions"][MODELS[name].__name__], "definitions": each["definitions"]}
    seen: dict[str, type[BaseModel]] = {}
    _compare(MODELS[name], each, seen)
    assert set(each["definitions"]) - {MODELS[name].__name__} == set(seen)
    for model_name, model in list(seen.items()):
        _compare(model, each["definitions"][model_name], seen)
    assert set(each["definitions"]) - {MODELS[name].__name__} == set(seen)


def _compare(
    model: type[BaseModel], each: dict[str, Any], seen: dict[str, type[BaseModel]]
) -> None:
    fields = {field.alias or name: (name, field) for name, field in model.model_fields.items()
              if not (name == "id" and issubclass(model, Kept))}  # fmt: skip
    assert set(each["properties"]) == set(fields)
    required = {key for key, (_, field) in fields.items() if field.is_required()}
    assert set(each.get("required", [])) == required
    for key, (name, field) in fields.items():
        means, said = meaning(model, name), each["properties"][key]
        assert said["x-title"] == {"ja": means.title.ja, "en": means.title.en}
        assert said["title"] == f"{means.title.ja} / {means.title.en}"
        japanese, english = said["description"].split("\n\n")
        assert said["x-description"] == {"ja": japanese, "en": english}
        assert japanese.startswith(means.text.ja)
        assert english.startswith(means.text.en)
        for inner in _models(field):
            _seen(inner, seen)


def _seen(model: type[BaseModel], seen: dict[str, type[BaseModel]]) -> None:
    if model.__name__ not in seen:
        seen[model.__name__] = model
        for field in model.model_fields.values():
            for inner in _models(field):
                _seen(inner, seen)


def _models(field: FieldInfo) -> Iterator[type[BaseModel]]:
    """The blocks that a field holds."""
    waiting: list[Any] = [field.annotation]
    while waiting:
        hint = waiting.pop()
        waiting += get_args(hint)
        if isinstance(hint, type) and issubclass(hint, BaseModel):
            yield hint


def test_the_committed_schemas_work_for_a_program_that_knows_files_only() -> None:
    """They have no address of their own, and find the list of ids beside them."""
    pairings = sorted(str(file) for file in (REAL_DATA / "pairings").iterdir())
    command = ("check_jsonschema", "--schemafile", str(COMMITTED / "pairing.json"))
    good = run(*command, *pairings)
    assert good.returncode == 0, good.stdout + good.stderr
    wrong = run(*command, str(REAL_DATA / "places" / "kobe.yml"))
    assert "'programme' is a required property" in wrong.stdout


def test_every_id_has_a_name_in_both_languages() -> None:
    """Those of the records, each in the list of its kind and in no other."""
    lists = _published(REAL_DATA)["ids"]["definitions"]
    for kind in FOLDER_MODELS.keys() - {"timelines"}:
        assert set(lists[kind]["enum"]) == {file.stem for file in (REAL_DATA / kind).iterdir()}
    for kind in LIST_MODELS:
        assert set(lists[kind]["enum"]) == set(
            _yaml((REAL_DATA / f"{kind}.yml").read_text("utf-8"))
        )
    assert set(lists["parties"]["enum"]) == {
        *lists["places"]["enum"],
        *lists["organisations"]["enum"],
    }
    for each in lists.values():
        assert list(each["x-names"]) == each["enum"]
        assert all(
            names["ja"].strip() and names["en"].strip() for names in each["x-names"].values()
        )
    assert lists["places"]["x-names"]["bratislava"] == {"ja": "ブラチスラバ市", "en": "Bratislava"}
    assert lists["pairings"]["x-names"]["nagano-obuse-turku"] == {
        "ja": "長野市・小布施町 – トゥルク市", "en": "Nagano and Obuse – Turku",
    }  # fmt: skip


def test_the_committed_schemas_are_those_of_the_model() -> None:
    """But for the ids, which are renewed by whoever next runs `make schema`."""
    for name, each in schemas.of_files().items():
        stale = "run `make schema` and commit .vscode/schema/"
        assert (COMMITTED / f"{name}.json").read_text("utf-8") == schemas.text(each), stale
    assert {file.stem for file in COMMITTED.iterdir()} == {*schemas.of_files(), "ids"}


def test_each_file_of_the_data_has_its_schema_in_the_editor() -> None:
    """One pattern of the settings fits it, and leads to a schema that is there."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text("utf-8"))
    for name, file in _files(REAL_DATA):
        path = file.relative_to(ROOT)
        fitting = [each for each, fits in settings["yaml.schemas"].items() if path.match(fits)]
        assert fitting == [f"./.vscode/schema/{name}.json"]
        assert (ROOT / fitting[0]).is_file()


CASES = {
    case.name: {line.split("error[")[1].split("]")[0] for line in report if "error[" in line}
    for case in sorted((ROOT / "tests" / "invalid").iterdir())
    for report in [(case / "expected.en.txt").read_text("utf-8").splitlines()]
}
"""The rules that each wrong example breaks."""
IN_FILES = {rule.id for rule in FILE_RULES}


@pytest.mark.parametrize("name", [name for name, rules in CASES.items() if not rules & IN_FILES])
def test_what_json_schema_can_say_is_told_while_typing(name: str, data: Path) -> None:
    """And nothing else: the table of these rules is the truth in both directions."""
    lay_over(ROOT / "tests" / "invalid" / name / "data", data)
    refused = []
    for schema_name, file in _files(data):
        try:
            content = _yaml(file.read_text("utf-8"))
        except (YAMLError, ValueError):  # a day that no calendar has, to ruamel
            content = None
        refused += _refused(BASE, schema_name, content)
    assert bool(refused) == bool(CASES[name] & (WHILE_TYPING | PARTLY)), refused


def test_the_rules_told_while_typing_exist() -> None:
    """And each has an example that a schema refuses."""
    told = WHILE_TYPING | PARTLY
    assert {rule.id for rule in ALL_RULES} >= told
    assert set().union(*(rules for rules in CASES.values() if not rules & IN_FILES)) >= told


def test_some_rules_are_told_while_typing_in_part(data: Path) -> None:
    """The table names just those of which a schema refuses one breach and not another."""
    for rule, (kind, name), right, wrong, told in (
        ("impossible-date", ("pairing", "kawabe-donaustadt"), "since: 2013-04", "since: 2013-02-30", True),
        ("impossible-date", ("pairing", "kawabe-donaustadt"), "since: 2013-04", "since: 2013-02-29", False),
        ("swapped-coordinates", ("place", "kawabe"), "[35.5, 139.5]", "[139.5, 35.5]", True),
        ("swapped-coordinates", ("place", "donaustadt"), "[48.2, 16.4]", "[16.4, 48.2]", False),
    ):  # fmt: skip
        assert rule in PARTLY - WHILE_TYPING
        file = data / f"{kind}s" / f"{name}.yml"
        text = file.read_text("utf-8")
        assert right in text
        file.write_text(text.replace(right, wrong), "utf-8")
        assert [problem.rule.id for problem in atlas.load(data).problems] == [rule]
        assert bool(_refused(BASE, kind, _yaml(file.read_text("utf-8")))) == told, wrong
        file.write_text(text, "utf-8")


WRONG: tuple[Any, ...] = (
    "",
    "x!",
    "2018",
    "2019-02-30",
    "nowhere",
    [],
    {},
    ["nowhere"],
    {"nowhere": "x"},
)
"""What is put in place of values."""


def _mutated(content: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str, Any]]:
    """Change one thing at a time, at every place: leave it out, or put something else there."""
    inner = content
    for step in path:
        inner = inner[step]
    if isinstance(inner, dict):
        yield f"{path} + key", _with(content, (*path, "nowhere"), "x")
    for step in inner if isinstance(inner, dict) else range(len(inner)):
        here = (*path, step)
        yield f"{here} left out", _with(content, here, None)
        for value in WRONG:
            if inner[step] != value:
                yield f"{here} = {value!r}", _with(content, here, value)
        if isinstance(inner[step], dict | list):
            yield from _mutated(content, here)


def _with(content: Any, path: tuple[str | int, ...], value: Any) -> Any:
    changed = deepcopy(content)
    block = changed
    for step in path[:-1]:
        block = block[step]
    if value is None:
        del block[path[-1]]
    else:
        block[path[-1]] = value
    return changed


CHANGED = ("pairings/tokorozawa-bratislava", "places/tokorozawa", "places/bratislava", "site",
           "themes/air-quality", "programmes/iuc", "timelines/tokorozawa-bratislava")  # fmt: skip


@pytest.mark.parametrize("path", CHANGED)
def test_schemas_and_check_agree_on_changed_records(path: str) -> None:
    """No false alarm while typing, and none of the rules told while typing is missed."""
    read = source.read(REAL_DATA)
    (document,) = (d for d in read.documents if d.path == f"data/{path}.yml")
    known = schema.read(read)[0].known
    content = _shortened(_yaml((REAL_DATA / f"{path}.yml").read_text("utf-8")))
    name = FOLDER_MODELS[document.kind].__name__.lower() if "/" in path else document.kind
    wrong = 0
    for change, changed in _mutated(content):
        broken = _broken(json.dumps(changed, ensure_ascii=False), document, known)
        refused = _refused(REAL_DATA, name, changed)
        assert broken or not refused, (change, refused)
        assert refused or not broken & WHILE_TYPING, (change, broken)
        wrong += bool(refused)
    assert wrong > 10


def _shortened(content: Any) -> Any:
    """Keep two of each list, and no long text: one is as good as ten."""
    if isinstance(content, dict):
        return {key: _shortened(value) for key, value in content.items()}
    if isinstance(content, list):
        return [_shortened(value) for value in content[:2]]
    return content[:20] if isinstance(content, str) and " " in content else content


def _broken(text: str, document: Document, known: Mapping[str, frozenset[str]]) -> set[str]:
    """Return the rules that our own check finds broken in a file by itself."""
    changed, problems = documents.document(document.path, document.kind, document.id, text)
    if changed is None:
        return {problem.rule.id for problem in problems}
    catalog, found = schema.read(Source((changed,), dict(known), ()))
    unknown = unknown_id.check(catalog)
    return {problem.rule.id for problem in found} | {finding.rule.id for finding in unknown}


def test_the_command_writes_what_is_missing_and_says_so(project: Path) -> None:
    """It is checked without the data, and fails where a file is not as the model has it."""
    (project / "data" / "places" / "kawabe.yml").write_text("name: [", "utf-8")
    command = ("atlas", "schema", "--lang", "en")
    missing = run(*command, "--check", cwd=project)
    assert (missing.returncode, missing.stdout) == (1, "")
    assert "pairing.json" in missing.stderr
    assert not (project / ".vscode").exists()
    without_ids = run(*command, cwd=project)
    assert without_ids.returncode == 0
    assert "ids.json" not in without_ids.stdout
    assert "(ids.json) is as it was" in without_ids.stderr
    shutil.copy(BASE / "places" / "kawabe.yml", project / "data" / "places")
    complete = run(*command, cwd=project)
    assert complete.stdout.endswith("up to date: ids.json\n")
    assert (project / ".vscode" / "schema" / "pairing.json").is_file()


def test_the_command_says_that_it_cannot_write(project: Path) -> None:
    """A file where the folder should be, and a schema that is no text: no traceback."""
    (project / ".vscode").mkdir()
    (project / ".vscode" / "schema").write_text("", "utf-8")
    refused = run("atlas", "schema", "--lang", "en", cwd=project)
    assert refused.returncode == 1
    assert refused.stderr.startswith("Nothing can be written into .vscode/schema/ (")
    (project / ".vscode" / "schema").unlink()
    (project / ".vscode" / "schema").mkdir()
    (project / ".vscode" / "schema" / "pairing.json").write_bytes(b"\xff")
    stale = run("atlas", "schema", "--lang", "en", "--check", cwd=project)
    assert stale.stderr.startswith("Out of date in .vscode/schema/")
