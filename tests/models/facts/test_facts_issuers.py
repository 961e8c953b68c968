from collections.abc import Callable

import pytest

from dualuse.corpus.records import PolicyDocument
from dualuse.models.facts.issuers.extract import find_issuer


@pytest.mark.parametrize(
    ("text", "language", "issuer", "country"),
    [
        ("商务部今日发布公告，实施出口管制。", "zh", "MOFCOM", "CN"),
        ("美国商务部宣布，将多家企业列入实体清单。", "zh", "BIS", "US"),
        ("中国商務省は輸出を許可制にすると発表した。", "ja", "MOFCOM", "CN"),
        ("米商務省は新しい規則を発表した。", "ja", "BIS", "US"),
        ("経済産業省は省令を改正した。", "ja", "METI", "JP"),
        ("日本经济产业省公布修正草案。", "zh", "METI", "JP"),
        ("China's Ministry of Commerce announced a ban.", "en", "MOFCOM", "CN"),
        ("The Ministry of Economy, Trade and Industry published an ordinance.", "en", "METI", "JP"),
        ("The Bureau of Industry and Security amends the rules.", "en", "BIS", "US"),
        (
            "The Council adopted the 16th package. Council Regulation follows.",
            "en",
            "Council of the EU",
            "EU",
        ),
        ("經濟部今日宣布輸出管理措施。", "zh", "MOEA", "TW"),
        ("Das Bundesamt für Wirtschaft und Ausfuhrkontrolle teilt mit.", "de", "BAFA", "DE"),
        ("The Wassenaar Arrangement agreed on changes.", "en", "Wassenaar Arrangement", None),
        ("Commerce today put 25 firms on the Entity List.", "en", "BIS", "US"),
        ("Der Bundesrat in Bern hat die Sanktionen beschlossen.", "de", "Federal Council", "CH"),
        ("Le Conseil a adopté le seizième paquet.", "fr", "Council of the EU", "EU"),
        ("The Department of Homeland Security announces its list.", "en", "DHS", "US"),
        ("韓国の産業通商資源部は告示を改めた。", "ja", "MOTIE", "KR"),
    ],
)
def test_who_issues(
    document: Callable[..., PolicyDocument],
    text: str,
    language: str,
    issuer: str,
    country: str | None,
):
    found = find_issuer(document(text, language))
    assert (found.name, found.country) == (issuer, country)
    assert found.end > found.start


def test_two_ministries_the_acting_one_counts(document: Callable[..., PolicyDocument]):
    text = "中国商務部が発表した日本向けの措置について、経済産業省は窓口で相談を受け付ける。"
    assert find_issuer(document(text, "ja")).name == "MOFCOM"


def test_customs_issues_together_with_the_ministry(document: Callable[..., PolicyDocument]):
    text = "海关总署、商务部公告2025年第10号\n\n现公告如下。"
    assert find_issuer(document(text, "zh")).name == "MOFCOM"


def test_a_name_in_the_title_only_has_no_place(document: Callable[..., PolicyDocument]):
    found = find_issuer(document("Exports are banned.", title="MOFCOM announces a ban"))
    assert (found.name, found.start, found.end) == ("MOFCOM", 0, 0)


def test_nobody(document: Callable[..., PolicyDocument]):
    assert find_issuer(document("The pump maker reports higher sales.")) is None


@pytest.mark.parametrize(
    ("title", "text", "country"),
    [
        (
            "Minutes of the 9th meeting of the exporters' circle",
            "Present: twelve members. Chair: A. Noll. Members spoke of the forms for Australia.",
            "AU",
        ),
        ("はじめての輸出管理セミナー", "講座のご案内です。受講料は無料です。", "JP"),
    ],
)
def test_minutes_and_courses_are_nobody_s_measure(
    document: Callable[..., PolicyDocument], title: str, text: str, country: str
):
    found = find_issuer(document(text, "ja" if country == "JP" else "en", title=title))
    assert found is None or (found.name, found.country) == (None, country)


def test_who_answers_for_a_government_issues_the_reaction(
    document: Callable[..., PolicyDocument],
):
    text = "答：中方注意到有关情况。中方对此坚决反对，敦促日方纠正错误。中方将采取必要措施。"
    title = "商务部新闻发言人就日方列单答记者问"
    assert find_issuer(document(text, "zh", title=title)).name == "MOFCOM"


