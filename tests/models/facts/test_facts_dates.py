import pytest

from dualuse.models.facts.days.dates import find_dates


@pytest.mark.parametrize(
    ("written", "language", "expected"),
    [
        ("2026年1月6日", "zh", "2026-01-06"),
        ("二〇二六年一月六日", "zh", "2026-01-06"),
        ("二〇二五年十一月三十日", "zh", "2025-11-30"),
        ("２０２６年１月６日", "zh", "2026-01-06"),
        ("民國114年9月23日", "zh", "2025-09-23"),
        ("114年11月22日", "zh", "2025-11-22"),
        ("令和7年10月9日", "ja", "2025-10-09"),
        ("令和七年十月九日", "ja", "2025-10-09"),
        ("令和元年7月4日", "ja", "2019-07-04"),
        ("平成三十年五月九日", "ja", "2018-05-09"),
        ("2026-01-06", "en", "2026-01-06"),
        ("2026/1/6", "ja", "2026-01-06"),
        ("6 January 2026", "en", "2026-01-06"),
        ("6th of January 2026", "en", "2026-01-06"),
        ("January 6, 2026", "en", "2026-01-06"),
        ("Jan. 6, 2026", "en", "2026-01-06"),
        ("6. Januar 2026", "de", "2026-01-06"),
        ("06.01.2026", "de", "2026-01-06"),
        ("1er février 2026", "fr", "2026-02-01"),
        ("06/01/2026", "fr", "2026-01-06"),
        ("1/16/2026", "en", "2026-01-16"),
        ("16-01-2026", "en", "2026-01-16"),
    ],
)
def test_a_written_date_is_read(written: str, language: str, expected: str):
    (found,) = find_dates(f"x {written} x", language)
    assert found.date == expected
    assert f"x {written} x"[found.start : found.end] == written


@pytest.mark.parametrize(
    "text",
    [
        "2026年1月",
        "March 2019",
        "2025年第61号",
        "February 30, 2026",
        "2026-13-45",
        "1/6/2026",
        "No. 18 of April 2025",
        "in 2026",
        "90日以内",
        "45営業日",
        "version 1.2.2026.4",
        "effective 6 January 999999999999, as of 2025",
        "on January 6, 20266 in 2026",
    ],
)
def test_what_is_no_day_is_no_date(text: str):
    assert find_dates(text, "en") == ()


def test_a_day_without_its_year_is_nearest_to_the_anchor():
    (found,) = find_dates("takes effect on January 1", "en", "2025-12-05")
    assert (found.date, found.precision) == ("2026-01-01", "yearless")


def test_last_years_day_is_in_the_year_before_the_anchor():
    (found,) = find_dates("去年12月3日", "zh", "2025-11-09")
    assert found.date == "2024-12-03"


def test_without_an_anchor_the_years_of_the_text_decide():
    found = find_dates("本报北京7月3日讯 商务部发布2023年第23号公告", "zh")
    assert [each.date for each in found] == ["2023-07-03"]


def test_nothing_tells_the_year():
    assert find_dates("10月9日", "zh") == ()


def test_a_day_alone_is_the_last_such_day_up_to_the_anchor():
    assert find_dates("商務省は24日、発表した", "ja", "2026-02-25")[0].date == "2026-02-24"
    assert find_dates("商務省は28日、発表した", "ja", "2026-02-25")[0].date == "2026-01-28"


def test_the_end_of_a_range_has_the_month_of_its_start():
    found = find_dates("2026年4月15日至16日", "zh")
    assert [each.date for each in found] == ["2026-04-15", "2026-04-16"]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Issued this 3rd day of February, 2023.", "en", "2023-02-03"),
        ("Noviny, 20. 12. 2022", "en", "2022-12-20"),
        ("(Shipping Weekly, 17.7.23)", "en", "2023-07-17"),
        ("Sent: Mon 8/6/2018 7:12 AM", "en", "2018-08-06"),
    ],
)
def test_less_common_ways_to_write_a_date(text: str, language: str, expected: str):
    assert [found.date for found in find_dates(text, language)] == [expected]


def test_a_day_behind_a_slash_is_read_from_the_other_dates():
    found = find_dates("会員各位（3/30）", "ja", "2022-03-31")
    assert [each.date for each in found] == ["2022-03-30"]


def test_an_open_order_without_a_weekday_stays_open():
    assert find_dates("Filed 8/6/2018", "en") == ()


@pytest.mark.parametrize("clock", ["12时01分", "24时", "12:01", "零时"])
def test_a_clock_time_after_the_day_leaves_the_date(clock: str):
    assert [each.date for each in find_dates(f"自2027年4月10日{clock}起", "zh")] == ["2027-04-10"]


def test_the_mark_of_japan_is_none_of_a_day():
    assert find_dates("2027年4月10日本国内", "zh") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A Rule by the Tin Board on 09/02/2027", ["2027-09-02"]),
        ("Federal Register 09/02/2027", ["2027-09-02"]),
        ("Opened 25/02/2027, closed 09/03/2027", ["2027-02-25", "2027-03-09"]),
    ],
)
def test_the_order_of_day_and_month_is_told_by_the_rest(text: str, expected: list[str]):
    assert [found.date for found in find_dates(text, "en")] == expected


def test_an_end_ahead_does_not_decide_the_year_of_the_rest():
    text = "PORT, Nov. 7 - Notice No. 4 of 2027 is suspended until November 10, 2028."
    assert find_dates(text, "en")[0].date == "2027-11-07"


def test_the_weekday_tells_the_year():
    text = "Friday, May 7 and the rules of 2026, 2026 and 2027."
    assert find_dates(text, "en")[0].date == "2027-05-07"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("規制は31日から適用する。", "ja", "2027-05-31"),
        ("規制は2日に施行される。", "ja", "2027-06-02"),
        ("措施将于9日起生效。", "zh", "2027-06-09"),
        ("規制は10日に施行された。", "ja", "2027-05-10"),
    ],
)
def test_a_day_alone_that_is_to_come_is_the_next(text: str, language: str, expected: str):
    assert [each.date for each in find_dates(text, language, "2027-05-12")] == [expected]
