"""Values that are made when they are asked for."""

import pytest

from atlas.made import Content, Made, encoded, joined, pieces


def test_nothing_is_made_until_it_is_asked_for() -> None:
    """Names are there at once, in order; a value is made each time anew."""
    made: list[str] = []

    def make(name: str) -> str:
        made.append(name)
        return name.upper()

    values = Made({"b": lambda: make("b"), "a": lambda: make("a")})
    assert list(values) == ["b", "a"]
    assert len(values) == 2
    assert "a" in values
    assert "c" not in values
    assert made == []
    assert values["a"] == values["a"] == "A"
    assert made == ["a", "a"]
    assert dict(values) == {"b": "B", "a": "A"}
    made.clear()
    both = joined(values, {"c": "C"})
    assert list(both) == ["b", "a", "c"]
    assert made == []
    assert (both["c"], both["b"]) == ("C", "B")
    assert made == ["b"]
    with pytest.raises(KeyError):
        values["c"]


def test_a_file_is_text_bytes_or_pieces_of_them() -> None:
    """Its bytes are the same; pieces stay apart, so that nobody need hold all of them at once."""
    contents: tuple[Content, ...] = ("長い", "長い".encode(), (each for each in "長い"))
    assert {encoded(content) for content in contents} == {"長い".encode()}
    assert list(pieces(iter(("長", "い".encode())))) == ["長".encode(), "い".encode()]
