"""The form, in a real browser: what is written in it becomes a site, and nothing else is touched."""

import difflib
import json
import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Page, Route, StorageState, expect

from atlas import dates
from tests import nu
from tests.browsing import NARROW, WIDE, context
from tests.conftest import BASE_URL, REAL_DATA, ROOT, run
from tests.filling import EVENTS, FORM, Form, opened, write_pairing
from tests.serving import served
from tests.test_browser import AXE

PAIRING = "kamakura-gdansk"
NEW = {f"data/pairings/{PAIRING}.yml", f"data/timelines/{PAIRING}.yml",
       "data/places/hayama.yml", "data/places/gdansk.yml"}  # fmt: skip
CORRECTED = "data/timelines/tokorozawa-bratislava.yml"


pytestmark = pytest.mark.xdist_group("form")  # one process builds what was written


@dataclass(frozen=True, slots=True)
class Written:
    """A copy of the project with what was written in the form, and the site made of it."""

    project: Path
    site: Path
    corrected: list[str]
    """The files that correcting a record gave."""
    storage: StorageState
    """What the browser kept when the pairing was written."""


@pytest.fixture(scope="module")
def written(browser: Browser, address: str, tmp_path_factory: pytest.TempPathFactory) -> Written:
    """Write a pairing and correct another, save what the form gives, check it and build it once."""
    project = tmp_path_factory.mktemp("written") / "project"
    for name in ("hooks", "docs", "data"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", project)
    with context(browser) as window:
        form = opened(window.new_page(), address)
        started = time.perf_counter()
        write_pairing(form)
        form.is_valid()
        saved = form.save(project)
        print(f"\nThe form path took {time.perf_counter() - started:.1f} s by script.")  # noqa: T201
        assert set(saved) == NEW
        storage = window.storage_state()
    with context(browser) as window:
        form = opened(window.new_page(), address)
        correct(form)
        form.is_valid()
        corrected = form.save(project)
    for command in (("check",), ("format", "--check")):
        done = run("atlas", *command, "--data", str(project / "data"))
        assert done.returncode == 0, done.stdout + done.stderr
    site = project.parent / "built" / "atlas"
    built = run(
        "mkdocs", "build", "--strict", "--site-dir", str(site), cwd=project, SITE_URL=BASE_URL
    )
    assert built.returncode == 0, built.stderr
    return Written(project, site, corrected, storage)


def correct(form: Form) -> None:
    """Change a text and a date of an event, and say that and when this was done."""
    form.correct("ところざわし", "tokorozawa-bratislava")
    event = form.event(0)
    form.fill(event, "date", "2018-10-15/2018-10-18")
    form.fill_both(
        event, "title", "所沢市の職員がブラチスラバ市を訪問", "Staff of Tokorozawa visit Bratislava"
    )
    event.get_by_role("button", name="訂正を加える").click()
    note = event.get_by_role("group", name="訂正 1", exact=True)
    note.get_by_label("訂正日（必須）").fill("2026-12-01")
    form.fill_both(note, "note", "日付を直しました。", "The date was mended.")


def test_what_was_written_is_laid_out_as_the_other_files_are(written: Written) -> None:
    """Keys in the order of the model, short texts in brackets, and what editors' programs need."""
    folder = written.project / "data"
    assert (folder / "pairings" / f"{PAIRING}.yml").read_text("utf-8") == (
        "# yaml-language-server: $schema=../../.vscode/schema/pairing.json\n"
        "# 鎌倉市・葉山町 – グダニスク市 / Kamakura and Hayama – Gdańsk\n"
        "programme: iuc\n"
        "japan: [kamakura, hayama]\n"
        "partner: [gdansk]\n"
        "themes: [smart-eco-city]\n"
        "since: 2018-05\n"
        "sources: [tokorozawa-iuc]\n"
    )
    assert (folder / "places" / "gdansk.yml").read_text("utf-8").splitlines()[2:] == [
        "name: {ja: グダニスク市, en: Gdańsk}",
        "reading: ぐだにすくし",
        "kind: city",
        "country: PL",
        "coordinates: [54.352, 18.646]",
        "sources: [editorial]",
    ]
    timeline = (folder / "timelines" / f"{PAIRING}.yml").read_text("utf-8")
    assert '    title: {ja: 葉山町を訪問, en: "A visit to Hayama: the coast"}\n' in timeline


def _page(site: Path, route: str) -> html.HtmlElement:
    return html.fromstring((site / route / "index.html").read_text("utf-8"))


@pytest.mark.parametrize("root", ["", "en/"], ids=["ja", "en"])
def test_the_new_pairing_is_found_from_everywhere(written: Written, root: str) -> None:
    """From home, its theme, its places and the list, on the map of its programme, in the timeline."""
    pages = ("", "themes/smart-eco-city/", "places/hayama/", "places/gdansk/", "places/kamakura/",
             "pairings/", "programmes/iuc/", "timeline/")  # fmt: skip
    for page in pages:
        links = _page(written.site, root + page).xpath("//a/@href")
        assert any(
            link.rstrip("/").endswith(f"/{PAIRING}") or f"{PAIRING}/" in link for link in links
        ), page
    for page in ("", "programmes/iuc/"):
        drawn = _page(written.site, root + page).xpath(
            f"//*[local-name()='svg']//*[local-name()='a'][contains(@href, '{PAIRING}')]"
        )
        assert drawn, page
    text = _page(written.site, f"{root}pairings/{PAIRING}/").text_content()
    for said in ("2021年7月頃", "2020年2月") if not root else ("around July 2021", "February 2020"):
        assert said in text
        assert said in _page(written.site, f"{root}timeline/").text_content()


def test_the_new_pairing_is_in_the_api(written: Written) -> None:
    """With its members, and its events beside those of others."""
    api = written.site / "api" / "v1"
    found = json.loads((api / "pairings" / f"{PAIRING}.json").read_text("utf-8"))["result"]
    assert json.dumps(found).count("hayama") >= 1
    events = (api / "events.json").read_text("utf-8")
    for name, *_ in EVENTS:
        assert f"{PAIRING}/{name}" in events


def test_the_new_pairing_is_found_by_the_search(written: Written, browser: Browser) -> None:
    """By the name of a place that was not there before."""
    with served(written.site.parent) as server, context(browser) as window:
        page = window.new_page()
        page.goto(f"{server.address}atlas/?q=葉山町")
        page.locator(f".md-search-result__link[href*='{PAIRING}']").first.wait_for()


def test_correcting_touches_only_what_was_changed(written: Written) -> None:
    """Every other line stays as it is, with the comments on top; the pairing's own file is not given."""
    assert written.corrected == [CORRECTED]
    before, after = ((root / CORRECTED).read_text("utf-8").splitlines()
                     for root in (ROOT, written.project))  # fmt: skip
    changes = [line for line in difflib.ndiff(before, after) if line[0] in "+-"]
    assert changes == [
        "-     date: 2018-10-15/2018-10-17",
        "+     date: 2018-10-15/2018-10-18",
        "-     title: {ja: 所沢市の担当者がブラチスラバ市を訪問, en: Officials of Tokorozawa visit Bratislava}",
        "+     title: {ja: 所沢市の職員がブラチスラバ市を訪問, en: Staff of Tokorozawa visit Bratislava}",
        "+     revised:",
        "+       - on: 2026-12-01",
        "+         note: {ja: 日付を直しました。, en: The date was mended.}",
    ]
    text = _page(written.site, "pairings/tokorozawa-bratislava/").text_content()
    assert "2018年10月15日〜18日" in text
    assert "日付を直しました。" in text


EVERY_RECORD = """async () => {
  const { app: started } = await import(`${location.origin}/atlas/assets/form/main.js`);
  const { fromForm, keysOf, toForm } = await import(`${location.origin}/atlas/assets/form/schema.js`);
  const { read, write } = await import(`${location.origin}/atlas/assets/form/yaml.js`);
  const app = await started;
  const { validator } = new globalThis.Jedison.Create({ schema: { type: "object" } });
  const trouble = [];
  let number = 0;
  for (const kind of app.data.kinds) {
    const schema = await app.schema(kind);
    for (const id of Object.keys(app.data.records[kind.kind])) {
      number += 1;
      const original = await app.text(kind, id);
      const within = kind.listed ? id : "";
      const value = toForm(read(original, within), schema);
      for (const { label, text } of app.checker.problems(schema, value, validator)) {
        trouble.push(`${kind.kind}/${id}: ${label.join(" ")}: ${text}`);
      }
      const again = write({ original, value: fromForm(value, schema), keys: keysOf(schema), id: within });
      if (again !== original) trouble.push(`${kind.kind}/${id} changed`);
      const whole = write({ original: "", value: read(original, within), keys: keysOf(schema) });
      const said = (yaml, under) => JSON.stringify(toForm(read(yaml, under), schema));
      if (said(whole, "") !== said(original, within)) trouble.push(`${kind.kind}/${id} lost something`);
    }
  }
  return { number, trouble };
}"""


def test_every_record_can_be_loaded_and_written_back(page: Page, address: str) -> None:
    """The form finds nothing wrong with it, gives back the same bytes, and loses nothing anew."""
    opened(page, address)
    found = page.evaluate(EVERY_RECORD)
    assert found["trouble"] == []
    files = [p for p in REAL_DATA.rglob("*.yml") if p.parent != REAL_DATA]
    assert found["number"] > len(files) > 80


DATES = ("2018", "2018-05", "2018-10-15", "2018-10-15/2018-10-17", "2018-10-30/2018-11-02",
         "2018-12-31/2019-01-01", "2020-04/2021-03", "2020-04/2020-09", "2014-07~", "2014~/2016",
         "1999/2001", "2018-10/2018-11-02", "2020-02-29", "0001-01-01")  # fmt: skip
NO_DATES = ("2018-13", "2018-02-30", "2019-02-29", "1900-02-29", "2018-1-1", "令和2年", "2018-10-02/2018-10-01",
            "2018/2019/2020", "2018-00", "0000", "", "2018-10-15 ~", "2018?")  # fmt: skip


def test_dates_are_read_and_worded_as_on_the_pages(page: Page, address: str) -> None:
    """The script and atlas/dates.py agree: on words in both languages, and on what is no date."""
    opened(page, address)
    script = """async ([good, bad]) => {
      const { brokenRule, written } = await import(`${location.origin}/atlas/assets/form/dates.js`);
      const { app } = await import(`${location.origin}/atlas/assets/form/main.js`);
      const table = (await app).data.dates;
      const say = (date) => ["ja", "en"].map((language) => written(date, language, table));
      return [good.map(say), bad.map((date) => brokenRule(date)), good.map((date) => brokenRule(date))];
    }"""
    worded, broken, sound = page.evaluate(script, [DATES, NO_DATES])
    for date, said in zip(DATES, worded, strict=True):
        parsed = dates.parse(date)
        assert said == [
            "".join(text for text, _ in dates.written(parsed, lang)) for lang in ("ja", "en")
        ]
    assert sound == [None] * len(DATES)
    rules = {dates.ImpossibleDateError: "impossible-date", dates.ReversedDateError: "reversed-date",
             dates.DateError: "bad-date"}  # fmt: skip
    for date, rule in zip(NO_DATES, broken, strict=True):
        with pytest.raises(dates.DateError) as error:
            dates.parse(date)
        assert rule == rules[type(error.value)], date


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("ja", ["「2018-13」という日は暦にありません", "書いてください。", "一つ以上選ぶか、書いてください。",
                "「Atlantis」というプログラムはありません", "idの形になっていません", "ほかの記録が使っています"]),
        ("en", ["There is no such date as 2018-13", "Please fill this in.", "at least one.",
                "There is no programme 'Atlantis'", "is not an id", "belongs to another record"]),
    ],
)  # fmt: skip
def test_problems_are_told_at_the_field_in_the_pages_language(
    page: Page, address: str, language: str, said: list[str]
) -> None:
    """What is wrong at once, what is lacking once it is asked for; each leads to its field."""
    form = opened(page, address, language)
    page.locator("[data-begin]").click()
    pairing = form.record("pairings")
    form.fill(pairing, "since", "2018-13")
    field = pairing.get_by_label(form.label("since"), exact=True)
    expect(field).to_have_attribute("aria-invalid", "true")
    told = page.locator(f"#{(field.get_attribute('aria-describedby') or '').split()[0]}")
    expect(told).to_contain_text(said[0])
    expect(pairing.locator(".atlas-form__problem")).to_have_count(1)
    page.locator(".atlas-form__state > button").click()
    shown = " ".join(pairing.locator(".atlas-form__problem").all_inner_texts())
    assert said[1] in shown
    assert said[2] in shown
    programme = pairing.get_by_role("combobox", name=form.label("programme"))
    programme.fill("Atlantis")
    programme.blur()
    expect(pairing).to_contain_text(said[3])
    own = pairing.locator("[data-path=id] input")
    for text, told_of_it in (("Kobe City", said[4]), ("kobe", said[5])):
        own.fill(text)
        own.blur()
        expect(pairing.locator("[data-path=id]")).to_contain_text(told_of_it)
    page.locator(".atlas-form__faults button").filter(has_text="2018-13").click()
    expect(field).to_be_focused()


