"""The hooks: the only module that knows MkDocs. Events unpack and call; the work is in `atlas`.

All data is loaded, checked and rendered in `on_config`, before MkDocs cleans anything; later
events only look results up. The i18n plugin builds the second language in a nested build with
the same configuration, which runs every event again.
"""

import logging
import os
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any

from mkdocs import utils
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException, PluginError
from mkdocs.plugins import CombinedEvent, event_priority
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import get_toc
from mkdocs.utils import get_build_datetime

import atlas

_log = logging.getLogger("mkdocs.hooks.atlas")
_serving = False
_classes: set[str] = set()  # of the elements of all pages built so far
_site: atlas.Site | None = None  # survives the rebuilds of `mkdocs serve`: the last good site
_overlay = atlas.Overlay()  # what is wrong since then
_OF_HEADS = ("title", "description", "linked_data", "picture", "scripts", "modules", "alternates")


def on_startup(command: str, **_: Any) -> None:
    """Remember whether a mistake may stop the build."""
    global _serving
    _serving = command == "serve"


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> None:
    """Watch the data, and let no mistake stop the server: MkDocs would answer nobody any more."""
    _claim(server)
    watch, clean = _watcher(server, _root(config) / "data"), utils.clean_directory

    def build() -> None:
        watch()
        utils.clean_directory = clean  # if a nested build is cut short, the i18n plugin's stays
        _overlay.html = {}
        try:
            builder()
        except Exception as error:  # wrong data are told before MkDocs touches the good site
            _overlay.html = _overlay.html or atlas.failure(error)
            _log.error(str(error), exc_info=not isinstance(error, MkDocsException))

    server.builder = build
    server.set_app(_overlay.around(server.get_app(), atlas.root))
    watch()


def _claim(server: Any) -> None:
    """Say in words that the port is taken, before MkDocs would with a traceback."""
    with socket.socket(server.address_family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(server.server_address)
        except OSError as error:
            port = server.server_address[1]
            raise PluginError(
                f"ポート{port}は使えません。ほかの番号でためしてください：make serve PORT={port + 1}\n"
                f"Port {port} cannot be used; try another: make serve PORT={port + 1}"
            ) from error


def _watcher(server: Any, folder: Path) -> Callable[[], None]:
    """Watch a folder, and at each call again if it went away meanwhile and may have come back.

    With `watch` in mkdocs.yml a missing folder would be an error. Watching anew what is watched
    would overlook what is saved at that moment.
    """
    path, watching = str(folder.absolute()), False

    def watch() -> None:
        nonlocal watching
        if any(each.watch.path == path and each.is_alive() for each in server.observer.emitters):
            return
        if watching:
            server.unwatch(path)
        watching = folder.is_dir()
        if watching:
            server.watch(path)

    return watch


def on_config(config: MkDocsConfig) -> None:
    """Load and render everything; stop here, before the old site is touched, if data are wrong."""
    global _site
    if config.extra.get("atlas_rendered"):  # the nested build of the second language
        config.theme.static_templates.discard("404.html")  # one is enough for both
        return
    config.extra["atlas_rendered"] = True
    config.edit_uri = config.edit_uri if config.repo_url else None
    if not config.site_url:  # calendars, feeds and the API cannot do without
        raise PluginError(
            "SITE_URLが空です。サイトのアドレスを書いてください。 / SITE_URL is empty."
        )
    site = atlas.publish(_root(config) / "data", config.site_url, get_build_datetime())
    if site.problems:
        config.nav = None
        _complain(site, config.site_url)
    _site = site


def _complain(site: atlas.Site, address: str) -> None:
    """Stop the build, but where a site is served and there is none yet to keep up."""
    report = site.report(atlas.language_of_locale(os.environ), address)
    if not _serving or (_site and not _site.problems):
        _overlay.html = site.overlay
        raise PluginError(f"\n{report}")
    _log.error(f"\n{report}")


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


def _page(page: Page) -> Any:
    assert _site is not None
    return _site.pages.get(page.file.src_uri)


@event_priority(50)
def _add_files(files: Files, config: MkDocsConfig) -> Files:
    """Name every generated page, before the i18n plugin sorts files by language.

    With nothing but problems to show, prose is left out: its links would lead nowhere.
    """
    assert _site is not None
    if _site.problems:
        files = Files([file for file in files if not file.is_documentation_page()])
    for source in _site.pages:
        files.append(File(source, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-110)
def _fill_files(files: Files, config: MkDocsConfig) -> Files:
    """Say, after the i18n plugin made files of its own, that there is nothing to read.

    What is no page is published once, with the default language.
    """
    assert _site is not None
    if not config.extra.get("atlas_files"):
        config.extra["atlas_files"] = True
        for path, content in _site.files.items():
            files.append(File.generated(config, path, content=content))
    for file in files:
        if rendered := _site.pages.get(file.src_uri):
            file.content_string = ""
            file.generated_by = "atlas"
            file.edit_uri = f"../{rendered.edit_file}" if rendered.edit_file else None
    return files


on_files = CombinedEvent(_add_files, _fill_files)


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Give a generated page its title and description."""
    if rendered := _page(page):
        page.title = rendered.menu_title
        for name in _OF_HEADS:
            page.meta[name] = getattr(rendered, name)
        page.meta["hide"] = ["toc"] if rendered.wide else []
    return markdown


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Give a generated page its content and table of contents."""
    rendered = _page(page)
    if rendered is None:
        return html
    page.toc = get_toc([
        {"level": 2, "id": anchor, "name": title, "children": []}
        for anchor, title in rendered.headings
    ])  # fmt: skip
    return str(rendered.html)


def on_template_context(context: dict[str, Any], config: MkDocsConfig, **_: Any) -> None:
    """Give what is in no one language, the 404 page, the site's name in both."""
    assert _site is not None
    names = [words["name"] for words in _site.words.values()]
    context["config"].site_name = config.site_name = " · ".join(names)
    context["atlas_words"] = _site.words


@event_priority(-200)  # after both languages are built and the index of all is written
def on_post_build(config: MkDocsConfig) -> None:
    """Give each language a search index of its own, and thin out the theme's style sheet."""
    site = Path(config.site_dir)
    for name, text in atlas.search_indexes(_read(site, "search/search_index.json")).items():
        (site / name).write_text(text, "utf-8")
    if not _serving:  # then pages come and go
        for sheet in site.glob("assets/stylesheets/main.*.min.css"):
            others = _read(site, "assets/javascripts/bundle.*.js"), _read(site, "assets/atlas.css")
            sheet.write_text(atlas.thinned(sheet.read_text("utf-8"), _classes, *others), "utf-8")


def _read(site: Path, pattern: str) -> str:
    return "".join(file.read_text("utf-8") for file in site.glob(pattern))


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Give the theme the site's name and words in the language of the page."""
    assert _site is not None
    language = page.file.locale  # type: ignore[attr-defined]  # set by the i18n plugin
    words = context["atlas"] = _site.words[language]
    config.site_name, config.site_description = words["name"], words["description"]
    if _page(page) is None:
        about = (page.meta.get("title", page.title), page.meta.get("description", ""))
        page.meta.update(_site.head_of_prose(language, *about, page.canonical_url or ""))


def on_post_page(output: str, **_: Any) -> str:
    """Mend what is not valid in the theme's HTML, and note which classes pages use."""
    _classes.update(atlas.classes(output))
    return atlas.tidy(output)


def on_post_template(output_content: str, **_: Any) -> str:
    """The same for what is no page: the 404 page."""
    return on_post_page(output_content)
