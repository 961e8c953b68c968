import time

import pytest

from dualuse.corpus.documents.content import first_line
from dualuse.corpus.documents.mastheads import is_authority, says_nothing

REGISTER = """[Federal Register Volume 91, Number 12 (Tuesday, January 20, 2026)]
[Rules and Regulations]
[Pages 2101-2119]

DEPARTMENT OF COMMERCE

Bureau of Industry and Security

15 CFR Parts 740 and 774
[Docket No. 260115-0007]
RIN 0694-AZ99

New Controls on Cryogenic Coolers and Other Items Used With Quantum
Computers

AGENCY: Bureau of Industry and Security, Department of Commerce.
"""
PAGE = "Federal Register / Vol. 91, No. 12 / Tuesday, January 20, 2026 / Notices 2101"
LONG = (
    "Arrêté relatif aux exportations " + "de biens à double usage et de technologies " * 6 + "rares"
)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            REGISTER,
            "New Controls on Cryogenic Coolers and Other Items Used With Quantum Computers",
        ),
        (
            f"{PAGE}\nOffice of Foreign Assets Control\nRenewal of a Licence AGENCY: OFAC.",
            "Renewal of a Licence",
        ),
        (
            "MINISTRY OF TRADE\nPRESS RELEASE\n3 May 2026\nNew rules for laser exports\nText.",
            "New rules for laser exports",
        ),
        (
            "商务部\n2026年5月3日\n关于对钨相关物项实施出口管制的公告\n一、钨。",
            "关于对钨相关物项实施出口管制的公告",
        ),
        (
            "中华人民共和国商务部公告\n2026年第9号\n\n现决定如下。",
            "中华人民共和国商务部公告 2026年第9号",
        ),
        (
            "中华人民共和国商务部公告\n2026年第9号\n关于对钨实施出口管制的公告\n一、钨。",
            "中华人民共和国商务部公告 2026年第9号 关于对钨实施出口管制的公告",
        ),
        (
            "商务部 海关总署公告2026年第9号\n公布对钨实施出口管制的决定\n根据法律：",
            "商务部 海关总署公告2026年第9号 公布对钨实施出口管制的决定",
        ),
        (
            "經濟部國際貿易署公告\n發文日期：中華民國115年5月3日\n主旨：公告修正實體名單，自即日生效。",
            "公告修正實體名單，自即日生效",
        ),
        (
            "経済産業省告示第九号\n外国ユーザーリストの一部改正について\n改める。",
            "経済産業省告示第九号 外国ユーザーリストの一部改正について",
        ),
        (
            "Circular No. 9/2026\nSingapore Customs\n3 May 2026\nDear Sir/Madam\nBAN ON DRONES",
            "Circular No. 9/2026 BAN ON DRONES",
        ),
        (
            "COUNCIL REGULATION (EU) 2026/99\nof 3 May 2026\namending the list of drones\n\nTHE",
            "COUNCIL REGULATION (EU) 2026/99 of 3 May 2026 amending the list of drones",
        ),
        (f"{LONG}\n\nPublié au Journal officiel du 9 mai 2026.", LONG[:200].rpartition(" ")[0]),
    ],
)
def test_a_masthead_gives_way_to_the_title(text: str, title: str):
    assert first_line(text) == title


@pytest.mark.parametrize(
    "text",
    [
        "Department of Commerce Announces New Export Controls\nWASHINGTON. It did.",
        "Export Control Law of the People's Republic of China\n(adopted in 2020)",
        "中华人民共和国出口管制法\n（2020年10月17日通过）",
        "商务部新闻发言人就对外贸易答记者问\n问：为何？",
        "10 CFR Part 110: General License for Pumps\nThe Commission acts.",
        "Minutes of the trade committee, 3 May 2026\nPresent: all.",
        "From: a@b.example\nTo: c@d.example\nSubject: Drones",
        "外国為替令の一部を改正する政令\n本日公布した。",
        "MOFCOM Announcement No. 9 of 2026\nThe Ministry has decided as follows.",
        "商务部公告2026年第9号\n根据《出口管制法》和\n有关规定，决定如下。",
        "The metals nobody had heard of, and why Brussels wants them\nThe Fenland Review",
        "Bundesministerium für Wirtschaft verschärft Ausfuhrkontrollen\nBerlin. Heute.",
        "DEPARTMENT OF COMMERCE\nThe Department amends its rules on drones.",
    ],
)
def test_a_good_title_stays(text: str):
    assert first_line(text) == text.partition("\n")[0]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Issuer\tTrade Office\nEffective date\t1 June 2026\nSubject\tPumps\nApply.", "Pumps"),
        ("| Title | Order on drones |\n| Date | 3 May 2026 |\n\nText.", "Order on drones"),
        ("发布机关\t商务部\n文号\t商公告〔2026〕9号\n标题\t关于无人机的公告", "关于无人机的公告"),
        ("件名\t輸出令の改正について\n施行日\t令和8年6月1日", "輸出令の改正について"),
        ("Behörde\tBundesamt\nBetreff\tPumpen\n", "Pumpen"),
        (
            "Issuer\tTrade Office\nDate\t3 May 2026\nNew rules for drones\nApply.",
            "New rules for drones",
        ),
        ("Drone order\nIssuer\tTrade Office\nSubject\tPumps", "Drone order"),
        ("Code\tGoods\n6A003\tThermal cameras", "Code Goods"),
    ],
)
def test_a_table_of_labels_at_the_head_gives_way_to_the_subject(text: str, title: str):
    assert first_line(text) == title


def test_names_of_authorities():
    for name in ("European Commission", "Ministry of Economy, Trade and Industry, Japan"):
        assert is_authority(name)
    for name in ("外交部", "商务部 海关总署 公告", "Ministère de l'économie et des finances"):
        assert is_authority(name)
    for other in ("Export controls", "关于外交部的公告", "The drone ministry", "Commerce"):
        assert not is_authority(other)
    assert says_nothing("Journal officiel de la République française")


def test_hostile_heads_take_no_time():
    begun = time.perf_counter()
    for piece in (
        "部",
        "Ministère de l'économie ",
        "Department of trade, ",
        "第一",
        "of ",
        "[",
        "a-",
    ):
        first_line("\n".join([piece * (440 // len(piece))] * 300) + piece * 200_000)
    assert time.perf_counter() - begun < 5
