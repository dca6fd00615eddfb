"""Fills in the form as a person does: by the labels that are seen."""

from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

FORM = "contribute/form/"

LABELS = {
    "ja": {
        "programme": "プログラム（必須）", "japan": "日本側（必須）", "partner": "相手側（必須）",
        "themes": "テーマ（必須）", "sources": "出典（必須）", "since": "開始", "name": "名前（必須）",
        "reading": "よみ（必須）", "kind": "種類（必須）", "country": "国（必須）",
        "coordinates": "座標", "id": "id（必須）", "date": "日付（必須）", "title": "題名（必須）",
        "ja": "日本語", "en": "英語", "add event": "出来事を加える",
        "note": "訂正の内容（必須）",
    },
    "en": {
        "programme": "Programme (required)", "japan": "Japanese side (required)",
        "partner": "Partner side (required)", "themes": "Themes (required)",
        "sources": "Sources (required)", "since": "Start", "name": "Name (required)",
        "reading": "Reading (required)", "kind": "Kind (required)", "country": "Country (required)",
        "coordinates": "Coordinates", "id": "Id (required)", "date": "Date (required)",
        "title": "Title (required)", "ja": "Japanese", "en": "English", "add event": "Add: Events",
    },
}  # fmt: skip
"""What fields are called on the page, in each of its languages."""


@dataclass(frozen=True, slots=True)
class Form:
    """The form on an opened page."""

    page: Page
    language: str = "ja"

    def label(self, key: str) -> str:
        """Return what a field is called."""
        return LABELS[self.language][key]

    def record(self, kind: str) -> Locator:
        """Return the part of the page in which a record of a kind is written."""
        return self.page.locator(f"[data-kind={kind}]")

    def event(self, number: int) -> Locator:
        """Return the fields of an event, counted from 0."""
        return self.record("timelines").locator(".atlas-form__item").nth(number)

    def fill(self, within: Locator, key: str, text: str) -> None:
        """Write a text and leave the field."""
        field = within.get_by_label(self.label(key), exact=True)
        field.fill(text)
        field.blur()

    def fill_both(self, within: Locator, key: str, ja: str, en: str) -> None:
        """Write a text in both languages."""
        group = within.get_by_role("group", name=self.label(key), exact=True)
        self.fill(group, "ja", ja)
        self.fill(group, "en", en)

    def pick(self, within: Locator, key: str, text: str, *, make: bool = False) -> None:
        """Type part of a name and choose the first that is found; or begin a new record so named."""
        within.get_by_role("combobox", name=self.label(key), exact=True).fill(text)
        found = self.page.locator("[role=option]:visible")
        (found.last if make else found.first).click()

    def correct(self, text: str, beside: str) -> None:
        """Load a record: the first that is found by a text and shows another beside its name."""
        self.page.locator("#atlas-correct").fill(text)
        self.page.locator("[role=option]:visible").filter(has_text=beside).first.click()
        self.page.locator("[data-load]").click()
        self.page.locator("[data-kind]").first.wait_for()

    def is_valid(self) -> None:
        """Wait until the form says that all is right."""
        expect(self.page.locator(".atlas-form__state")).to_have_attribute("data-valid", "true")

    def problems(self) -> list[str]:
        """Return all that is still to be mended."""
        return self.page.locator(".atlas-form__faults button").all_inner_texts()

    def save(self, project: Path) -> list[str]:
        """Download every file that has changed to where it belongs; return their paths."""
        buttons = self.page.locator("[data-download]")
        buttons.first.wait_for()
        paths = []
        for button in buttons.all():
            path = button.get_attribute("data-download") or ""
            with self.page.expect_download() as download:
                button.click()
            assert download.value.suggested_filename == Path(path).name
            download.value.save_as(project / path)
            paths.append(path)
        return paths


def opened(page: Page, address: str, language: str = "ja") -> Form:
    """Open the form and wait until it can be used."""
    page.goto(f"{address}{'' if language == 'ja' else 'en/'}{FORM}")
    page.locator("#atlas-form[data-ready]").wait_for()
    return Form(page, language)


def write_pairing(form: Form) -> None:
    """Write a pairing that does not exist: two Japanese members, one of them new, and one abroad."""
    form.page.locator("[data-begin]").click()
    pairing = form.record("pairings")
    form.pick(pairing, "programme", "IUC" if form.language == "en" else "国際都市間")
    form.pick(pairing, "japan", "かまくら")
    form.pick(pairing, "japan", "葉山町", make=True)
    form.pick(pairing, "partner", "Gdańsk", make=True)
    form.pick(pairing, "themes", "スマートエコシティ")
    form.pick(pairing, "sources", "所沢市")
    form.fill(pairing, "since", "2018-05")
    hayama, gdansk = form.record("places").nth(0), form.record("places").nth(1)
    _write_place(
        form, hayama, ("葉山町", "Hayama", "はやままち", "town", "日本", "35.272, 139.586")
    )
    _write_place(
        form,
        gdansk,
        ("グダニスク市", "Gdańsk", "ぐだにすくし", "city", "ポーランド", "54.352, 18.646"),
    )
    for number, (name, date, ja, en) in enumerate(EVENTS):
        form.record("timelines").get_by_role("button", name=form.label("add event")).click()
        event = form.event(number)
        form.fill(event, "id", name)
        form.fill(event, "date", date)
        event.get_by_label(form.label("kind"), exact=True).select_option("visit")
        form.fill_both(event, "title", ja, en)


EVENTS = (
    ("visit-to-gdansk", "2019-10-01/2019-10-03", "グダニスク市を訪問", "A visit to Gdańsk"),
    ("visit-to-hayama", "2020-02", "葉山町を訪問", "A visit to Hayama: the coast"),
    ("web-meeting", "2021-07~", "海についてのWeb会議", "A web meeting about the sea"),
)


def _write_place(form: Form, place: Locator, said: tuple[str, ...]) -> None:
    ja, en, reading, kind, country, coordinates = said
    form.fill_both(place, "name", ja, en)
    form.fill(place, "reading", reading)
    place.get_by_label(form.label("kind"), exact=True).select_option(kind)
    form.pick(place, "country", country)
    form.fill(place, "coordinates", coordinates)
    form.pick(place, "sources", "編集")