@pytest.mark.parametrize(
    ("text", "language", "issuer", "country"),
    [
        (
            "中华人民共和国军品进出口管理条例\n\n第一条 为了加强管理，制定本条例。",
            "zh",
            "State Council",
            "CN",
        ),
        (
            "中华人民共和国技术进出口管理条例\n第一条 本条例自公布之日起施行。",
            "zh",
            "State Council",
            "CN",
        ),
        (
            "中华人民共和国出口管制法\n\n第一条 为了维护国家安全，制定本法。",
            "zh",
            "NPC Standing Committee",
            "CN",
        ),
        ("受美国《出口管理条例》管辖的物项须申请许可。", "zh", "BIS", "US"),
        ("外国為替及び外国貿易法の一部を改正する法律\n令和二年五月一日公布", "ja", "METI", "JP"),
        ("依貿易法第13條，輸出貨品須申請輸出許可證。", "zh", "MOEA", "TW"),
        ("外交部公布关于对美国企业采取反制措施的决定", "zh", "MFA", "CN"),
        ("外交部令第9号\n\n中方决定对有关企业采取反制措施。", "zh", "MFA", "CN"),
        (
            "DER RAT DER EUROPÄISCHEN UNION\nhat folgende Verordnung erlassen:",
            "de",
            "Council of the EU",
            "EU",
        ),
    ],
)
def test_a_law_is_issued_where_it_is_made(
    document: Callable[..., PolicyDocument], text: str, language: str, issuer: str, country: str
):
    found = find_issuer(document(text, language))
    assert (found.name, found.country) == (issuer, country)


@pytest.mark.parametrize(
    ("title", "text", "language", "issuer", "country"),
    [
        (
            "Foreign Ministry Spokesperson Wang Li's Regular Press Conference on May 4, 2027",
            "Wang Li: We hope the Philippines and Japan will not follow.",
            "en",
            "MFA",
            "CN",
        ),
        (
            "Export ban extended",
            "The Russian government extended the ban on exports of drones.",
            "en",
            "Government of Russia",
            "RU",
        ),
        (
            "Decree",
            "Minsk. The Government of the Republic of Belarus banned exports of timber.",
            "en",
            "Government of Belarus",
            "BY",
        ),
        (
            "Licences frozen",
            "The Defence Export Controls Agency (DECA) suspended export licences for radars.",
            "en",
            "DECA",
            "IL",
        ),
        (
            "Swiss measures",
            "Bern. The EAER today adopted further measures of the EU's 19th sanctions package.",
            "en",
            "EAER",
            "CH",
        ),
        (
            "关于出口退税的公告",
            "财政部 税务总局公告2027年第15号\n取消出口退税。\n财政部 税务总局",
            "zh",
            "Ministry of Finance",
            "CN",
        ),
        (
            "农业农村部公告",
            "农业农村部公布种质资源目录。",
            "zh",
            "Ministry of Agriculture and Rural Affairs",
            "CN",
        ),
        ("農林水産省からのお知らせ", "農林水産省は和牛の輸出自粛を求める。", "ja", "MAFF", "JP"),
        ("財務省 関税改正", "財務省関税局は関税率を改定した。", "ja", "Ministry of Finance", "JP"),
        (
            "Rappel de produit",
            "DGCCRF, 14 mars 2027. Le fabricant rappelle ces lampes.",
            "fr",
            "DGCCRF",
            "FR",
        ),
        (
            "説明会のご案内(CISTEC)",
            "安全保障貿易情報センターは、初級者向けの該非判定セミナーを開催します。",
            "ja",
            "CISTEC",
            "JP",
        ),
        (
            "Question parlementaire",
            "Le Ministre-Président wallon a suspendu deux licences.",
            "fr",
            "Walloon Government",
            "BE",
        ),
        (
            "荷兰政府撤销部长令 中方：欢迎",
            "荷兰经济大臣宣布暂停行政令。中国商务部发言人表示欢迎。",
            "zh",
            "Minister for Foreign Trade (NL)",
            "NL",
        ),
    ],
)
def test_who_acts_among_many(
    document: Callable[..., PolicyDocument],
    title: str,
    text: str,
    language: str,
    issuer: str,
    country: str,
):
    found = find_issuer(document(text, language, title=title))
    assert (found.name, found.country) == (issuer, country)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("BIS settles with a forwarder? No: a recall of lamps", "The maker recalls 400 lamps."),
        ("To our suppliers", "Dear supplier, please send us the ECCN of all parts by 31 March."),
        ("A typhoon", "Our heart goes out to the people of the Philippines and of Pakistan."),
    ],
)
def test_what_only_sounds_like_an_authority(
    document: Callable[..., PolicyDocument], title: str, text: str
):
    found = find_issuer(document(f"{title}\n\n{text}", title=title))
    assert found is None or found.name is None
