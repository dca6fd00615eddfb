"""The hooks: the only module that knows MkDocs. Events unpack and call; the work is in `atlas`.

All data is loaded and checked in `on_config`, before MkDocs cleans anything; later events only look
results up. The i18n plugin builds the second language in a nested build with the same configuration,
which runs every event again.
"""

import logging
import os
import re
import socket
from collections.abc import Callable, Iterator
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
_press: atlas.Plain | atlas.Framed | None = None  # survives rebuilds: it has the last good site
_prose = atlas.Prose()  # what MkDocs made beside it
_overlay = atlas.Overlay()  # what is wrong since then
_copies = atlas.Copies()  # what is served of it
_LINK = re.compile(r"\]\(([^)\s#]+)\.md[)#]")


def on_startup(command: str, **_: Any) -> None:
    """Remember whether a mistake may stop the build."""
    global _serving
    _serving = command == "serve"
    logging.getLogger("mkdocs.commands.build").addFilter(
        lambda record: not record.getMessage().startswith("Page skipped: ")  # a frame: see `press`
    )


def on_serve(server: Any, config: MkDocsConfig, builder: Any) -> None:
    """Watch the data, and let no mistake stop the server: MkDocs would answer nobody any more."""
    _claim(server)
    watch, clean = _watcher(server, _root(config) / "data"), utils.clean_directory
    others = [config.config_file_path, config.docs_dir, *config.watch]
    seen, whole = atlas.snapshot(others), True

    def build() -> None:
        nonlocal seen, whole
        watch()
        utils.clean_directory = clean  # if a nested build is cut short, the i18n plugin's stays
        before, seen = seen, atlas.snapshot(others)
        with _copies.lock:
            _overlay.html = {}
            try:
                if not whole or before != seen or not _renew(config):
                    whole = False
                    builder()
                    whole = True
            except Exception as error:  # wrong data are told before MkDocs touches the good site
                _fail(error)

    server.builder = build
    app = _copies.before(server.get_app(), server.mount_path, _fail)
    server.set_app(_overlay.around(app, atlas.root))
    watch()


def _fail(error: Exception) -> None:
    """Show what went wrong over the last good site, and in the terminal."""
    _overlay.html = _overlay.html or atlas.failure(error)
    _log.error(str(error), exc_info=not isinstance(error, MkDocsException))


def _renew(config: MkDocsConfig) -> bool:
    """Take in changed data without MkDocs; return False if what it laid out would be another."""
    assert _press is not None
    if not _press.renew(_published(config), _prose.links):
        return False
    _offer(config)
    return True


def _offer(config: MkDocsConfig) -> None:
    """Have whatever is asked for made of the newest site."""
    assert _press is not None
    closing = atlas.closing(_press.site, _press.entries, _prose)
    _copies.renew(Path(config.site_dir), atlas.joined(_press.made(), closing))


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
    """Load everything; stop here, before the old site is touched, if the data are wrong."""
    global _press, _prose
    if "atlas" in config.extra:  # the nested build of the second language
        config.theme.static_templates.discard("404.html")  # one is enough for both
        return
    if not config.site_url:  # calendars, feeds and the API cannot do without
        raise PluginError(
            "SITE_URLが空です。サイトのアドレスを書いてください。 / SITE_URL is empty."
        )
    config.edit_uri = config.edit_uri if config.repo_url else None
    config.theme.static_templates.discard("sitemap.xml")  # the atlas makes it
    cache = None if os.environ.get("ATLAS_PLAIN") else _root(config) / ".cache" / "atlas"
    site = _published(config)
    if _serving:
        site.sample()  # a broken template is noticed before MkDocs touches the good site
    _press = atlas.press(site, cache)
    _prose = config.extra["atlas"] = atlas.Prose(day=get_build_datetime().date().isoformat())
    config.nav = None if _press.site.problems else config.nav
    if cache:
        cache.mkdir(parents=True, exist_ok=True)
        atlas.hasten(config.theme, cache)


def _published(config: MkDocsConfig) -> atlas.Site:
    """Load the data. With problems stop, but where there is no good site to keep up yet."""
    repository = atlas.Repository(config.repo_url or "", config.edit_uri or "")
    data, now = _root(config) / "data", get_build_datetime()
    site = atlas.publish(data, config.site_url or "", now, repository, again=_serving)
    if site.problems:
        report = site.report(atlas.language_of_locale(os.environ), config.site_url or "")
        if not _serving or (_press and not _press.site.problems):
            _overlay.html = site.overlay
            raise PluginError(f"\n{report}")
        _log.error(f"\n{report}")
    return site


def _root(config: MkDocsConfig) -> Path:
    return Path(config.config_file_path).parent


class _Elsewhere(File):
    """A page that the atlas writes; MkDocs knows of it only so that prose may lead to it."""

    def is_documentation_page(self) -> bool:
        return False

    def copy_file(self, dirty: bool = False) -> None:
        pass


