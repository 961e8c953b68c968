"""Countries that a text names: by their names, short forms and adjectives."""

from functools import cache
from typing import Final

from dualuse.models.facts.country_names import country_names
from dualuse.models.facts.gazetteer import Gazetteer, Match
from dualuse.models.folding import fold

EU_MEMBERS: Final = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)

# What CLDR does not have: adjectives, short forms, older and local names.
_MORE: Final = {
    "US": "U.S.|US|USA|America|American|Americans|United States of America|美方|美国|美國|米国"
    "|アメリカ"
    "|amerikanisch|amerikanische|amerikanischen|US-amerikanische|américain|américaine"
    "|États-Unis|USA"
    "|Vereinigten Staaten|美企|美军|美軍|美资|米企業|米軍|米側|米当局|U.S|US-"
    "|Amerika",
    "CN": "Chinese|PRC|People's Republic of China|China, People's Republic of|China, PRC"
    "|Volksrepublik China|mainland China|中方|我国|中国大陆|中國大陸"
    "|中华人民共和国"
    "|中華人民共和国|中國|chinesische|chinesischen|chinesischer|chinois|chinoise|chinoises"
    "|Chinas|中企"
    "|大陸|大陆|内地|中国本土|中资|陸企|在华",
    "JP": "Japanese|日方|日企|日本国|japanische|japanischen|japonais|japonaise",
    "RU": "Russian|Russische Föderation|Russischen Föderation|Fédération de Russie"
    "|Russian Federation|俄方|俄国|俄國|俄罗斯联邦|露国|russische|russischen|russe"
    "|russes|Russlands|russischer|ロシア産",
    "BY": "Belarusian|Republic of Belarus|Belarussian|Weißrussland|Bélarus|白俄罗斯|白俄羅斯",
    "IR": "Iranian|Islamic Republic of Iran|Iran, Islamic Republic of|iranische|iranischen|iranien",
    "KP": "North Korean|Democratic People's Republic of Korea|DVR Korea|RPDC"
    "|Korea, Democratic People's Republic of|Korea, North|N. Korea|DPRK|北朝鮮"
    "|朝鲜民主主义人民共和国",
    "KR": "South Korean|S. Korea|韩企|Korean|Korea|Republic of Korea|Korea, Republic of"
    "|Korea, South|大韓民国|大韩民国|韩方",
    "TW": "Taiwanese|Taiwan, Province of China|台企|台湾地区|台灣地區|臺灣|中国台湾",
    "NL": "Dutch|The Netherlands|荷方|オランダ",
    "GB": "Vereinigten Königreich|Vereinigten Königreichs|Großbritannien|Grande-Bretagne|UK"
    "|U.K.|British|Britain|Great Britain|英方",
    "EU": "EU|European Union|欧盟|歐盟|欧方|欧州連合|Europäische Union|Europäischen Union"
    "|Union européenne",
    "DE": "German|ドイツ|德方",
    "FR": "French",
    "IN": "Indian",
    "PK": "Pakistani",
    "TR": "Türkiye|Türkei|Turkey|Turkish",
    "AE": "UAE|VAE|U.A.E.|Emirati|the Emirates|Emirates|Émirats|ＵＡＥ|阿联酋|阿聯酋",
    "SA": "Saudi|沙特",
    "SY": "Syrian|Syrian Arab Republic|syrische|叙利亚|敘利亞",
    "CU": "Cuban",
    "VE": "Venezuelan",
    "MM": "Birma|Birmanie|Burma|Burmese|ミャンマー",
    "MY": "Malaysian",
    "SG": "Singaporean",
    "VN": "Vietnamese|Viet Nam|ベトナム",
    "IL": "Israeli",
    "UA": "Ukrainian",
    "CH": "Swiss",
    "CA": "Canadian",
    "AU": "Australian",
    "MO": "Macau|澳门地区",
    "HK": "Hongkong|Hong Kong SAR|香港地区",
    "MX": "Mexican",
    "ES": "Spanish",
    "IT": "Italian",
    "SE": "Swedish",
    "CZ": "Czech Republic",
    "VA": "Vatican",
}
# More often something else: a cow, a meeting, a spice, pollen, a saint's name.
_ELSE: Final = frozenset({"Jersey", "Réunion", "Chili", "Polen", "多米尼克"})
# Names that begin or end like a country's.
_NO_COUNTRY: Final = ("Australia Group", "澳大利亚集团", "オーストラリア・グループ")


@cache
def _gazetteer() -> Gazetteer:
    pairs = [
        (name, code)
        for code, names in country_names().items()
        for name in names
        if name not in _ELSE
    ]
    pairs += [(name, code) for code, names in _MORE.items() for name in names.split("|")]
    pairs += [(name, "") for name in _NO_COUNTRY]
    return Gazetteer(pairs, ignore_case=False)


def find_countries(text: str) -> tuple[Match, ...]:
    """The countries that `text` names, in order: ISO 3166 code (also `EU`) and place.

    The longest name wins (`North Korea`, not `Korea`); names in Latin letters are whole words and
    begin as written, so that `us` is not the `US`.
    """
    return tuple(match for match in _gazetteer().find(fold(text)) if match.value)
