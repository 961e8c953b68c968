import pytest

from dualuse.models.facts.numbers.keys import number_key, other_authority


@pytest.mark.parametrize(
    ("written", "country", "year", "key"),
    [
        ("商务部公告2025年第61号", "CN", None, ("announcement", "CN", "2025", "61")),
        ("商务部 海关总署公告2025年第61号", "CN", None, ("announcement", "CN", "2025", "61")),
        ("二〇二五年第六十一号", "CN", None, ("announcement", "CN", "2025", "61")),
        ("第61号公告", "CN", "2025", ("announcement", "CN", "2025", "61")),
        ("Announcement No. 61 of 2025", "CN", None, ("announcement", "CN", "2025", "61")),
        ("No. 61/2025", "CN", None, ("announcement", "CN", "2025", "61")),
        ("国务院令第792号", "CN", "2024", ("decree", "CN", "792")),
        ("Decree No. 792", "CN", None, ("decree", "CN", "792")),
        ("商务部令2025年第5号", "CN", None, ("decree", "CN", "2025", "5")),
        ("2025年第5号令", "CN", None, ("decree", "CN", "2025", "5")),
        ("商务部令第5号", "CN", "2025", ("decree", "CN", "2025", "5")),
        ("署监发〔2025〕31号", "CN", None, ("letter", "CN", "2025", "31")),
        ("商务部通告2025年第3号", "CN", None, ("bulletin", "CN", "2025", "3")),
        ("Announcement 2025 No. 61", "CN", None, ("announcement", "CN", "2025", "61")),
        ("Public Notice: 12345", "US", None, ("public notice", "12345")),
        ("Docket No. 250910-0141", "US", None, ("docket", "250910-0141")),
        ("NTE 2024/29", "GB", None, ("NTE", "2024", "29")),
        ("90 FR 47,201", "US", None, ("FR", "90", "47201")),
        ("Executive Order 14105", "US", None, ("EO", "14105")),
        ("Delegated Regulation (EU) 2025/2003", "EU", None, ("EU", "2003", "2025")),
        ("Règlement (UE) n° 833/2014", "EU", None, ("EU", "833", "2014")),
        ("NOTICE TO EXPORTERS 2024/29", "GB", None, ("NTE", "2024", "29")),
        ("Announcement [2025] No. 61", "CN", None, ("announcement", "CN", "2025", "61")),
        ("Order No. 792 of the State Council", "CN", None, ("decree", "CN", "792")),
        ("State Council Decree No. 792", "CN", None, ("decree", "CN", "792")),
        ("S.I. 2031/50", "GB", None, ("SI", "2031", "50")),
        ("SI 2031 No. 50", "GB", None, ("SI", "2031", "50")),
        ("SOR/2031-112", "CA", None, ("SOR", "2031", "112")),
        ("General Licence No. 9L", "US", None, ("general licence", "9L")),
        ("20310131 貿局第1号", "JP", None, ("filed", "20310131", "貿局", "1")),
        ("貿管理字第1147017000號", "TW", None, ("filed", "貿管理", "1147017000")),
        ("Notification No. 33/2031-32", "IN", None, ("announcement", "IN", "2031", "33")),
        ("Notice No. 2031-141", "KR", None, ("announcement", "KR", "2031", "141")),
        ("輸出注意事項2031第12号", "JP", None, ("trade note", "JP", "2031", "12")),
        ("Verordnung (GASP) 2031/77", "EU", None, ("EU", "77", "2031")),
        ("FR Doc. 2031-05426", "US", None, ("FR Doc", "2031-05426")),
        ("Circular No: 09/2031", "SG", None, ("circular", "SG", "2031", "9")),
        ("通函第3/2031号", "HK", None, ("circular", "HK", "2031", "3")),
        ("Trade Notice No. 14/2031-32", "IN", None, ("trade notice", "IN", "2031", "14")),
        ("令和7年政令第三百号", "JP", None, ("政令", "JP", "2025", "300")),
    ],
)
def test_spellings_of_one_number(
    written: str, country: str, year: str | None, key: tuple[str, ...]
):
    assert number_key(written, country, year) == key


@pytest.mark.parametrize("written", ["第61号公告", "Announcement 7", "no number", ""])
def test_without_a_year_it_is_open(written: str):
    assert number_key(written, "CN", None) is None


def test_who_gave_a_number_is_told_where_both_say_it():
    customs, trade = "海关总署公告2025年第18号", "商务部公告2025年第18号"
    assert other_authority(customs, trade)
    assert not other_authority("商务部、海关总署公告2025年第18号", trade)
    assert not other_authority("公告2025年第18号", trade)
    assert other_authority(customs, "MOFCOM")
