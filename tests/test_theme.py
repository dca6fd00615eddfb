"""The theme's environment, shared and remembered, and its files without hidden ones."""

import inspect
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config.base import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from atlas.theme import files_of, hasten, listed
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def config() -> MkDocsConfig:
    """Return the project's settings, without the hooks and plugins."""
    return load_config(str(ROOT / "mkdocs.yml"), plugins=[], hooks=[])


def test_mkdocs_gets_its_templates_where_they_are_made_quicker() -> None:
    """MkDocs asks the theme, so that what stands there in place of its own is used."""
    assert "config.theme.get_env()" in inspect.getsource(build), (
        "MkDocs makes its environment in another way now; atlas.theme.hasten would do nothing"
    )


def test_mkdocs_copies_the_same_files_of_the_theme(config: MkDocsConfig, tmp_path: Path) -> None:
    """It would drop hidden ones, and the icons are in a hidden folder, when they were listed too."""
    plain, quick = Files([]), Files([])
    plain.add_files_from_theme(config.theme.get_env(), config)
    hasten(config.theme, tmp_path)
    quick.add_files_from_theme(config.theme.get_env(), config)
    assert [file.abs_src_path for file in quick] == [file.abs_src_path for file in plain]
    assert len(plain.src_uris) > 50


def test_languages_share_what_is_compiled(tmp_path: Path) -> None:
    """As long as the theme's folders are the same, the i18n plugin's counted once."""
    theme = load_config(str(ROOT / "mkdocs.yml"), plugins=[], hooks=[]).theme
    hasten(theme, tmp_path)
    environment = theme.get_env()
    theme.dirs.insert(0, str(tmp_path))
    with_plugin = theme.get_env()
    theme.dirs.insert(0, str(tmp_path))
    assert environment is not with_plugin
    assert with_plugin is theme.get_env()


def test_builds_share_what_is_compiled(tmp_path: Path) -> None:
    """And a template that was changed is compiled anew."""
    folder, cache = tmp_path / "theme", tmp_path / "cache"
    folder.mkdir()
    cache.mkdir()
    for text in ("one", "two"):
        (folder / "page.html").write_text(text, "utf-8")
        theme = load_config(str(ROOT / "mkdocs.yml"), plugins=[], hooks=[]).theme
        theme.dirs.insert(0, str(folder))
        hasten(theme, cache)
        assert theme.get_env().get_template("page.html").render() == text
        assert len(list(cache.iterdir())) == 1


def test_hidden_files_are_not_listed(tmp_path: Path) -> None:
    """Nor what is in hidden folders; a file that two folders hold is named once."""
    for name in ("a/main.css", "a/sub/x.js", "a/.icons/x.svg", "a/.hidden", "b/main.css", "b/y.js"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    assert listed([str(tmp_path / "a"), str(tmp_path / "b")], files_of) == [
        "main.css",
        "sub/x.js",
        "y.js",
    ]
