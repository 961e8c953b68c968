import pytest

from dualuse.models.facts.number_keys import number_key


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
        ("90 FR 47,201", "US", None, ("FR", "90", "47201")),
        ("Executive Order 14105", "US", None, ("EO", "14105")),
        ("Delegated Regulation (EU) 2025/2003", "EU", None, ("EU", "2003", "2025")),
        ("Règlement (UE) n° 833/2014", "EU", None, ("EU", "833", "2014")),
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