@event_priority(50)
def _add_files(files: Files, config: MkDocsConfig) -> Files:
    """Name what MkDocs lays out, before the i18n plugin sorts files by language.

    With nothing but problems to show, prose is left out: its links would lead nowhere.
    """
    assert _press is not None
    if _press.site.problems:
        files = Files([file for file in files if not file.is_documentation_page()])
    for source in _press.sources:
        files.append(File(source, config.docs_dir, config.site_dir, config.use_directory_urls))
    return files


@event_priority(-110)
def _fill_files(files: Files, config: MkDocsConfig) -> Files:
    """Say, after the i18n plugin made files of its own, that there is nothing to read.

    What is no page is published once, with the default language.
    """
    assert _press is not None
    if not _prose.listed:
        _prose.listed = True
        for path, content in _press.files.items():
            files.append(File.generated(config, path, content=content))
        if not _serving:
            _press.begin(Path(config.site_dir))
    for file in files:
        if values := _press.values(file.src_uri):
            file.content_string = ""
            file.generated_by = "atlas"
            file.edit_uri = f"../{values['edit']}" if values["edit"] else None
    for source, path in _elsewhere(files):
        files.append(_Elsewhere(source, config.docs_dir, config.site_dir, True, dest_uri=path))
    return files


def _elsewhere(files: Files) -> Iterator[tuple[str, str]]:
    """Name the pages that prose leads to, and where each is, if MkDocs does not lay them out."""
    assert _press is not None
    prose = [each for each in files.documentation_pages() if not _press.values(each.src_uri)]
    _prose.links.update(link for each in prose for link in _LINK.findall(each.content_string))
    languages = {each.locale for each in prose}  # type: ignore[attr-defined]  # the i18n plugin's
    for source in sorted(f"{link}.{each}.md" for link in _prose.links for each in languages):
        if source in _press.site.plan and source not in _press.sources:
            yield source, _press.site.path(source)


on_files = CombinedEvent(_add_files, _fill_files)


def on_page_markdown(markdown: str, page: Page, **_: Any) -> str:
    """Give a generated page its title, and what its head says."""
    assert _press is not None
    if values := _press.values(page.file.src_uri):
        page.title = _press.site.menu.get(page.file.src_uri, values["title"])
        page.meta = {**values, "search": {"exclude": True}}  # the atlas has its own entries
    return markdown


def on_page_content(html: str, page: Page, **_: Any) -> str:
    """Give a generated page its content, and a table of contents where the theme looks for one."""
    assert _press is not None
    values = _press.values(page.file.src_uri)
    if values is None:
        return html
    page.toc = get_toc([{"level": 2, "id": values["anchor"], "name": "", "children": []}])
    return values["html"]


def on_template_context(context: dict[str, Any], config: MkDocsConfig, **_: Any) -> None:
    """Give what is in no one language, the 404 page, the site's name in both."""
    assert _press is not None
    names = [words["name"] for words in _press.site.words.values()]
    context["config"].site_name = config.site_name = " · ".join(names)
    context["atlas_words"] = _press.site.words


def on_page_context(context: dict[str, Any], page: Page, config: MkDocsConfig, **_: Any) -> None:
    """Give the theme the site's name and words in the language of the page."""
    assert _press is not None
    language = page.file.locale  # type: ignore[attr-defined]  # set by the i18n plugin
    words = context["atlas"] = _press.site.words[language]
    config.site_name, config.site_description = words["name"], words["description"]
    if _press.values(page.file.src_uri) is None:
        route = page.url.removeprefix(atlas.root(language))
        about = str(page.meta.get("title", page.title)), str(page.meta.get("description", ""))
        page.meta["head"] = _press.site.head_of_prose(route, language, *about)
        _prose.routes[route] = None


def on_post_page(output: str, page: Page, **_: Any) -> str:
    """Mend what is not valid in the theme's HTML, and keep what is a frame."""
    assert _press is not None
    _prose.classes |= atlas.classes(output)
    return _press.take(page.file.src_uri, atlas.tidy(output))


def on_post_template(output_content: str, **_: Any) -> str:
    """Mend what is no page: the 404 page."""
    _prose.classes |= atlas.classes(output_content)
    return atlas.tidy(output_content)


@event_priority(-200)  # after the i18n plugin has built the other language
def on_post_build(config: MkDocsConfig) -> None:
    """Write what MkDocs has not written, once all languages are built."""
    assert _press is not None
    _prose.languages += 1
    if _prose.languages < len(_press.site.words):
        return
    site = Path(config.site_dir)
    index = site / "search" / "search_index.json"
    _prose.index = index.read_text("utf-8")
    index.unlink()  # the atlas makes one for each language
    if _serving:
        _offer(config)
    else:
        atlas.finish(_press, _prose, site)