def test_a_draft_outlives_the_browser(browser: Browser, address: str, written: Written) -> None:
    """In a new window with the same storage, in either language, until it is discarded."""
    with browser.new_context(storage_state=written.storage) as window:
        form = opened(window.new_page(), address, "en")
        form.is_valid()
        notice = form.page.locator(".atlas-notice").first
        expect(notice).to_contain_text("Your draft was opened again")
        shown = form.page.locator(".atlas-form__file")
        expect(shown).to_have_count(len(NEW))
        for file in shown.all():
            path = written.project / (file.get_attribute("data-path") or "")
            assert file.locator("pre").text_content() == path.read_text("utf-8")
        form.page.once("dialog", lambda dialog: dialog.accept())
        form.page.locator("[data-discard]").click()
        expect(form.page.locator("[data-kind]")).to_have_count(0)
        form.page.reload()
        form.page.locator("#atlas-form[data-ready]").wait_for()
        assert form.page.locator("[data-kind]").count() == 0


def test_it_runs_where_no_text_may_become_code(page: Page, address: str) -> None:
    """Under a Content-Security-Policy of script-src 'self', and with no script of anybody else."""
    broken: list[str] = []
    asked: list[str] = []

    def with_policy(route: Route) -> None:
        answer = route.fetch()
        headers = {**answer.headers, "content-security-policy": "script-src 'self'"}
        route.fulfill(response=answer, headers=headers)

    page.route(f"**/{FORM}", with_policy)
    page.add_init_script(
        "addEventListener('securitypolicyviolation', (e) => { (window.broken ??= []).push(e.blockedURI); })"
    )
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: broken.append(str(error)))
    form = opened(page, address)
    form.correct("kobe-marseille", "kobe-marseille")
    form.is_valid()
    broken += [
        uri for uri in page.evaluate("window.broken ?? []") if uri != "inline"
    ]  # the theme's own
    assert broken == []
    assert [url for url in asked if not url.startswith((address, "blob:"))] == []


