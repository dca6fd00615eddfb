"""What every record may carry: its id, and what became of it."""

from typing import Annotated, ClassVar

from pydantic import BaseModel

from atlas.model.base import Day, Id, Record
from atlas.model.lengths import Summary
from atlas.model.links import RecordId
from atlas.model.meaning import Meaning, key
from atlas.text import Line

# A key and its words stand together as one block:
# fmt: off


class Retired(Record):
    """Why a record is kept only as a signpost."""

    means: ClassVar[Meaning] = key("更新の終了", "End of updates",
        ja="記録の更新が終わったことと、その理由です。記録は、案内のために残ります。",
        en="That a record is no longer updated, and why. It is kept as a signpost.")

    on: Annotated[Day, key("日付", "Date",
        ja="更新が終わった日です。",
        en="The day on which updates ended.",
        ja_file="年-月-日で書きます（例：`2026-12-01`）。",
        en_file="Written as year-month-day (for instance `2026-12-01`).")]
    reason: Annotated[Summary, key("理由", "Reason",
        ja="更新を終えた理由です。",
        en="Why updates ended.",
        ja_file="読者に見せるので、完結した文で書きます。",
        en_file="Readers see it, so it is written in whole sentences.")]
    see: Annotated[RecordId | None, key("代わりの記録", "See instead",
        ja="代わりに見る記録です。",
        en="The record to see instead.",
        ja_file="記録のidを書きます（例：`kobe-marseille`）。省くと、代わりの記録は示されません。",
        en_file="The id of the record (for instance `kobe-marseille`). Without it, none is named.")] = None


class Excuse(Record):
    """A rule that a record may break, and why."""

    means: ClassVar[Meaning] = key("規則の例外", "Excuse",
        ja="この記録が守らなくてよい規則と、その理由です。",
        en="A rule that this record may break, and why.")

    rule: Annotated[Id, key("規則", "Rule",
        ja="例外とする規則のidです。",
        en="The id of the rule that may be broken.",
        ja_file="例外の認められる規則を、必要なあいだだけ書きます（例：`told-twice`）。",
        en_file="It must be a rule that can be excused (for instance `told-twice`), and the excuse is removed once it is no longer needed.")]
    reason: Annotated[Line, key("理由", "Reason",
        ja="例外とする理由です。",
        en="Why the rule may be broken here.",
        ja_file="編集者のための文なので、一つの言語で書きます。",
        en_file="It is meant for editors and is in one language only.")]


class Kept(Record):
    """What every record of its own file or heading may carry."""

    id: Annotated[Id, key("id", "Id",
        ja="記録を指す名前です。",
        en="The name by which the record is known.",
        ja_file="半角の英小文字、数字、ハイフンからなります（例：`tokorozawa-bratislava`）。記録の中には書かず、ファイル名か、一覧の見出しがidになります。",
        en_file="Lower-case letters, digits and hyphens (for instance `tokorozawa-bratislava`). It is not written in the record: it is the name of its file, or its heading in a list.")]
    formerly: Annotated[tuple[Id, ...], key("以前のid", "Former ids",
        ja="以前のidで、古い順に並びます。以前のidのアドレスも、引き続き使えます。",
        en="Former ids, the oldest first. Addresses with them go on working.",
        ja_file="idを変えたときに、前のidを加えます。変わったことがなければ省きます。",
        en_file="When the id changes, the old one is added here. Left out if it has never changed.")] = ()
    retired: Annotated[Retired | None, key("更新の終了", "End of updates",
        ja="更新の終わった記録について、終わった日、その理由、代わりに見る記録です。",
        en="Of a record that is no longer updated: since when, why, and the record to see instead.",
        ja_file="更新の終わった記録にだけ書きます。記録は、消さずに残します。",
        en_file="Only for a record that is no longer updated. The record itself is not removed.")] = None
    verified_on: Annotated[Day | None, key("確認日", "Last checked",
        ja="人が記録を出典と照らし合わせて、最後に確かめた日です。",
        en="The day on which a person last compared the record with its sources.",
        ja_file="年-月-日で書きます（例：`2026-12-01`）。まだ確かめていなければ省きます。",
        en_file="Written as year-month-day (for instance `2026-12-01`). Left out if nobody has done so yet.")] = None
    excuses: Annotated[tuple[Excuse, ...], key("規則の例外", "Excuses",
        ja="この記録が守らなくてよい規則です。",
        en="Rules that this record may break.",
        ja_file="ふつうは省きます。",
        en_file="Usually left out.")] = ()
# fmt: on


def written_keys(model: type[BaseModel]) -> list[str]:
    """Return the keys that a block may have in a file: of a record, its own before those of all.

    The id is not among them: it is the name of the file, or the heading.
    """
    names = [field.alias or name for name, field in model.model_fields.items()]
    if issubclass(model, Kept):
        names.remove("id")
        names.sort(key=Kept.model_fields.__contains__)
    return names
