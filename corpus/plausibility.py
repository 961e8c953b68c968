"""How ordinary a decoding reads: the test of one legacy encoding against another.

Bytes of one East Asian encoding often decode in another too, but into rare characters. The
character lists below are by frequency in Chinese statutes and control lists, in the Japanese
Export Trade Control Order, and in general Korean; the second tier are the "level 1" planes of the
national standards (GB 2312, JIS X 0208, Big5), whose own authors sorted the common ones there.
"""

import re
from collections import Counter
from functools import lru_cache

_CHINESE = frozenset(
    "的人法第条定行民十当应者国以和有理规或关事一院管务二业不政用其三对部可机在证作经产门为中出公员"
    "合权审本保地制会工责生依四发件设请五提上诉由照案品处施方及主资他所查构等进全物同告申实家外下单"
    "通并时内任自得成级要安据位百款情六建区日期被交府营决监准收共报予利执受议书分七动取按商标律年向"
    "立违后组与未重体信护职金程明企起相判八运调于检船之使求境供原计开九项海承裁备代财办费解前采列接"
    "具能过限反害是委织知记个支确加负督社认电章性服许改活批农担市教正水除指料育险根协口况质适华技学"
    "损意货表持入文直销高特税止间大形量场划息效力无元到造展需防因系例名措月令基结术核度将现价从复包"
    "该符送额种注强范各万药式属格数履化置域修非必易算源存影材输导别续目新布但面称次变达册网长道装则"
    "已评器集军染统环配最预再停放科围住常排控容移联身整购路更还危辩材微毒技压含规测弹小他光转传速热轴"
    "径激清天晶推冲镍超氟态片靶波射铝艺温仪线纤维固粉平研真照序脉码驾氢型聚锂酸磁泵铽钇螺飞旋液钆钐"
    "陀芯钨铁频纹炉石镓锗锑硼熔辐喷阀刀床钢板管色块套灯架电池屏模键盘机件轮胶膜纸布衣鞋包家具餐厨玩"
)
_TRADITIONAL = frozenset(
    "國對發經產業學會機關於與進這個為時來說們過開實現無電動種應當從問題體數據點義處總統條資質設"
    "計備標準規範術語報導護區類別際貿易許證書號單價費錢買賣貨運輸車船飛雷達聲納線纖維碳鋼鐵銅鋁鎳鈦"
    "鎢鎵鍺銻錄鏡頭監測溫濕壓氣體液壓馬達驅動軸承閥門幫浦熱處理試驗儀器檢驗爐鑽銑磨軟體韌程式網路"
    "訊號頻寬帶連結續級層視覺圖像紅顯示觸摸鍵盤滑鼠傳感測距讀寫儲記憶顆粒狀態強度厚長寬轉換變邏輯積"
    "衛星導彈藥劑醫療農機稅則編碼戰略項國務院協議條約簽署臺灣華廣東濟島縣廠區樓鄉鎮"
)
_JAPANESE = frozenset(
    "項又用置装若品分部掲物除機中製化合欄定電器造一計属金素地四次発料三質工二域附水御試験経済産業省令"
    "航制子貨及五光設仕線第様測体空材力剤人使射別波他無盤軍性学表防成加核酸繊維信爆全知重十械式動磁放離"
    "型行導半度検類探原回削位遠心粉作炭具音気変六速上法薬燃生高推数構振圧超方複利含進同換止形組立有熱切"
    "路宇宙通火兵舶細衛星炉元多開流反理状基主号出潜板伝面析以冷収的校正飛積自八送場弾下車散護識配解影源対"
    "量極管隔却結段断受算集芳香族監視九査向照布触媒再値鋼耐限能間容吸霧入軸液末搭載並非研網浮塩過食球石真"
    "直大応操遮貯蔵等交焼封噴追接角効果処亜率鏡閉給前日本月年事務取引国会社外為輸出許可規則改見新名書長時"
    "手先者当明内要需所必関係申請届告示適場最小標準商仕様格価在庫個箱色白黒赤青青緑木樹脂布服靴家庭台所"
)
_KOREAN = frozenset(
    "의이다에는을를가은로하고한지도기사자인대서시부리그나정어해전아일과스수제보주여으상조성구원장드라국"
    "동공비유들소경우연관계적세중위안물무할있출입품목통제전략허가산업기술화면용장치레이저센서탄소섬유반체"
    "밸브펌프모터베어링카메라드론컴퓨터네트워크암호항법해양추진진공노강철알루미늄티타늄코팅복합재료시험측정"
)

_WEIGHT_COMMON = 3.0
_WEIGHT_LEVEL_1 = 0.8
_WEIGHT_RARE = -1.0
_WEIGHT_IMPOSSIBLE = -6.0