def test_who_begins_to_write_is_not_interrupted(page: Page, address: str) -> None:
    """While the rest of the form comes over a slow line; the focus stays, and what may be chosen."""
    held: list[Route] = []
    page.route("**/schema/timeline.json", lambda route: held.append(route))
    form = opened(page, address)
    page.locator("[data-begin]").click()
    field = form.record("pairings").get_by_role(
        "combobox", name=form.label("programme"), exact=True
    )
    field.fill("国際都市間")
    assert len(held) == 1
    held[0].continue_()
    form.record("timelines").wait_for()
    expect(field).to_be_focused()
    expect(page.locator("[role=option]:visible").first).to_have_text(re.compile("国際都市間"))


def test_the_keyboard_alone_works_everything(page: Page, address: str) -> None:
    """Choosing, adding, moving and removing; the focus goes along and is always to be seen."""
    form = opened(page, address)
    press = page.keyboard.press
    page.locator("[data-begin]").focus()
    press("Enter")
    expect(form.record("pairings").locator("h3")).to_be_focused()
    for _ in range(3):  # past the button that leaves the record out, and its id
        press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    page.keyboard.type("国際")
    press("ArrowDown")
    press("ArrowUp")
    press("Enter")
    pairing = form.record("pairings")
    programme = pairing.get_by_role("combobox", name=form.label("programme"))
    expect(programme).to_have_value(re.compile("IUC"))
    press("Tab")
    for name in ("こうべ", "なごや"):
        page.keyboard.type(name)
        press("Enter")
    chips = pairing.locator(".atlas-form__chips").first
    expect(chips.locator("li")).to_have_text([re.compile("神戸市")])  # there is no Nagoya to choose
    press("Escape")
    expect(page.get_by_role("listbox")).to_have_count(0)
    press("Shift+Tab")
    expect(page.get_by_role("button", name="「神戸市」を外す")).to_be_focused()
    expect(pairing).to_contain_text("「なごや」という場所はありません。")
    press("Tab")
    press("Enter")
    expect(chips.locator("li")).to_have_count(1)
    expect(pairing.get_by_role("combobox", name=form.label("japan"))).to_be_focused()
    add = form.record("timelines").get_by_role("button", name="出来事を加える")
    for number in range(2):
        add.focus()
        press("Enter")
        expect(form.event(number).get_by_label(form.label("id"))).to_be_focused()
        page.keyboard.type(f"event-{number}")
    up = form.event(1).get_by_role("button", name="「出来事 2」を上へ")
    up.focus()
    press("Enter")
    expect(form.event(0).get_by_label(form.label("id"))).to_be_focused()
    expect(form.event(0).get_by_label(form.label("id"))).to_have_value("event-1")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    form.event(0).get_by_role("button", name="「出来事 1」を消す").focus()
    press("Enter")
    expect(form.event(0).get_by_label(form.label("id"))).to_have_value("event-0")


