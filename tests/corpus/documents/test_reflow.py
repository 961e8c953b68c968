from dualuse.corpus.documents.reflow import reflow

LATIN = (
    "This rule amends the Export Administration Regu-\nlations by adding items to the Commerce"
    " Control\nList, and removes two entries.\nNext paragraph."
)


def test_hyphens_and_hard_wraps_are_mended():
    assert reflow([LATIN]) == (
        "This rule amends the Export Administration Regulations by adding items to the Commerce"
        " Control List, and removes two entries.\nNext paragraph."
    )


def test_chinese_lines_are_joined_without_a_space():
    page = (
        "为维护国家安全和利益，履行防扩散等国际义务，经国务\n"
        "院批准，决定对以下物项实施出口管制措施。\n特此公告"
    )
    assert reflow([page]).split("\n") == [page.replace("\n", "")[:-4], "特此公告"]


def test_a_list_item_is_not_joined():
    page = (
        "The following goods are subject to control now,\n"
        "1. lasers of high power and wavelength\n2. cameras"
    )
    assert reflow([page]) == page


def test_a_sentence_crosses_the_page_and_its_number():
    pages = ["This rule applies to goods that are made in\n- 1 -", "other countries.\n- 2 -"]
    assert reflow(pages) == "This rule applies to goods that are made in other countries."


def test_a_real_hyphen_stays():
    assert reflow(["This is the rule on exports of all dual-\nUse goods."]).endswith(
        "dual-Use goods."
    )


def test_no_pages():
    assert reflow([]) == ""
