"""Every fixed word shown to readers."""

from typing import Annotated, ClassVar

from atlas.model.base import Id, Record, placeholders
from atlas.model.form_words import FormWords
from atlas.model.meaning import Meaning, key
from atlas.text import Text


class Words(Record):
    """Headings, labels and single words. The data give their wording, pages use their names."""

    means: ClassVar[Meaning] = key("言葉", "Words",
        ja="見出しや項目名などの、短い言葉です。",
        en="Headings, labels and other short texts.")  # fmt: skip
    each: ClassVar[Meaning] = key("言葉", "Word",
        ja="ページで使う見出しや項目名です。",
        en="A heading or label that pages use.")  # fmt: skip

    home: Text
    programme: Text
    programmes: Text
    all_programmes: Text
    pairing: Text
    pairings: Text
    all_pairings: Text
    place: Text
    places: Text
    all_places: Text
    places_within: Text
    theme: Text
    themes: Text
    all_themes: Text
    organisation: Text
    organisations: Text
    timeline: Text
    whole_timeline: Text
    events_in_brief: Text
    events: Text
    source: Text
    sources: Text
    all_sources: Text
    glossary: Text
    api_index: Text
    vocabulary: Text
    data: Text
    examples: Text
    prints: Text
    addresses: Text
    content: Text
    changelog: Text
    answers: Text
    key: Text
    type: Text
    meaning: Text
    terms: Text
    rules: Text
    rules_lead: Text
    countries: Text
    latest: Text
    at_a_glance: Text
    plain: Text
    statements: Text
    facts: Text
    corrections: Text
    cited_by: Text
    how_it_was_read: Text
    japan_side: Text
    partner_side: Text
    meaning_of_since: Text
    since: Text
    as_of: Text
    bodies: Text
    theme_text: Text
    tie: Text
    country: Text
    reading: Text
    native_name: Text
    aliases: Text
    kind: Text
    location: Text
    within: Text
    coordinates: Text
    number: Text
    where: Text
    correction: Text
    publisher: Text
    date: Text
    updated: Text
    accessed: Text
    language: Text
    address_web: Text
    archive: Text
    cited_records: Text
    in_the_document: Text
    on_this_site: Text
    division: Text
    address: Text
    telephone: Text
    fax: Text
    selection: Text
    retired: Text
    planned: Text
    not_stated: Text
    undated: Text
    not_found: Text
    not_found_text: Text
    about_site: Text
    contribute: Text
    accessibility: Text
    map_hint: Text
    map_overview_hint: Text
    map_as_table: Text
    find: Text
    find_hint: Text
    find_button: Text
    ways_in: Text
    by_place: Text
    by_theme: Text
    by_year: Text
    similar: Text
    cite_page: Text
    citation_advice: Text
    copy_text: Text
    copied: Text
    previous: Text
    next: Text
    neighbours: Text
    filter_pairings: Text
    free_text: Text
    year: Text
    filter_more: Text
    filter_note: Text
    any_value: Text
    sort_by: Text
    original_order: Text
    sort_order: Text
    ascending: Text
    descending: Text
    clear: Text
    download_shown: Text
    nothing_found: Text
    calendar_format: Text
    whole_programme: Text
    api_guide: Text
    data_lead: Text
    downloads: Text
    downloads_note: Text
    all_data: Text
    descriptions: Text
    single_records: Text
    single_records_note: Text
    file: Text
    total_size: Text
    openapi: Text
    data_package: Text
    dataset: Text
    subscribe: Text
    subscribe_note: Text
    subscribe_steps: Text
    subscribe_directly: Text
    calendar: Text
    calendars: Text
    all_events: Text
    open_in_application: Text
    subscribe_at_once: Text
    calendars_of_pairings: Text
    feed: Text
    feed_note: Text
    other_language: Text
    licence: Text
    cite_data: Text
    cite_data_advice: Text
    completeness: Text
    completeness_note: Text
    known: Text
    known_count: Text
    has_events: Text
    has_theme_text: Text
    has_description: Text
    abroad: Text
    checked: Text
    fields: Text
    fields_lead: Text
    fields_of_every: Text
    fields_shared: Text
    required: Text
    optional: Text
    value: Text


