"""Valid HTML: what an independent checker says of the built site, and how Material is mended."""

from pathlib import Path

import pytest

from atlas.tidy import MENDS, tidy
from tests import nu, stock


def test_every_page_is_valid_html(site: Path) -> None:
    """The Nu HTML checker has no error and no warning for any page, the 404 page too."""
    messages = nu.check(site)
    assert not messages, f"\n{nu.summary(messages, site)}"


def test_the_checker_reads_every_page_and_knows_what_is_wrong(tmp_path: Path) -> None:
    """Spoilt pages at any depth are reported, each with its place and the HTML there."""
    good = '<!doctype html>\n<html lang="en"><head><title>T</title></head>\n<body>{}</body></html>'
    spoilt = ["index.html", "404.html", "en/deep/er/index.html"]
    for name in (*spoilt, "good/index.html"):
        page = tmp_path / name
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(good.format('<p id="a" id="b">x' if name in spoilt else "<p>x"), "utf-8")
    messages = nu.check(tmp_path)
    found = {(str(m.file.relative_to(tmp_path)), m.kind, m.line) for m in messages}
    assert found == {(name, "error", 3) for name in spoilt}
    text = nu.summary(messages, tmp_path)
    assert text.startswith("3 × error: Duplicate attribute “id”.")
    assert '<p id="a" id="b' in text


def test_a_missing_checker_is_said_and_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the command that installs it."""
    monkeypatch.setattr(nu, "JAR", tmp_path / "vnu.jar")
    with pytest.raises(FileNotFoundError, match="make test"):
        nu.check(tmp_path)


def test_what_is_mended_is_still_what_material_writes(tmp_path: Path) -> None:
    """A page fresh from stock Material holds each of the slips once, and none when tidied."""
    page = (stock.build(tmp_path, {"index.md": "# A page\n"}) / "index.html").read_text("utf-8")
    for mend in MENDS:
        assert page.count(mend.found) == 1, (
            f"Material no longer writes {mend.found!r} once a page: look at its new HTML, then "
            "change or remove this entry of MENDS in hooks/atlas/tidy.py"
        )
        assert mend.found not in tidy(page)
        assert tidy(page).count(mend.instead) == 1


def test_around_the_article_no_line_is_indented() -> None:
    """Within it code may be, for pages that people write have some; a page may be without one."""
    article = "<article>\n<pre>  a\n\n    b</pre>\n  </article>"
    page = f"<main>\n\n    <p>one\n  two</p>\n  {article}  \n \n  </main>\n"
    assert tidy(page) == f"<main>\n<p>one\ntwo</p>\n{article}  \n</main>\n"
    assert tidy("<main>\n  <p>one</p>\n</main>") == "<main>\n<p>one</p>\n</main>"


def test_tidying_leaves_everything_else_alone() -> None:
    """What a page tells stays byte for byte."""
    text = '<p>autocomplete="off"</p>\n<input type="text" autocomplete="off">'
    assert tidy(text) == text
    assert tidy(MENDS[0].found + text) == MENDS[0].instead + text