@pytest.mark.parametrize(("size", "language"), [(WIDE, "ja"), (NARROW, "en")])
def test_every_state_is_accessible(
    browser: Browser, address: str, size: tuple[int, int], language: str
) -> None:
    """To axe, light and dark: with problems, with a list open, and with files; nothing scrolls sideways."""
    with context(browser, size) as window:
        page = window.new_page()
        form = opened(page, address, language)
        form.correct("kamakura-umea", "kamakura-umea")
        form.record("timelines").get_by_role("button", name=form.label("add event")).click()
        form.fill(form.event(0), "id", "a-visit")
        form.fill(form.event(0), "date", "2018-05~")
        form.event(0).get_by_label(form.label("kind"), exact=True).select_option("visit")
        form.fill_both(form.event(0), "title", "訪問", "A visit")
        form.is_valid()
        page.locator("[data-download]").first.wait_for()
        found = list(_violations(page))
        page.locator("[data-add=places]").click()
        page.locator(".atlas-form__state > button").click()
        form.fill(form.record("places"), "reading", "Kobe")
        form.record("places").get_by_label(form.label("country"), exact=True).fill("a")
        page.locator("[role=option]:visible").first.wait_for()
        assert found + list(_violations(page)) == []
        assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")


def _violations(page: Page) -> Iterator[str]:
    page.evaluate(Axe().axe_script)
    colours = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}
    for scheme in ("light", "dark"):
        options = AXE if scheme == "light" else colours  # nothing else differs
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for found in page.evaluate("options => axe.run('#atlas-form', options)", options)[
            "violations"
        ]:
            yield f"{scheme}: {found['id']}: {[node['target'] for node in found['nodes']]}"


