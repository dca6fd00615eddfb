"""Rules across records. To add one: write its file, and name it in CHECKS."""

from collections.abc import Iterator

from atlas.memory import Memory
from atlas.model import LIST_MODELS, Catalog, Kept, Place, Record, Timeline, texts
from atlas.problem import Problem, Rule
from atlas.rules import (
    circle_of_places,
    coordinates,
    doubled_inner_id,
    doubled_pairing,
    doubled_term,
    explained,
    languages,
    markup,
    missing_coordinates,
    missing_editorial_source,
    missing_glyph,
    needless_excuse,
    reserved_id,
    revised_too_early,
    same_place_twice,
    shared_id,
    timeline_without_owner,
    told_twice,
    unknown_id,
    unused_source,
    within_elsewhere,
    wrong_side,
)
from atlas.rules.finding import Finding
from atlas.rules.guesses import Guesses
from atlas.rules.lengths import TEXT_TOO_LONG
from atlas.rules.shape import SHAPE_RULES
from atlas.source import FILE_RULES, Document, Source

CHECKS = (
    unknown_id, shared_id, reserved_id, doubled_inner_id, same_place_twice, timeline_without_owner,
    missing_coordinates, missing_editorial_source, circle_of_places, told_twice, languages, markup,
    coordinates, wrong_side, within_elsewhere, doubled_pairing, doubled_term, revised_too_early,
    missing_glyph, unused_source,
)  # fmt: skip

OF_TEXTS = (languages, markup)
OF_TIMELINES = (told_twice, revised_too_early)
OF_PLACES = (coordinates,)
OF_ONE = (*OF_TEXTS, *OF_TIMELINES, *OF_PLACES)
"""Of these, those that look at one text or one record by itself; it is done once for each."""

ALL_RULES: tuple[Rule, ...] = (
    *FILE_RULES, *SHAPE_RULES, TEXT_TOO_LONG,
    *(rule for check in (*CHECKS, needless_excuse) for rule in check.RULES),
)  # fmt: skip

GROUPS = explained.groups(
    FILE_RULES, SHAPE_RULES,
    tuple(rule for rule in ALL_RULES if rule not in (*FILE_RULES, *SHAPE_RULES)),
)  # fmt: skip


def apply(catalog: Catalog, source: Source) -> Iterator[Problem]:
    """Check all records against all rules, and give each finding its place in a file."""
    documents = {(document.kind, document.id): document for document in source.documents}
    guesses = Guesses(catalog)
    excused = set()
    for finding in _findings(catalog):
        if _is_excused(finding, catalog):
            excused.add((finding.kind, finding.record, finding.rule.id))
        else:
            yield _problem(finding, documents, guesses)
    excusable = {rule.id for rule in ALL_RULES if rule.excusable}
    for finding in needless_excuse.check(catalog, excused, excusable):
        yield _problem(finding, documents, guesses)


def _findings(catalog: Catalog) -> Iterator[Finding]:
    blocks = (((kind, record_id), block) for kind, record_id, block in catalog.blocks())
    for found in _in_one.of(blocks):
        yield from found
    for check in CHECKS:
        if check not in OF_ONE:
            yield from check.check(catalog)


def _of_one(name: tuple[str, str], block: Record) -> list[Finding]:
    found: list[Finding] = []
    for path, text in texts(block):
        for check in OF_TEXTS:
            found += check.check_text(*name, path, text)
    if isinstance(block, Timeline):
        found += (each for check in OF_TIMELINES for each in check.check_timeline(block))
    if isinstance(block, Place):
        found += (each for check in OF_PLACES for each in check.check_place(block))
    return found


_in_one = Memory[Record, list[Finding]](_of_one)

forget = _in_one.forget


def _is_excused(finding: Finding, catalog: Catalog) -> bool:
    record = catalog.block(finding.kind, finding.record)
    rules = {excuse.rule for excuse in record.excuses} if isinstance(record, Kept) else set()
    return finding.rule.excusable and finding.rule.id in rules


def _problem(
    finding: Finding, documents: dict[tuple[str, str], Document], guesses: Guesses
) -> Problem:
    own_file = finding.kind not in LIST_MODELS
    document = documents[finding.kind, finding.record if own_file else finding.kind]
    at = () if own_file else (finding.record,)
    path = (*at, *finding.path)
    place = document.place(path) if finding.path or own_file else document.key_place(path)
    if finding.word:
        place = document.word_place(path, finding.word)
    written, allowed = str(finding.values.get("id", "")), frozenset(finding.allowed)
    guess = finding.instead or (guesses.nearest(written, allowed) if allowed else None)
    if finding.exchanged:
        one, other = ((*at, *each) for each in finding.exchanged)
        place, guess = document.exchanged(one, other) or (place, None)
    listed = guesses.choice(written, guess, allowed)
    excerpt = document.line(place.line)
    return Problem(document.path, place, finding.rule, finding.values, excerpt, guess, listed)
