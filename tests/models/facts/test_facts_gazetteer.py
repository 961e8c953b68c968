from dualuse.models.facts.gazetteer import Gazetteer


def test_the_longest_name_wins():
    names = Gazetteer([("石墨", "a"), ("人造石墨", "b")], ignore_case=False)
    assert [match.value for match in names.find("人造石墨和石墨")] == ["b", "a"]


def test_latin_and_katakana_names_are_whole_words():
    names = Gazetteer([("lasers", "a"), ("テルル", "b")], ignore_case=True)
    assert [match.value for match in names.find("Lasers, relasers; テルル、テルルス")] == ["a", "b"]


def test_letters_that_grow_in_lower_case_do_not_shift_places():
    names = Gazetteer([("lasers", "a")], ignore_case=True)
    text = "İİİ Lasers"
    (match,) = names.find(text)
    assert text[match.start : match.end] == "Lasers"