def test_files_are_handed_to_the_repository(page: Page, address: str) -> None:
    """A new file with its text filled in; an existing one is opened, its text to be pasted."""
    form = opened(page, address)
    page.evaluate(
        "Object.assign(document.querySelector('script[data-repository]').dataset,"
        "{repository: 'https://github.com/city/atlas', edit: 'edit/main/docs/'})"
    )
    form.correct("kobe-marseille", "kobe-marseille")
    form.fill(form.record("pairings"), "since", "2019-02")
    page.locator("[data-add=themes]").click()
    theme = form.record("themes")
    form.fill_both(theme, "name", "海", "The sea")
    form.pick(theme, "sources", "所沢市")
    form.is_valid()
    addresses = page.locator("[data-address]").evaluate_all(
        "all => all.map(e => e.dataset.address)"
    )
    assert (
        addresses[0] == "https://github.com/city/atlas/edit/main/data/pairings/kobe-marseille.yml"
    )
    assert addresses[1].startswith(
        "https://github.com/city/atlas/new/main/data/themes?filename=the-sea.yml&value=%23%20yaml-language"
    )
    assert "name%3A%20%7Bja%3A%20%E6%B5%B7" in addresses[1]


@pytest.mark.parametrize(
    ("language", "said"), [("", "見本のファイル"), ("en/", "the commented example")]
)
def test_without_javascript_it_says_what_to_do_instead(
    browser: Browser, address: str, language: str, said: str
) -> None:
    """In words, with the way to the guide and to the example, which is there to be read."""
    with context(browser, scripts=False) as window:
        page = window.new_page()
        page.goto(f"{address}{language}{FORM}")
        notice = page.locator("noscript .atlas-notice")
        expect(notice).to_contain_text(said)
        for link in notice.locator("a").all():
            there = page.request.get(link.evaluate("a => a.href"))
            assert there.ok
        assert "programme: iuc" in there.text()


