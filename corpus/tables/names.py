"""What the name of a column says of its content, in English, Chinese, Japanese, German, French.

A role is given by whole names first, then by words within longer ones (`Artikelbezeichnung EN`).
Words that say whose or what else it is (supplier, unit, price) win over words for texts.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache

NAME, SPECIFICATION, ID, HS, OTHER, UNKNOWN = (
    "name",
    "specification",
    "id",
    "hs",
    "other",
    "unknown",
)

WORD_RANK = 100  # of a name in which only a word fits; whole names rank before it

# The order within a role is that of preference.
_WHOLE = {
    NAME: """product name|item name|material name|article name|goods name|part name|product title
        |goods description|description of goods|product description|item description
        |material description|article description|part description|product|item|article|goods
        |name|title|品名|商品名称|产品名称|物料名称|货物名称|货品名称|材料名称|设备名称|中文品名
        |物料描述|商品名|产品名|品目名称|品目名|製品名|製品名称|部品名|部品名称|品目テキスト
        |貨物名|物品名|物品名称|名称|bezeichnung|artikelbezeichnung|materialbezeichnung
        |materialkurztext|produktbezeichnung|warenbezeichnung|artikelname|produktname|benennung
        |artikel|produkt|ware|waren|warenname|teil|stoff|stoffname
        |désignation|désignation article|désignation produit|libellé
        |libellé article|libellé produit|nom du produit|nom article|nom|produit
        |producto|products|goods name|name of goods|equipment|equipment name|chemical|chemical name
        |substance|substance name|商品|产品|物料|货物|材料|设备|化学品名称|物质名称|製品""",
    SPECIFICATION: """description|desc|text|item text|short text|long text|short description
        |long description|full description|technical description|detailed description
        |specification|specifications|spec|specs|details|features|规格型号|规格|型号规格|型号
        |规格描述|描述|产品描述|商品描述|商品规格|说明|产品说明|摘要|备注说明|规格参数|技术参数
        |申报要素|規格|規格型式|型式|仕様|説明|商品説明|製品説明|摘要欄|品目摘要|内容
        |kurztext|langtext|beschreibung|artikelbeschreibung|produktbeschreibung|artikeltext
        |positionstext|kurzbeschreibung|langbeschreibung|spezifikation|technische daten|merkmale
        |description article|description produit|descriptif|spécification|spécifications
        |caractéristiques|texte|descripción|question|sentence""",
    ID: """id|sku|product id|item id|article id|material id|record id|row id|item no|item number
        |product no|product number|product code|item code|article no|article number|article code
        |material|material no|material number|material code|part no|part number|part code|pn|mpn
        |stock no|stock code|catalog no|catalog number|catalogue number|ref|reference|asin|gtin
        |ean|upc|code|物料编码|物料编号|物料号|物料代码|产品编码|产品编号|货号|料号|品号|存货编码
        |商品编号|商品货号|编号|序号|品番|商品コード|商品番号|製品番号|部品番号|品目コード
        |品目番号|型番|品目|管理番号|artikelnummer|artikel nr|artikelnr|artnr|art nr
        |materialnummer|material nr|teilenummer|sachnummer|produktnummer|bestellnummer|référence
        |référence article|référence produit|code article|code produit|numéro article|réf""",
    HS: """hs|hs code|hscode|hs no|hs number|hts|hts code|htsus|hts number|cn code|taric
        |taric code|tariff|tariff code|tariff number|customs tariff|customs code|customs tariff no
        |customs tariff number|commodity code|commodity|schedule b|harmonized code
        |harmonised code|harmonized system code|statistical code|stat code|hs编码|海关编码
        |海关商品编码|商品编码|税则号列|税则号|税号|海关税号|hsコード|hs番号|税番|統計品目番号
        |関税番号|統計番号|zolltarifnummer|zolltarif|zolltarifnr|warennummer
        |statistische warennummer|warentarifnummer|stat warennr|code sh|code hs|code nc
        |code douanier|nomenclature douanière|nomenclature|position tarifaire|numéro tarifaire""",
    OTHER: """supplier|vendor|manufacturer|maker|brand|customer|company|country|origin|currency
        |unit|uom|date|price|amount|quantity|qty|weight|category|group|status|type|remarks
        |comment|供应商|厂家|厂商|品牌|客户|国家|原产国|币种|单位|日期|单价|价格|金额|数量|重量
        |类别|分类|状态|备注|序号|メーカー|仕入先|ブランド|原産国|通貨|単位|日付|単価|価格|金額
        |数量|重量|分類|備考|lieferant|hersteller|marke|kunde|land|herkunftsland|ursprungsland
        |währung|einheit|me|datum|preis|betrag|menge|gewicht|kategorie|warengruppe|bemerkung
        |fournisseur|fabricant|marque|client|pays|origine|devise|unité|date|prix|montant|quantité
        |poids|catégorie|groupe|statut|remarque|herkunft|anzahl|label|topic|intent""",
}

_OTHER_WORD = re.compile(
    r"\b(?:suppliers?|vendors?|manufacturers?|makers?|brands?|customers?|buyers?|sellers?|company"
    r"|consignee|contact|user|country|origin|currency|units?|uom|date|day|year|price|cost|amount"
    r"|value|total|quantity|qty|weight|category|class|group|status|warehouse|location|plant"
    r"|language|color|colour|image|url|link|email|phone|file|project|department|legal|tariff|hs"
    r"|hts|tax|fournisseur|fabricant|marque|client|pays|origine|devise|unité|prix|montant"
    r"|quantité|poids|catégorie|groupe|statut|fichier)\b"
    r"|lieferant|hersteller|kunde|länder|währung|einheit|datum|preis|betrag|menge|gewicht"
    r"|kategorie|gruppe|lager|werk\b|zoll|status"
    r"|供应商|供货商|厂家|厂商|厂名|制造商|生产商|品牌|客户|公司|国家|国别|原产国|原産国|国名|产地|币|单位|日期|时间|价|金额|数量|重量|类别"
    r"|分类|类型|状态|仓库|部门|税|海关|项目名|联系|人员|メーカー|仕入先|取引先|得意先|会社|ブランド|カテゴリ"
    r"|通貨|単位|日付|価格|金額|分類|区分|倉庫|部門|担当|顧客|製造元"
)
_HS_WORD = re.compile(
    r"\b(?:hs|hts|taric)\b|\btariff (?:code|no|number)|海关编码|税则号|hsコード|統計品目|zolltarif"
    r"|warennummer|\bcode (?:sh|douanier)"
)
_ID_WORD = re.compile(
    r"\b(?:id|sku|(?:part|item|article|material|product|stock|model|serial) "
    r"(?:no|nr|num|number|code|id))\b"
    r"|编码|编号|代码|货号|料号|品番|型番|番号|コード|nummer\b|\bnr\b|référence|\bcode\b"
)
_SPECIFICATION_WORD = re.compile(
    r"\b(?:desc|descr|descriptions?|text|texts|specs?|specifications?|details)\b|beschreibung|text\b"
    r"|spezifikation|\bdescripti(?:on|f)\b|spécification|caractéristique|规格|型号|描述|说明|参数"
    r"|规范|摘要|規格|仕様|説明|型式"
)
_NAME_WORD = re.compile(
    r"\b(?:product|item|article|material|goods|part|commodity) (?:name|title)\b"
    r"|bezeichnung|benennung|désignation|libellé|品名|名称|商品名|製品名|部品名|品目名"
)
_LANGUAGE = re.compile(
    r"\b(?:en|eng|english|de|deutsch|german|fr|french|français|zh|cn|chinese|ja|jp|japanese)\b"
    r"|英文|中文|日文|英語|日本語|中国語"
)
_IDENTIFIER = re.compile(r"[^\W\d_]+(?:_[^\W_]+)+")


@cache
def plain(name: str) -> str:
    """The name in lower case, its words parted by single blanks, without what is in brackets."""
    text = unicodedata.normalize("NFKC", name)
    text = re.sub(r"(?<=[a-zà-ÿ])(?=[A-ZÀ-Þ][a-zà-ÿ])", " ", text).casefold()
    text = re.sub(r"[(\[【].*?[)\]】]", " ", text)
    return " ".join(re.sub(r"[\W_]+", " ", text).split())


def without_language(name: str) -> str:
    """The plain name without words for a language, so that translations of it are alike."""
    return " ".join(_LANGUAGE.sub(" ", plain(name)).split())


@cache
def _ranks() -> dict[str, tuple[str, int]]:
    """Whole names to their role and rank; a name in two roles has the first."""
    ranks: dict[str, tuple[str, int]] = {}
    for role, names in _WHOLE.items():
        for rank, name in enumerate(names.split("|")):
            ranks.setdefault(plain(name), (role, rank))
    return ranks


def is_known_name(name: str) -> bool:
    """Whether the whole cell is a name that columns of catalogues have."""
    return plain(name) in _ranks()


def names_a_text(cells: Sequence[str]) -> bool:
    """Whether the cells of a row are a header, for sure: two known names, one that of a text."""
    roles = [_ranks()[plain(cell)][0] for cell in cells if is_known_name(cell)]
    return len(roles) > 1 and not {NAME, SPECIFICATION}.isdisjoint(roles)


def may_name_a_column(cell: str) -> bool:
    """Whether a cell is worded as columns are, if no known name: `Spare part code`, `prod_desc`.

    Such words count at the end only: a code reader (编码器) is a good.
    """
    if _IDENTIFIER.fullmatch(cell.strip()):
        return True
    text = without_language(cell)
    if text.endswith("コード") and not any(sign in text for sign in "品製物型"):
        return False  # 電源コード is a cord
    words = (_HS_WORD, _NAME_WORD, _SPECIFICATION_WORD, _ID_WORD)
    return any(found.end() == len(text) for word in words for found in word.finditer(text))


def role_of(name: str) -> tuple[str, int]:
    """What a column so called holds, and a rank: the lower the surer.

    The role is `NAME`, `SPECIFICATION`, `ID`, `HS`, `OTHER` (known to be none of these), or
    `UNKNOWN` for a name that says nothing.
    """
    for form in (plain(name), without_language(name)):
        if form in _ranks():
            return _ranks()[form]
    text = plain(name)
    for role, word in _BY_WORD:
        if word.search(text):
            return role, WORD_RANK
    return UNKNOWN, WORD_RANK


# In this order: "HS code" is no id, "supplier part number" is no id of ours, "unit text" no text.
_BY_WORD = (
    (HS, _HS_WORD),
    (OTHER, _OTHER_WORD),
    (NAME, _NAME_WORD),
    (SPECIFICATION, _SPECIFICATION_WORD),
    (ID, _ID_WORD),
)
