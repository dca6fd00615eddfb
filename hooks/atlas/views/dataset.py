"""What the site says of its data as a whole, in the words of schema.org (Dataset).

The first page says it in its own language, a file of its own in both. It is one thing with one
name (`@id`), wherever it is said.
"""

from collections.abc import Iterator, Mapping, Sequence

from atlas import formats, routes
from atlas.model import EDITORIAL, Source
from atlas.text import LANGUAGES, Language, Text
from atlas.views import names
from atlas.views.setting import Setting
from atlas.views.things import Thing, day

_IN_ONE_LANGUAGE: Mapping[str, Language] = {
    path(language): language
    for path in (routes.calendar_file, routes.feed_file)
    for language in LANGUAGES
}
"""Files that hold all of something in one language; the others hold both."""


def of(setting: Setting, languages: Sequence[Language], *, sized: bool = False) -> Thing:
    """Describe the data in one language or several, with how large each file is if that is asked for.

    To tell it all the files have to be made, for which a page should not wait. Where there is room
    for one text only, it is in the first language.
    """
    graph, site = setting.graph, setting.graph.site
    first = languages[0]
    years = [date.year for happening in graph.happenings
             for date in (happening.date.first, happening.date.last)]  # fmt: skip
    covered = {"temporalCoverage": f"{min(years):04}/{max(years):04}"} if years else {}
    return {
        "@type": "Dataset",
        "@id": routes.absolute(setting.base, routes.HOME, LANGUAGES[0], "dataset"),
        "url": routes.absolute(setting.base, routes.DATA, LANGUAGES[0]),
        **_named(site.name, languages),
        "description": "\n\n".join(_texts(site.description, languages)),
        "inLanguage": list(LANGUAGES),
        "license": {
            "@type": "CreativeWork",
            **_named(graph.vocabulary.words.licence, languages),
            "url": routes.absolute(setting.base, routes.DATA, first, "licence"),
            "text": "\n\n".join(_texts(site.licence, languages)),
        },
        "isAccessibleForFree": True,
        "creator": {
            "@type": "Organization",
            **_named(graph.source(EDITORIAL).publisher, languages),
            "url": routes.absolute(setting.base, routes.HOME, first),
        },
        "dateModified": setting.generated_at.date().isoformat(),
        "keywords": [text for theme in graph.themes for text in _texts(theme.name, languages)],
        **covered,
        "spatialCoverage": [
            {"@type": "Country", **_named(name, languages), "identifier": code}
            for code, name in _countries(setting)
        ],
        "isBasedOn": [
            _document(setting, source, languages)
            for source in graph.sources if source.id != EDITORIAL
        ],
        "distribution": list(_downloads(setting, sized)),
    }  # fmt: skip


def _texts(text: Text, languages: Sequence[Language]) -> list[str]:
    return list(dict.fromkeys(text.to(language) for language in languages))


def _named(text: Text, languages: Sequence[Language]) -> Thing:
    """A name, and beside it what the same is called in the other language."""
    return dict(zip(("name", "alternateName"), _texts(text, languages), strict=False))


def _countries(setting: Setting) -> Iterator[tuple[str, Text]]:
    for code in sorted({place.country for place in setting.graph.places}):
        yield code, Text(ja=names.country(code, "ja"), en=names.country(code, "en"))


def _document(setting: Setting, source: Source, languages: Sequence[Language]) -> Thing:
    page = routes.record("sources", source.id)
    return {
        "@type": "CreativeWork",
        **_named(source.title, languages),
        "publisher": {"@type": "Organization", **_named(source.publisher, languages)},
        "inLanguage": source.language,
        **({"url": source.url} if source.url else {}),
        **(day("dateModified", source.updated.start) if source.updated else {}),
        "mainEntityOfPage": routes.absolute(setting.base, page, languages[0]),
    }


def _downloads(setting: Setting, sized: bool) -> Iterator[Thing]:
    """The files that hold all records of a kind, or all events; no single records, no parts."""
    for path in setting.sizes:
        language = _IN_ONE_LANGUAGE.get(path)
        if language or routes.holds_all(path):
            yield {
                "@type": "DataDownload",
                "name": routes.api_name(path),
                "contentUrl": routes.file(setting.base, path),
                "encodingFormat": formats.media_type(path),
                **({"contentSize": f"{setting.sizes[path]} B"} if sized else {}),
                **({"inLanguage": language} if language else {}),
            }
