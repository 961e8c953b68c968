import time

import pytest

from dualuse.models.facts.numbers.forms import find_numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("依据商务部公告2025年第61号办理。", "商务部公告2025年第61号"),
        ("见公告2026年第1号。", "公告2026年第1号"),
        ("商务部令2025年第5号公布。", "商务部令2025年第5号"),
        ("不可靠实体清单工作机制〔2025〕9号", "〔2025〕9号"),
        ("二〇二三年の公告第二十三号による。", "二〇二三年の公告第二十三号"),
        ("(昭和24年政令第378号)", "昭和24年政令第378号"),
        ("令和7年政令第12号", "令和7年政令第12号"),
        ("Announcement No. 1 of 2026 says so.", "Announcement No. 1 of 2026"),
        ("published at 89 FR 72926.", "89 FR 72926"),
        ("Delegated Regulation (EU) 2025/2003 applies.", "Delegated Regulation (EU) 2025/2003"),
        ("Regulation (EU) No 833/2014 is amended.", "Regulation (EU) No 833/2014"),
        ("Executive Order 14105 of August", "Executive Order 14105"),
        ("商务部公告2025第62号", "商务部公告2025第62号"),
        ("通过第2758（2024）号决议", "第2758（2024）号决议"),
        ("MOFCOM suspends No. 61/2025 for a year.", "No. 61/2025"),
        ("Announcement 2025 No. 61 stands.", "Announcement 2025 No. 61"),
        ("IMPLEMENTING REGULATION (EU) 2026/77 applies.", "IMPLEMENTING REGULATION (EU) 2026/77"),
        ("Die Durchführungsverordnung (EU) 2026/77", "Durchführungsverordnung (EU) 2026/77"),
        ("NOTICE TO EXPORTERS 2031/13 is here.", "NOTICE TO EXPORTERS 2031/13"),
        ("Announcement [2031] No. 6 stands.", "Announcement [2031] No. 6"),
        ("Order No. 801 of the State Council", "Order No. 801 of the State Council"),
        ("State Council Decree No. 801 stands.", "State Council Decree No. 801"),
        ("The Regulations (S.I. 2031/50) apply.", "S.I. 2031/50"),
        ("It is registered as SOR/2031-112.", "SOR/2031-112"),
        ("Under General License 9L it may.", "General License 9L"),
        ("20310131貿局第1号による。", "20310131貿局第1号"),
        ("依貿管理字第1147017000號函", "貿管理字第1147017000號"),
        ("Notification No. 33/2031-32 of DGFT", "Notification No. 33/2031-32"),
        ("Notice No. 2031-141 of MOTIE", "Notice No. 2031-141"),
        ("Decree No. 259/2031/ND-CP", "Decree No. 259/2031/ND-CP"),
        ("輸出注意事項2031第12号", "輸出注意事項2031第12号"),
        ("[FR Doc. 2031-05426 Filed 3-25-31; 4:15 pm]", "FR Doc. 2031-05426"),
        ("Circular No: 09/2031", "Circular No: 09/2031"),
        ("Trade Notice No. 14/2031-32", "Trade Notice No. 14/2031-32"),
        ("战略贸易管制通函第3/2031号", "通函第3/2031号"),
    ],
)
def test_numbers_as_they_are_written(text: str, number: str):
    (found,) = find_numbers(text)
    assert found.number == number
    assert text[found.start : found.end] == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("商务部公告2031年第55至58号", "商务部公告2031年第{}号"),
        ("商务部2031年第55、56至58号公告", "商务部2031年第{}号公告"),
        ("商务部公告2031年第55号至第58号", "商务部公告2031年第{}号"),
        ("公告2031年第55～58号を", "公告2031年第{}号"),
        ("Announcements Nos. 55 to 58 of 2031", "Announcement No. {} of 2031"),
        ("Notifications No. 55-58 of 3 May 2031", "Notification No. {} of 2031"),
    ],
)
def test_a_range_holds_all_its_numbers(text: str, number: str):
    assert [each.number for each in find_numbers(text)] == [
        number.format(each) for each in (55, 56, 57, 58)
    ]


@pytest.mark.parametrize("text", ["Announcements No. 5 to 2031 of 2031", "公告2031年第5至900号"])
def test_a_range_too_long_is_none(text: str):
    assert len(find_numbers(text)) <= 2


@pytest.mark.parametrize(
    "head",
    [
        (
            "[Federal Register Volume 96, Number 187 (Tuesday, September 30, 2031)]\n"
            "[Rules and Regulations]\n[Pages 47201-47225]"
        ),
        (
            "Federal Register / Vol. 96, No. 187 / Tuesday, September 30, 2031 / Rules and "
            "Regulations 47201"
        ),
        "47201 Federal Register / Vol. 96, No. 187 / Tuesday, September 30, 2031 / Notices",
    ],
)
def test_the_first_head_of_the_federal_register_is_the_number(head: str):
    later = "47202 Federal Register / Vol. 96, No. 187 / Tuesday, September 30, 2031 / Notices"
    (found,) = find_numbers(f"{head}\n\nA rule.\n\n{later}\n\nIts end.")
    assert (found.number, found.start) == ("96 FR 47201", 0)


@pytest.mark.parametrize(
    "piece",
    [
        "Council ",
        "公告2025年第61号（",
        "Announcements 1, ",
        "貿管理字第",
        "公告2025年第1至2、",
        "FR Doc. ",
    ],
)
def test_hostile_text_takes_linear_time(piece: str):
    began = time.process_time()
    find_numbers((piece * 200_000)[:200_000])
    assert time.process_time() - began < 5