def test_only_the_form_is_heavier_for_it_and_its_html_is_valid(site: Path, tmp_path: Path) -> None:
    """Its script, its style and what others wrote are loaded there and nowhere else."""
    users = {
        page.relative_to(site).as_posix()
        for page in site.rglob("*.html")
        if re.search(r"assets/(form|vendor)/", page.read_text("utf-8"))
    }
    assert users == {f"{FORM}index.html", f"en/{FORM}index.html"}
    for page in users:
        (tmp_path / page).parent.mkdir(parents=True)
        shutil.copy(site / page, tmp_path / page)
    assert nu.check(tmp_path) == []


def test_what_others_wrote_is_what_their_readme_says() -> None:
    """Version, licence and checksum of each vendored file are beside it."""
    vendor = ROOT / "hooks" / "theme" / "assets" / "vendor"
    said = (vendor / "README.md").read_text("utf-8")
    for file in sorted(vendor.glob("*/*.js")):
        assert (file.parent / "LICENSE").is_file()
        assert _sha512(file) in said, file.name
        text = file.read_text("utf-8")
        assert not re.search(r"new Function|[^.\w]eval\(", text), file.name


def _sha512(file: Path) -> str:
    import base64
    import hashlib

    return "sha512-" + base64.b64encode(hashlib.sha512(file.read_bytes()).digest()).decode()
