"""The words of the form that data are written in."""

from typing import Annotated, ClassVar

from atlas.model.base import Record, placeholders
from atlas.model.meaning import Meaning, key
from atlas.text import Text


class FormWords(Record):
    """Headings, labels and messages of the form; what stands in braces is filled in there."""

    means: ClassVar[Meaning] = key("フォームの言葉", "Words of the form",
        ja="フォームの見出し、ボタン、知らせです。",
        en="Headings, buttons and messages of the form.")  # fmt: skip
    each: ClassVar[Meaning] = key("言葉", "Word",
        ja="フォームで使う言葉です。",
        en="A text of the form.",
        ja_file="{ } のところに値が入ります。{ } の中の言葉は変えられません。",
        en_file="Values stand for what is in {braces}; the words in braces must stay as they are.")  # fmt: skip

    title: Text
    lead: Text
    private: Text
    no_script: Annotated[Text, placeholders("guide", "example")]
    begin_pairing: Text
    correct: Text
    correct_hint: Text
    load: Text
    draft_found: Annotated[Text, placeholders("date")]
    discard: Text
    discard_sure: Text
    not_loaded: Text
    records: Text
    add_more: Text
    add_record: Annotated[Text, placeholders("kind")]
    remove_record: Annotated[Text, placeholders("name")]
    new_record: Annotated[Text, placeholders("kind")]
    record_heading: Annotated[Text, placeholders("kind", "name")]
    id: Text
    id_hint: Annotated[Text, placeholders("path")]
    id_fixed: Annotated[Text, placeholders("path")]
    timeline_hint: Text
    required: Annotated[Text, placeholders("label")]
    more: Text
    choose: Text
    pick_hint: Text
    pick_none: Text
    create: Annotated[Text, placeholders("kind", "text")]
    unpick: Annotated[Text, placeholders("name")]
    chosen: Annotated[Text, placeholders("name")]
    add_item: Annotated[Text, placeholders("label")]
    remove_item: Annotated[Text, placeholders("label")]
    move_up: Annotated[Text, placeholders("label")]
    move_down: Annotated[Text, placeholders("label")]
    numbered: Annotated[Text, placeholders("label", "number")]
    pair_hint: Text
    state: Text
    valid: Text
    valid_note: Text
    problems_count: Annotated[Text, placeholders("count")]
    problem_at: Annotated[Text, placeholders("where", "text")]
    needed: Text
    needed_list: Text
    not_a_pair: Text
    id_needed: Text
    id_taken: Annotated[Text, placeholders("id")]
    does_not_fit: Text
    nothing_yet: Text
    preview: Text
    preview_note: Text
    untitled: Text
    files: Text
    files_note: Text
    unchanged: Text
    copy_file: Annotated[Text, placeholders("path")]
    copied: Text
    download: Annotated[Text, placeholders("path")]
    to_repository: Annotated[Text, placeholders("path")]
    edit_repository: Annotated[Text, placeholders("path")]
    repository_note: Text
    by_hand_note: Text
    unchecked: Text
    unchecked_note: Text
