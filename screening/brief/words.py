"""The words of briefs in English, Chinese and Japanese: one table for each, of the same shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dualuse.screening.brief.records import Language

_LISTED: Final = ("target_countries", "items", "codes", "parties", "legal_basis")


@dataclass(frozen=True, slots=True)
class Words:
    """What the grammar needs of a language.

    `clauses` are sentences with named gaps; `acts` gives each measure as what an issuer does, in
    the form before another act and in the last form; `nouns` as a thing that is reported. `more`
    says of each field how a list goes on that is longer than what is named.
    """

    clauses: Mapping[str, str]
    acts: Mapping[str, tuple[str, str]]
    nouns: Mapping[str, str]
    relations: Mapping[str, str]
    states: Mapping[str, str]
    provisions: Mapping[str, str]
    date: str
    announcement: str
    comma: str
    last_comma: str
    semicolon: str
    act_comma: str
    last_act_comma: str
    more: Mapping[str, str]
    between: str


_ENGLISH: Final = Words(
    clauses={
        "acts": "{issuer}{reference} {measures}{against}.",
        "reports": "The text reports {measures}{against}.",
        "no duty": "The text is about export control and brings no new duty.",
        "touches": "The text only touches on export control.",
        "elsewhere": "The text is not about export control of dual-use goods.",
        "reference": ", in {number},",
        "acts against": ", as regards {countries}",
        "reports against": ", as regards {countries}",
        "everything": "It covers all dual-use items.",
        "items": "Goods named: {items}.",
        "codes": "Control codes: {codes}.",
        "parties": "Parties named: {parties}.",
        "effective": "It applies from {date}.",
        "status": "As of {as_of} it is {state}.",
        "deadline": "Comments are due by {date}.",
        "link": "It {relation} {number}.",
        "provisions": "It also has {provisions}.",
        "legal_basis": "Legal basis: {legal_basis}.",
        "dated": "The text is dated {date}.",
    },
    acts={
        "ban": ("bans exports",) * 2,
        "licence_requirement": ("requires export licences",) * 2,
        "list_amendment": ("changes the control list",) * 2,
        "entity_listing": ("puts parties on a list",) * 2,
        "end_use_control": ("controls end uses and end users",) * 2,
        "suspension_or_relief": ("suspends or eases controls",) * 2,
        "enforcement": ("acts against a violation",) * 2,
        "consultation": ("asks for views on planned controls",) * 2,
        "guidance": ("gives guidance on controls",) * 2,
    },
    nouns={
        "ban": "an export ban",
        "licence_requirement": "a licence requirement",
        "list_amendment": "a change of the control list",
        "entity_listing": "the listing of parties",
        "end_use_control": "controls on end uses and end users",
        "suspension_or_relief": "a suspension or easing of controls",
        "enforcement": "a case of enforcement",
        "consultation": "a consultation on planned controls",
        "guidance": "guidance on controls",
    },
    relations={
        "suspends": "suspends",
        "amends": "amends",
        "resumes": "resumes",
        "repeals": "repeals",
        "replaces": "replaces",
        "implements": "implements",
        "corrects": "corrects",
    },
    states={
        "proposed": "only proposed",
        "announced": "announced and not yet in force",
        "in_force": "in force",
        "in_force_until": "in force until {until}",
        "suspended": "suspended",
        "suspended_until": "suspended until {until}",
        "expired": "expired",
        "expired_until": "past its end, {until}: verify whether it was prolonged",
        "rescinded": "rescinded",
    },
    provisions={
        "exceptions": "exceptions",
        "penalties": "penalties",
        "reexport": "rules on re-export",
    },
    date="{day} {month_name} {year}",
    announcement="Announcement No. {number} of {year}",
    comma=", ",
    last_comma=" and ",
    semicolon="; ",
    act_comma=", ",
    last_act_comma=" and ",
    more=dict.fromkeys(_LISTED, "{listed} and {count} more"),
    between=" ",
)

_CHINESE: Final = Words(
    clauses={
        "acts": "{issuer}{reference}{against}{measures}。",
        "reports": "文件所述措施{against}：{measures}。",
        "no duty": "文件涉及出口管制，但未设新义务。",
        "touches": "文件仅附带提及出口管制。",
        "elsewhere": "文件与两用物项出口管制无关。",
        "reference": "以{number}",
        "acts against": "针对{countries}",
        "reports against": "（针对{countries}）",
        "everything": "适用于全部两用物项。",
        "items": "提及的物项：{items}。",
        "codes": "管制编码：{codes}。",
        "parties": "点名的主体：{parties}。",
        "effective": "自{date}起施行。",
        "status": "截至{as_of}，该措施{state}。",
        "deadline": "意见反馈截止日期为{date}。",
        "link": "该文件{relation}{number}。",
        "provisions": "另载有{provisions}。",
        "legal_basis": "法律依据：{legal_basis}。",
        "dated": "文件日期为{date}。",
    },
    acts={
        "ban": ("禁止出口",) * 2,
        "licence_requirement": ("要求出口须经许可",) * 2,
        "list_amendment": ("调整管制清单",) * 2,
        "entity_listing": ("将有关主体列入名单",) * 2,
        "end_use_control": ("管控最终用户和最终用途",) * 2,
        "suspension_or_relief": ("暂停或放宽管制",) * 2,
        "enforcement": ("查处违法行为",) * 2,
        "consultation": ("就拟议的管制征求意见",) * 2,
        "guidance": ("发布管制指引",) * 2,
    },
    nouns={
        "ban": "出口禁令",
        "licence_requirement": "出口许可要求",
        "list_amendment": "管制清单调整",
        "entity_listing": "主体列入名单",
        "end_use_control": "最终用户和最终用途管控",
        "suspension_or_relief": "暂停或放宽管制",
        "enforcement": "违法案件查处",
        "consultation": "就拟议管制征求意见",
        "guidance": "管制指引",
    },
    relations={
        "suspends": "暂停实施",
        "amends": "修改",
        "resumes": "恢复实施",
        "repeals": "废止",
        "replaces": "取代",
        "implements": "执行",
        "corrects": "更正",
    },
    states={
        "proposed": "尚处拟议阶段",
        "announced": "已公布但尚未生效",
        "in_force": "有效",
        "in_force_until": "有效，至{until}止",
        "suspended": "已暂停",
        "suspended_until": "已暂停，至{until}止",
        "expired": "已到期",
        "expired_until": "已于{until}到期，是否延期须核实",
        "rescinded": "已撤销",
    },
    provisions={"exceptions": "例外规定", "penalties": "处罚规定", "reexport": "再出口规定"},
    date="{year}年{month}月{day}日",
    announcement="{year}年第{number}号公告",
    comma="、",
    last_comma="、",
    semicolon="；",
    act_comma="、",
    last_act_comma="，并",
    more={
        **dict.fromkeys(_LISTED, "{listed}等共{total}项"),
        "parties": "{listed}等共{total}家",
        "target_countries": "{listed}等共{total}国（地区）",
    },
    between="",
)

_JAPANESE: Final = Words(
    clauses={
        "acts": "{issuer}は{reference}{against}{measures}。",
        "reports": "本文が伝える措置{against}は、{measures}である。",
        "no duty": "本文は輸出管理に関するものだが、新たな義務は生じない。",
        "touches": "本文は輸出管理に触れるにとどまる。",
        "elsewhere": "本文はデュアルユース品目の輸出管理とは関係がない。",
        "reference": "{number}により、",
        "acts against": "{countries}について、",
        "reports against": "（対象：{countries}）",
        "everything": "すべてのデュアルユース品目に及ぶ。",
        "items": "挙げられた品目：{items}。",
        "codes": "管理番号：{codes}。",
        "parties": "名指しされた者：{parties}。",
        "effective": "{date}から適用される。",
        "status": "{as_of}時点で{state}。",
        "deadline": "意見の提出期限は{date}。",
        "link": "本文は{number}を{relation}。",
        "provisions": "ほかに{provisions}がある。",
        "legal_basis": "法的根拠：{legal_basis}。",
        "dated": "文書の日付は{date}。",
    },
    acts={
        "ban": ("輸出を禁止し", "輸出を禁止する"),
        "licence_requirement": ("輸出に許可を求め", "輸出に許可を求める"),
        "list_amendment": ("規制リストを改め", "規制リストを改める"),
        "entity_listing": ("対象者をリストに載せ", "対象者をリストに載せる"),
        "end_use_control": ("最終用途と最終需要者を規制し", "最終用途と最終需要者を規制する"),
        "suspension_or_relief": ("規制を停止または緩和し", "規制を停止または緩和する"),
        "enforcement": ("違反を取り締まり", "違反を取り締まる"),
        "consultation": ("規制案への意見を募り", "規制案への意見を募る"),
        "guidance": ("規制の手引きを示し", "規制の手引きを示す"),
    },
    nouns={
        "ban": "輸出禁止",
        "licence_requirement": "輸出許可の義務",
        "list_amendment": "規制リストの改正",
        "entity_listing": "リストへの掲載",
        "end_use_control": "最終用途と最終需要者の規制",
        "suspension_or_relief": "規制の停止または緩和",
        "enforcement": "違反の取締り",
        "consultation": "規制案への意見募集",
        "guidance": "規制の手引き",
    },
    relations={
        "suspends": "停止する",
        "amends": "改める",
        "resumes": "再開する",
        "repeals": "廃止する",
        "replaces": "置き換える",
        "implements": "実施する",
        "corrects": "訂正する",
    },
    states={
        "proposed": "提案の段階にある",
        "announced": "公表済みで未施行である",
        "in_force": "効力を有する",
        "in_force_until": "{until}まで効力を有する",
        "suspended": "停止中である",
        "suspended_until": "{until}まで停止中である",
        "expired": "期限が切れている",
        "expired_until": "{until}の期限を過ぎており、延長の有無を確認する必要がある",
        "rescinded": "撤回されている",
    },
    provisions={"exceptions": "例外", "penalties": "罰則", "reexport": "再輸出の定め"},
    date="{year}年{month}月{day}日",
    announcement="公告{year}年第{number}号",
    comma="、",
    last_comma="、",
    semicolon="；",
    act_comma="、",
    last_act_comma="、",
    more={
        **dict.fromkeys(_LISTED, "{listed}など計{total}件"),
        "parties": "{listed}など計{total}者",
        "target_countries": "{listed}など計{total}の国・地域",
    },
    between="",
)

WORDS: Final[Mapping[Language, Words]] = {"en": _ENGLISH, "zh": _CHINESE, "ja": _JAPANESE}
"""The table of each language."""

MONTHS: Final = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
