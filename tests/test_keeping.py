"""What an earlier build made is found again."""

from pathlib import Path

from atlas.keeping import kept


def test_what_was_made_of_the_same_is_not_made_again(tmp_path: Path) -> None:
    """Of anything else it is made anew, in place of the last; and nothing else is left behind."""
    made: list[str] = []

    def make(what: str) -> str:
        def text() -> str:
            made.append(what)
            return f"{what}\n川"

        return kept(tmp_path, "style.css", ("one", what), text)

    assert [make(what) for what in ("a", "a", "b", "b", "a")] == [
        "a\n川",
        "a\n川",
        "b\n川",
        "b\n川",
        "a\n川",
    ]
    assert made == ["a", "b", "a"]
    assert [file.name for file in tmp_path.iterdir()] == ["style.css"]


def test_without_a_folder_all_is_made() -> None:
    """As in the plain way."""
    assert kept(None, "style.css", (), lambda: "made") == "made"