_TECHNICAL = frozenset("°±×÷μφΦΩ℃№αβγδθλσ①②③④⑤⑥⑦⑧⑨ⅠⅡⅢⅣⅤ→←↑↓≤≥≦≧～—–…“”‘’·※○●◎□■△▲☆★㎜㎝㎏㎡㎥℡㈱")
_HALF_KANA = re.compile(r"[ｱ-ﾝｦ-ｯｰ]{2,}|[ｶ-ﾄﾊ-ﾎｳ]ﾞ|[ﾊ-ﾎ]ﾟ")
_LATIN = frozenset("äöüßéèàçâêîôûëïùœæñóíáúåøãõÄÖÜÉÈÀÇÅØÑÁÍÓÚ")
_LATIN_SIGNS = frozenset("°µ±²³¼½¾×®™€£§–—‘’“”„«»•…·º\u00a0")
_LATIN_RUN = re.compile(r"[^\x00-\x7f]+")
_ASCII = re.compile(r"[\x00-\x7f]")
_ALPHABETS = re.compile(
    r"[\t\n\f\r -~\u00a0-\u017f\u0370-\u04ff\u2010-\u2044€℃№Ⅰ-ⅿ←-⇿∀-⋿①-⑳■-◿\u3000-〕ぁ-ヿ！-～]"
)
_LONGEST = 40_000


def plausibility(text: str, data: bytes, codec: str) -> float:
    """Weight of `text` per non-ASCII byte of `data`: about 1.5 for plain prose, negative for noise.

    Args:
        text: `data` decoded by `codec`.
        data: the bytes; their number keeps encodings of one and of two bytes comparable.
        codec: one of gb18030, cp932, euc_jp, cp950, big5hkscs, cp949, cp1252.
    """
    size = len(data) - len(_ASCII.findall(text))
    if len(text) > _LONGEST:
        return plausibility(text[:_LONGEST], text[:_LONGEST].encode(codec, "replace"), codec)
    if size <= 0:
        return 0.0
    if codec == "cp1252":
        return _latin(text) / size
    counts = Counter(_ASCII.sub("", text))
    weight = sum(count * _weight(character, codec) for character, count in counts.items())
    if codec == "cp932":
        weight += 0.9 * sum(len(run.group()) for run in _HALF_KANA.finditer(text))
    return weight / size


def ordinary_share(text: str) -> float:
    """The share of characters, 0 to 1, of which ordinary texts of any language consist.

    Bytes that are not what they were decoded as have a third of such characters at most.
    """
    counts = Counter(text[:_LONGEST])
    return sum(n for each, n in counts.items() if _is_ordinary(each)) / max(1, counts.total())


def _latin(text: str) -> float:
    """Weight of Western European text: marks stand alone among ASCII letters."""
    weight = 0.0
    for run in _LATIN_RUN.finditer(text):
        characters = run.group()
        if len(characters) > 3:
            weight -= 2.0 * len(characters)
            continue
        before, after = text[run.start() - 1 : run.start()], text[run.end() : run.end() + 1]
        beside = before.isalpha() or after.isalpha()
        weight += sum(_latin_weight(character, beside=beside) for character in characters)
    return weight


def _latin_weight(character: str, *, beside: bool) -> float:
    if character in _LATIN:
        return 2.0 if beside else 0.6
    if character in _LATIN_SIGNS:
        return 1.2
    return -1.0


@lru_cache(maxsize=1 << 16)
def _weight(character: str, codec: str) -> float:
    """Weight of one non-ASCII character in an East Asian encoding."""
    if "一" <= character <= "鿿":
        return _han_weight(character, codec)
    if "぀" <= character <= "ヿ":
        return _WEIGHT_COMMON if codec in {"cp932", "euc_jp"} else 0.0
    if "가" <= character <= "힣":
        return _WEIGHT_COMMON if character in _KOREAN else 0.8 * (codec == "cp949")
    if "、" <= character <= "】" or "！" <= character <= "～" or character in _TECHNICAL:
        return 2.0
    if "｡" <= character <= "ﾟ":
        return -0.2
    broken = character == "\ufffd" or "\ue000" <= character <= "\uf8ff"
    return _WEIGHT_IMPOSSIBLE if broken else _WEIGHT_RARE


def _is_ordinary(character: str) -> bool:
    """Whether a character is one of the alphabets, or a common one of East Asia."""
    if "一" <= character <= "鿿":
        return any(_level_1(character, codec) for codec in ("gb18030", "cp932", "cp950"))
    return character in _KOREAN or _ALPHABETS.fullmatch(character) is not None


def _han_weight(character: str, codec: str) -> float:
    common = {"gb18030": _CHINESE, "cp932": _JAPANESE, "euc_jp": _JAPANESE}.get(codec)
    if codec in {"cp950", "big5hkscs"}:
        common = _TRADITIONAL | _CHINESE
    if common is not None and character in common:
        return _WEIGHT_COMMON
    return _WEIGHT_LEVEL_1 if _level_1(character, codec) else _WEIGHT_RARE


def _level_1(character: str, codec: str) -> bool:
    """Whether the national standard counts the character among its common ones."""
    plane, last = {
        "gb18030": ("gb2312", 0xD7),
        "cp932": ("euc_jp", 0xCF),
        "euc_jp": ("euc_jp", 0xCF),
        "cp950": ("big5", 0xC6),
        "big5hkscs": ("big5", 0xC6),
        "cp949": ("ascii", 0),  # the Chinese characters of KS X 1001 are rare in Korean text today
    }[codec]
    return character.encode(plane, "ignore")[:1] not in {b"", b"\x8f"} and (
        character.encode(plane)[0] <= last
    )
