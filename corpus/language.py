"""The language of a catalogue line or a document: script first, then words.

Chinese and Japanese without kana are told apart by the character sets of their standards: a text
is Japanese if JIS X 0208 level 1 holds more of its characters than GB 2312 and Big5 level 1 do.
"""

import re
from functools import cache

_LONGEST = 6_000  # characters looked at; longer texts are judged by their start, middle and end

_KANA = re.compile(r"[ぁ-ゖァ-ヺｦ-ｯｱ-ﾝ]")
_HAN = re.compile(r"[一-鿿々]")
_LATIN_WORD = re.compile(r"\b[A-Za-zÀ-ÖØ-öø-ɏ]+\b['’]?")
_LATIN_LETTER = re.compile(r"[A-Za-z]")
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
_OTHER_LETTER = re.compile(r"[Ͱ-ῼ가-힣ᄀ-ᇿ]")

# Words that only one of the two languages writes with characters that both have.
_JAPANESE_WORDS = re.compile(
    "部品|一式|金型|酸化|窒化|炭化|硫化|塩化|弗化|炭素|装置|仕様|株式|会社|型番|品番|取付|取扱|受注|見本"
    "|削除|周波|超電導|分析器|冷却|平成|令和|昭和|昇降|切削|制御|機械|素子|基板|測定|電源|自動車|自動"
    "|洗浄|事務|組立|本体|当社|有限"
    "|試薬|硝子|樹脂|鋼材|鋼管|鋼板|回路|電線|電動|真空|旋盤|研削|航空機|船舶|省令|政令|経済産業|輸出"
)
_CHINESE_WORDS = re.compile(
    "的|和|及其|设备|材料|机|器件|元件|管制|办公|產品|公告|出口|商品|型号|規格|螺絲|軟體|晶片|塑膠|手臂"
)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ENGLISH = _words(
    "the of and for with to in on by from is are be or this that which any all other not an as at"
    " it new used high low power steel set kit black white blue"
)
_GERMAN = _words(
    "der das und für mit von ohne aus bei zum zur im ist nicht den dem ein eine einer eines einem"
    " nach über auf auch sich wird werden gemäß oder sowie unter durch vom zwischen gegen sind"
    " kein keine stück stk inkl zzgl bzw ausfuhr waren güter edelstahl stahl messing holz gross"
    " schwarz weiß weiss blau rot grün grau"
)
_FRENCH = _words(
    "le les des du et pour avec sans sur par une aux au ce cette qui que dans est sont sous entre"
    " ainsi ou leur leurs ces ses être pièce pièces acier laiton bois cuivre noir noire blanc"
    " gants torique blanche bleu bleue gris grise biens roulement"
    " boîte à pompe tuyau chaise vanne tissu huile"
    " carbone verre fil câble courroie écrou moteur poudre caoutchouc plastique"
)
_FRENCH_WEAK = _words("de la en un")
_GERMAN_SHAPE = re.compile(
    r"[a-zäöü]{2,}(?:ung|ungen|keit|heit|schaft|lich(?:e[nrsm]?)?|ische[nrsm]?"
    r"|gerät[es]?|geräte|lager"
    r"|maschinen?|schrauben?|stahl|blech|rohre?|teile?n?|werkzeuge?|pumpen?|ventile?|messer"
    r"|motoren|schalter|stecker|leitung|platten?|faser(?:n)?|fräser?|bohrer|schlüssel|anlagen?"
    r"|stoffe?|gewebe|schlauch|koffer|sring|teilig|batterien?|reiniger|steuerung|kabel|geber"
    r"|zeug|tuch|stuhl|tisch|papier|behälter|halter)"
)
_FRENCH_SHAPE = re.compile(r"[a-zà-ÿ]{3,}(?:eurs?|euses?|eux|oires?|nelle|ités?|ières?|isée?)")
_FRENCH_SHAPE_WEAK = re.compile(r"[a-zà-ÿ]{3,}(?:ettes?|elles?|ements?|aux|iste)")
_LOANS = _words(
    "element elements supplement supplements implement cement basement management placement"
    " replacement measurement measurements equipment requirement requirements statement agreement"
    " movement settlement displacement enforcement announcement announcements arrangement"
    " arrangements achievement advertisement amusement engagement involvement pavement retirement"
    " statements agreements improvement improvements cassette cigarette palette silhouette pipette"
    " pipettes cassettes cigarettes gazette etiquette brunette chauffeur amateur entrepreneur"
    " entrepreneurs belle gazelle grandeur liqueur connoisseur restaurateur saboteur"
    " secateurs monsieur beaux bureaux plateaux"
)