class Sentences(Record):
    """Sentences with gaps, and what each gap is filled with."""

    means: ClassVar[Meaning] = key("文", "Sentences",
        ja="値が入ってできあがる、決まった文です。",
        en="Fixed sentences into which values are put.")  # fmt: skip
    each: ClassVar[Meaning] = key("文", "Sentence",
        ja="ページで使う文です。",
        en="A sentence that pages use.",
        ja_file="{ } のところに値が入ります。{ } の中の言葉は変えられません。",
        en_file="Values stand for what is in {braces}; the words in braces must stay as they are.")  # fmt: skip

    joined: Annotated[Text, placeholders("before", "next")]
    joined_last: Annotated[Text, placeholders("before", "next")]
    listed: Annotated[Text, placeholders("before", "next")]
    cite: Annotated[Text, placeholders("source")]
    provenance: Annotated[Text, placeholders("source", "date")]
    source_entry: Annotated[Text, placeholders("source", "publisher", "date")]
    as_of: Annotated[Text, placeholders("date")]
    updated: Annotated[Text, placeholders("date")]
    verified: Annotated[Text, placeholders("date")]
    revised: Annotated[Text, placeholders("date", "note")]
    labelled: Annotated[Text, placeholders("value", "label")]
    area: Annotated[Text, placeholders("within", "country")]
    coordinates: Annotated[Text, placeholders("latitude", "longitude")]
    tie_since: Annotated[Text, placeholders("tie", "date")]
    about: Annotated[Text, placeholders("pairings")]
    about_another: Annotated[Text, placeholders("pairings")]
    contact_of: Annotated[Text, placeholders("place")]
    about_place: Annotated[Text, placeholders("place")]
    retired: Annotated[Text, placeholders("date", "reason")]
    see_instead: Annotated[Text, placeholders("notice", "record")]
    retired_entry: Annotated[Text, placeholders("date", "reason")]
    moved: Annotated[Text, placeholders("record")]
    timeline_of: Annotated[Text, placeholders("name")]
    pairings_count: Annotated[Text, placeholders("count")]
    selected: Annotated[Text, placeholders("japan", "partner")]
    pairing_summary: Annotated[
        Text, placeholders("programme", "japan_label", "japan", "partner_label", "partner")
    ]
    no_statement: Annotated[Text, placeholders("party")]
    place_summary: Annotated[Text, placeholders("place", "country", "kind", "count")]
    theme_summary: Annotated[Text, placeholders("theme", "count")]
    programmes_lead: Annotated[Text, placeholders("count")]
    pairings_lead: Annotated[Text, placeholders("count")]
    places_lead: Annotated[Text, placeholders("count", "countries")]
    themes_lead: Annotated[Text, placeholders("count")]
    latest_events: Annotated[Text, placeholders("total", "shown")]
    timeline_lead: Annotated[Text, placeholders("count")]
    sources_lead: Annotated[Text, placeholders("count")]
    note: Annotated[Text, placeholders("number", "source")]
    document: Annotated[Text, placeholders("publisher", "title", "date")]
    citation: Annotated[Text, placeholders("title", "site", "address", "sources")]
    similar: Annotated[Text, placeholders("pairing", "shared")]
    map_of: Annotated[Text, placeholders("name")]
    location_of: Annotated[Text, placeholders("place")]
    glossary_lead: Annotated[Text, placeholders("count")]
    this_data: Annotated[Text, placeholders("files")]
    data_api: Annotated[Text, placeholders("guide")]
    data_made: Annotated[Text, placeholders("date")]
    data_provenance: Annotated[Text, placeholders("sources")]
    data_citation: Annotated[Text, placeholders("site", "date", "address")]
    count_of: Annotated[Text, placeholders("total", "count")]
    option: Annotated[Text, placeholders("name", "count")]
    version: Annotated[Text, placeholders("number")]
    in_full: Annotated[Text, placeholders("name")]
    keys_beside: Annotated[Text, placeholders("type")]
    rows_shown: Annotated[Text, placeholders("total", "shown")]
    named: Annotated[Text, placeholders("label", "value")]
    day_unknown: Annotated[Text, placeholders("date")]
    id_of: Annotated[Text, placeholders("kinds")]
    list_of: Annotated[Text, placeholders("value")]
    calendar_moved: Annotated[Text, placeholders("address")]


class Vocabulary(Record):
    """The fixed words of the site."""

    means: ClassVar[Meaning] = key("語彙", "Vocabulary",
        ja="ページに出る決まった言葉のすべてです。",
        en="All the fixed words that pages use.")  # fmt: skip

    place_kinds: Annotated[dict[Id, Text], key("場所の種類", "Kinds of place",
        ja="場所の `kind` に書けるものと、その名前です。",
        en="What the `kind` of a place can be, and what readers see for it.")]  # fmt: skip
    event_kinds: Annotated[dict[Id, Text], key("出来事の種類", "Kinds of event",
        ja="出来事の `kind` に書けるものと、その名前です。",
        en="What the `kind` of an event can be, and what readers see for it.")]  # fmt: skip
    tie_kinds: Annotated[dict[Id, Text], key("関係の種類", "Kinds of tie",
        ja="両側の関係の `kind` に書けるものと、その名前です。",
        en="What the `kind` of a tie can be, and what readers see for it.")]  # fmt: skip
    words: Annotated[Words, key("言葉", "Words",
        ja="見出しや項目名などの、短い言葉です。",
        en="Headings, labels and other short texts.")]  # fmt: skip
    sentences: Annotated[Sentences, key("文", "Sentences",
        ja="値が入ってできあがる、決まった文です。",
        en="Fixed sentences into which values are put.")]  # fmt: skip
    form: Annotated[FormWords, key("フォームの言葉", "Words of the form",
        ja="フォームの見出し、ボタン、知らせです。", en="Headings, buttons and messages of the form.")]  # fmt: skip
