"""What every record may carry: its id, and what became of it."""

from typing import Annotated, ClassVar

from atlas.model.base import Day, Id, Record
from atlas.model.links import RecordId
from atlas.model.meaning import Meaning, key
from atlas.text import Line, Text

# A key and its words stand together as one block:
# fmt: off


class Retired(Record):
    """Why a record is kept only as a signpost."""

    means: ClassVar[Meaning] = key("役目の終わり", "Retirement",
        ja="記録を、案内のためだけに残していることと、その理由です。",
        en="That a record is kept only as a signpost, and why.")

    on: Annotated[Day, key("日付", "Date",
        ja="役目を終えた日を、年-月-日で書きます（例：`2026-12-01`）。",
        en="The day on which the record was retired, as year-month-day (for instance `2026-12-01`).")]
    reason: Annotated[Text, key("理由", "Reason",
        ja="役目を終えた理由で、読者に示されます。",
        en="Why it was retired, as readers are told.")]
    see: Annotated[RecordId | None, key("代わりの記録", "See instead",
        ja="代わりに見る記録です（例：`kobe-marseille`）。省くと、代わりの記録は示されません。",
        en="The record to look at instead (for instance `kobe-marseille`). Without it, none is named.")] = None


class Excuse(Record):
    """A rule that a record may break, and why."""

    means: ClassVar[Meaning] = key("規則の例外", "Excuse",
        ja="この記録が守らなくてよい規則と、その理由です。",
        en="A rule that this record may break, and why.")

    rule: Annotated[Id, key("規則", "Rule",
        ja="例外とする規則のidです（例：`told-twice`）。例外の認められる規則について、必要なあいだだけ書きます。",
        en="The id of the rule (for instance `told-twice`). It must be one that can be excused, and the excuse is removed once it is no longer needed.")]
    reason: Annotated[Line, key("理由", "Reason",
        ja="例外とする理由です。編集者のための文なので、一つの言語で書きます。",
        en="Why the rule may be broken here. It is meant for editors and is in one language only.")]


class Kept(Record):
    """What every record of its own file or heading may carry."""

    id: Annotated[Id, key("id", "Id",
        ja="記録を指す名前で、半角の英小文字、数字、ハイフンからなります（例：`tokorozawa-bratislava`）。ファイルの中には書かず、ファイル名か、一覧の見出しがidになります。",
        en="The name by which the record is known: lower-case letters, digits and hyphens (for instance `tokorozawa-bratislava`). It is not written in the record: it is the name of its file, or its heading in a list.")]
    formerly: Annotated[tuple[Id, ...], key("以前のid", "Former ids",
        ja="この記録の以前のidを、古い順に書きます（変わったことがなければ省きます）。前のidの住所（URL）も、引き続き使えます。",
        en="Ids that the record had before, the oldest first; addresses with them go on working. Left out if the id has never changed.")] = ()
    retired: Annotated[Retired | None, key("役目の終わり", "Retired",
        ja="役目を終えた記録にだけ書きます。記録は消えず、理由と、代わりに見る記録を示します。",
        en="Only for a record that has been retired. It is not removed, but says why and leads on.")] = None
    verified_on: Annotated[Day | None, key("確認日", "Last checked",
        ja="人が記録を出典と照らし合わせて最後に確かめた日を、年-月-日で書きます（例：`2026-12-01`）。まだ確かめていなければ省きます。",
        en="The day on which a person last compared the record with its sources, as year-month-day (for instance `2026-12-01`). Left out if nobody has done so yet.")] = None
    excuses: Annotated[tuple[Excuse, ...], key("規則の例外", "Excuses",
        ja="この記録が守らなくてよい規則です。ふつうは省きます。",
        en="Rules that this record may break. Usually there are none.")] = ()