def detect_language(text: str) -> str:
    """`en`, `zh`, `ja`, `de` or `fr`; `und` without letters, or in a script of none of these.

    Serves a terse catalogue line and a whole document alike. Latin text without marks of German
    or French counts as English. Part numbers and units do not outweigh Chinese or Japanese words.
    """
    text = _excerpt(text)
    if not text.isascii():
        kana, han = len(_KANA.findall(text)), _HAN.findall(text)
        other = len(_OTHER_LETTER.findall(text))
        words = len(_LONG_WORD.findall(text))
        if kana + len(han) >= max(words, other, 1):
            return _chinese_or_japanese(text, kana, han)
        if other > 4 * words:
            return "und"
    words_found = _LATIN_WORD.findall(text)
    if words_found:
        return _latin(words_found)
    return "en" if _LATIN_LETTER.search(text) else "und"


def _excerpt(text: str) -> str:
    if len(text) <= _LONGEST:
        return text
    third, middle = _LONGEST // 3, len(text) // 2
    return "\n".join((text[:third], text[middle : middle + third], text[-third:]))


def _chinese_or_japanese(text: str, kana: int, han: list[str]) -> str:
    """By the share of kana, then by the characters, then by words."""
    characters = set(han) - {"々"}
    simplified, traditional, japanese = _repertoires()
    not_simplified = len(characters - simplified)
    not_chinese = min(not_simplified, len(characters - traditional))
    not_japanese = len(characters - japanese)
    if kana:
        # A Chinese text may quote a Japanese name, or write の for 的 on a label.
        quoted = 12 * kana < len(han) or (kana == 1 and len(han) > 2)
        return "zh" if quoted and not_chinese < not_japanese else "ja"
    if not_chinese != not_japanese:
        return "zh" if not_chinese < not_japanese else "ja"
    japanese_words = len(_JAPANESE_WORDS.findall(text))
    chinese_words = len(_CHINESE_WORDS.findall(text))
    if japanese_words != chinese_words:
        return "ja" if japanese_words > chinese_words else "zh"
    return "ja" if not_simplified else "zh"


@cache
def _repertoires() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The Chinese characters in ordinary simplified, traditional and Japanese use."""
    every = [chr(point) for point in range(0x4E00, 0xA000)]
    simplified = frozenset(c for c in every if c.encode("gb2312", "ignore"))
    traditional = frozenset(c for c in every if b"" < c.encode("big5", "ignore") < b"\xc7")
    # EUC-JP begins JIS X 0208 level 1 at B0 and level 2 at D0; 8F leads to JIS X 0212.
    japanese = frozenset(c for c in every if b"\xb0" <= c.encode("euc_jp", "ignore") < b"\xd0")
    return simplified, traditional, japanese


def _latin(words: list[str]) -> str:
    """By function words, marks and endings; English where they do not tell."""
    english = german = french = 0.0
    for word in words:
        lower = word.lower()
        english += lower in _ENGLISH
        if lower in _LOANS:
            continue
        german += _german(lower)
        french += _french(lower)
    if max(german, french) < 1 or english >= max(german, french):
        return "en"
    return "de" if german >= french else "fr"


def _german(word: str) -> float:
    if word in _GERMAN:
        return 1.0
    if not word.isascii() and any(letter in word for letter in "äöüß"):
        return 1.2
    return 1.0 if len(word) > 5 and _GERMAN_SHAPE.fullmatch(word) else 0.0


def _french(word: str) -> float:
    if word in _FRENCH:
        return 1.0
    if word in _FRENCH_WEAK:
        return 0.6
    if word[-1] in "'’":  # elided: l'acier
        return 1.0 if word[:-1] in {"l", "d", "qu", "n", "j", "c", "s", "lorsqu"} else 0.0
    if not word.isascii() and any(letter in word for letter in "àâçèéêëîïôœùû"):
        return 1.0
    if len(word) > 5 and _FRENCH_SHAPE.fullmatch(word):
        return 1.0
    return 0.6 if len(word) > 5 and _FRENCH_SHAPE_WEAK.fullmatch(word) else 0.0
