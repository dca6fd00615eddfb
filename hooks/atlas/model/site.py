"""What the site says of itself."""

from typing import Annotated, ClassVar

from atlas.model.base import Record
from atlas.model.meaning import Meaning, key
from atlas.text import Text


class Site(Record):
    """The site itself."""

    means: ClassVar[Meaning] = key("サイト", "Site",
        ja="サイトそのものの名前と説明です。",
        en="What the site says of itself.")  # fmt: skip

    name: Annotated[Text, key("名前", "Name",
        ja="サイトの名前です。",
        en="The name of the site.")]  # fmt: skip
    description: Annotated[Text, key("説明", "Description",
        ja="どのようなサイトかの説明です。",
        en="What the site is about.")]  # fmt: skip
    contact: Annotated[Text, key("連絡先", "Contact",
        ja="誤りや追加の情報をどこへ知らせるかです。",
        en="Where to report errors and additions.")]  # fmt: skip
    licence: Annotated[Text, key("ライセンス", "Licence",
        ja="データを使うときの条件です。",
        en="The terms on which the data may be used.")]  # fmt: skip
