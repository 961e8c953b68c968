"""What a whole text is about, where that decides how an unclear unit is read."""

import re
from typing import Final

_LASER: Final = (
    r"laser|激光|レーザ|ﾚｰｻﾞ|\bhene\b|\bdpss\b|\bexcimer|\b(?:krf|arf|xecl|xef)\b|q-?switch"
    r"|gütegeschalt|调q|qスイッチ|\b(?:nd|yb|er|ho|tm):? ?(?:yag|ylf|yvo|kgw|glas)"
    r"|femto|飞秒|フェムト秒|皮秒|ピコ秒|\b[0-9]{3,4} ?nm\b(?=.{0,80}[0-9] ?(?:[mµμu]j|fs)\b)"
)
_WORDS: Final = {
    "acceleration": r"accelero|accelerat|acc[eé]l[eé]r|beschleunig|\bshocks?\b|vibrat|\bschock"
    r"|\bchocs?\b|centrifug|zentrifug|shaker|加速度|抗振|冲击|过载|振动|離心|离心"
    r"|振動|衝撃|遠心",
    "accelerometer": r"accelerom|accéléromètre|beschleunigungs(?:sensor|messer|aufnehmer|geber)"
    r"|加速度(?:计|計|传感|センサ)|gyro|陀螺|ジャイロ|\bimu\b|inerti|惯性|慣性|kreisel",
    "laser": _LASER,
    "optics": rf"{_LASER}|\bled\b|optic|optik|optique|photo|spectr|fib(?:re|er)|光|lens"
    r"|detector|détecteur|detektor|swir|lwir|mwir|infra|\bir\b|赤外|红外|\buv\b|\bnir\b"
    r"|filter|stepper|lithogr|光刻|露光|wavefront|wellenfront|front d.onde|波面|波前"
    r"|mirror|spiegel|miroir|镜|鏡",
    "lidar": r"lidar|激光雷达|雷射雷達|ライダ|scanner|扫描",
    "propulsion": r"engine|\bjet|rocket|thruster|triebwerk|rakete|moteur|réacteur|fusée|发动机|火箭"
    r"|喷气|推进器|エンジン|ロケット|ジェット|スラスタ",
    "magnet": r"magnet|aimant|\bnmr\b|\bmri\b|supercond|磁|超导|超電導|solenoid"
    r"|supraleit|supraconduct|\bnb3sn\b|\bnbti\b|\bhts\b|tesla|solénoïde|\bsmes\b",
    "temperature": r"temp|thermo|kryo|cryo|stirling|cooler|kühl|froid|refroid|heat|hitze|ofen"
    r"|furnace|four\b|\bmelt|superc|helium|hélium|温|熱|热|低温|冷|氦|ヘリウム|炉|融|耐热",
    "battery": r"batter|akku|\blipo\b|lithium|li-ion|电池|電池|バッテリ|\bmah\b|discharge",
    "capacitor": r"capaci|kondensator|condensat|电容|コンデンサ|キャパシタ",
    "inductor": r"induct|indukt|电感|インダクタ|コイル|choke|drossel",
    "torque": r"torque|drehmoment|couple\b|扭矩|转矩|トルク",
    "length": r"roll|\brlx\b|coil|wire|cord|\bdia\b|wide|width|subsea|underwater|sonar|pipe|length"
    r"|länge|longueur|long\b|depth|tiefe|profond|cable|kabel|câble|distance|range|height"
    r"|hoist|rope|hose|seil|长|長|深|距|ケーブル|缆|绳|高さ|射程|航程",
    "force": r"force|thrust|load|kraft|schub|poussée|推力|力|荷重|スラスト|spring|tension|pull",
    "dose": r"dose|rad-?hard|\btid\b|radiation|剂量|辐射|辐照|線量|放射線|strahlung|irradi",
    "angle": r"yaw|pitch\b|roll\b|angle|angular|encoder|wink|autocollim|squareness|角|sec of arc",
    "speed": r"speed|kreuzfahrt|geschwind|vitesse|速|\busv\b|boat|vessel|ship|knots",
    "powder": r"powder|pulver|poudre|粉|grain size|particle|partikel|particule|粒",
    "image": r"camera|kamera|caméra|imag|thermal|thermo|pixel|detector|détecteur|detektor|sensor"
    r"|capteur|\bfpa\b|\bccd\b|\bcmos\b|microbolo|ingaas|热像|熱画像|相机|カメラ|探测器"
    r"|検出器|像素|画素|焦平面|撮像|センサ|红外|赤外|机芯|display|\blcd\b|\boled\b|屏"
    r"|readout|\broic\b|\bsxga\b|\bvga\b",
    "camera": r"camera|kamera|caméra|imager|thermal|wärmebild|热像|熱画像|相机|カメラ|机芯"
    r"|microbolo|\bfpa\b|焦平面|赤外線|thermique|ボロメータ|video|フレーム",
    "carbon": r"carbon|fib(?:re|er)|tow\b|kohlenstoff|carbone|碳纤|炭素繊維|纤维|繊維|faser",
    "computing": r"\bram\b|\bssd\b|\bgpu|\bddr|memory|server|router|switch|ethernet|\blte\b|sfp|bps"
    r"|wi-?fi|内存|网卡|服务器|光模块|交换机|メモリ|サーバ|手机|基站|通信",
    "peak": r"peak|spitze|crête|峰值|尖头|ピーク|pulse|impuls|脉冲|パルス",
    "stars": r"star ?track|star ?sensor|stellar|恒星|星敏|スタートラッカ|スターセンサ|sternsensor"
    r"|sternkamera|stellaire|viseur d.étoiles",
    "cavity": r"hot zone|isostatic press|\bhip (?:unit|system|furnace|press)|work(?:ing)? zone|炉膛"
    r"|等静压(?:机|设备|炉|系统|装置)|等方圧(?:加圧|プレス)|isostatpress|presse isostat|nutzraum",
    "shaker": r"shaker|vibration (?:test|table|system|exciter)|振动台|振动试验|加振|振動試験"
    r"|schwing(?:tisch|er)|pot vibrant|accelerom|accéléro|加速度|beschleunigungs",
    "strobe": r"strob|ストロボ|频闪|flash ?lamp|blitzlicht",
    "velocity log": r"velocity log|\bdvl\b|geschwindigkeitslog|loch doppler|计程仪"
    r"|ドップラー(?:速度|ログ)|速度ログ",
    "graphite": r"graphite|石墨|黒鉛|グラファイト|graphit|nanocryst|纳米晶|ナノ結晶",
    "bearing": r"bearing|\babec|lager\b|kugellager|wälzlager|roulement|轴承|軸受|ベアリング",
    "ions": r"mass spec|spectrom|quadrupol|\bicp-?ms|\btims\b|residual gas"
    r"|质谱|質量分析|四极|四重極|spektromet|spectromètre",
    "valve": r"valve|阀|弁|バルブ|ventil|klappe|vanne|robinet|clapet",
    "machine": r"lathe|mill|machin|grind|cnc|coordinate meas|\bcmm\b|gantry|机床|加工中心|加工機"
    r"|旋盤|マシニング|三坐标|三次元測定|fräs|drehmaschine|schleif|bearbeitungs|tour\b|fraiseuse"
    r"|rectif|usinage|车床|磨床|铣床|研削",
    "metal": r"\b(?:in|ga|ge|as|sb|te|bi|cd|se|al|si|zn|tl|cu|ag|au|pt)\b|metal|ingot|gallium"
    r"|indium|germanium|arsen|antimon|tellur|bismut|cadmium|selen|镓|铟|锗|碲|铋|锑|砷|高纯|高純度"
    r"|地金|ﾝ地金|puri|trimethyl|\bgas\b|\bneat\b|anhyd|subl|oxid|chlorid|ガス|ゲルマニウム|酸化|塩化|氧化",
}
TOPICS: Final = {name: re.compile(words, re.IGNORECASE) for name, words in _WORDS.items()}
"""A pattern for each topic, to be searched in the whole text."""


class Text:
    """A plain text that knows whether it is in capitals and what it is about, asked lazily."""

    __slots__ = ("_caps", "_known", "body")

    def __init__(self, body: str) -> None:
        self.body = body
        self._known: dict[str, bool] = {}
        self._caps: bool | None = None

    @property
    def caps(self) -> bool:
        """Whether the text has no small letters but for a stray one or two."""
        if self._caps is None:
            self._caps = self.body.isupper() or self.body == self.body.upper()
        return self._caps

    def about(self, topic: str) -> bool:
        """Whether any word of the topic stands in the text."""
        known = self._known.get(topic)
        if known is None:
            known = self._known[topic] = TOPICS[topic].search(self.body) is not None
        return known
