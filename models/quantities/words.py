"""Units and countable things by their words in Chinese and Japanese, and countable Latin words."""

from typing import Final

from dualuse.models.quantities.units import Unit, unit_named

_CHINESE: Final = """
nm 纳米 奈米 ナノメートル
µm 微米 ミクロン マイクロメートル
mm 毫米 公厘 ミリメートル ミリ
cm 厘米 公分 センチメートル センチ
m 米 公尺 メートル
km 公里 千米 キロメートル
in 英寸 英吋 吋 寸 インチ
ft 英尺 フィート
nmi 海里 海浬 カイリ
µg 微克 マイクログラム
mg 毫克 ミリグラム
g 克 グラム
kg 公斤 千克 キログラム
t 吨 噸 トン
lb 磅 ポンド
fs 飞秒 フェムト秒
ps 皮秒 ピコ秒
ns 纳秒 奈秒 ナノ秒
µs 微秒 マイクロ秒
ms 毫秒 ミリ秒
s 秒 秒钟
min 分钟 分鐘 分間 分
h 小时 小時 個小時 个小时 時間
d 天 日間
a 年 年間
Hz 赫兹 赫 ヘルツ
kHz 千赫 千赫兹 キロヘルツ
MHz 兆赫 兆赫兹 メガヘルツ
GHz 吉赫 吉赫兹 千兆赫 ギガヘルツ
mW 毫瓦 ミリワット
W 瓦 瓦特 ワット
kW 千瓦 キロワット
MW 兆瓦 メガワット
hp 马力 匹马力 馬力
mV 毫伏
V 伏 伏特 ボルト
kV 千伏 キロボルト
mA 毫安
A 安培 アンペア
mAh 毫安时
Ah 安时
°C 摄氏度 攝氏度 度C
K 开尔文 ケルビン
Pa 帕 帕斯卡 パスカル
kPa 千帕 キロパスカル
MPa 兆帕 メガパスカル
GPa 吉帕 ギガパスカル
atm 大气压 個大氣壓 个大气压 気圧
N 牛 牛顿 ニュートン
kN 千牛 キロニュートン
Nm 牛米 牛·米
ml 毫升 ミリリットル
L 升 公升 リットル
m3 立方米 立方公尺 立方メートル
m2 平方米 平方公尺 平方メートル
cm2 平方厘米
bit 位 位元 ビット 比特 bit
dB 分贝 デシベル
rad/s 弧度/秒
mrad 毫弧度
arcsec 角秒 弧秒 秒角
arcmin 角分
°/s 度/秒 度每秒
°/h 度/小时 度每小时 度/時
rpm 转/分 转/分钟 转每分钟 转每分 回転/分 毎分
/s 次/秒 回/秒 次每秒 次/s 回/s 发/秒
fps 帧/秒 帧每秒 帧 コマ/秒 フレーム/秒 幅/秒 枚/秒
m/s 米/秒 米每秒 メートル/秒
km/h 公里/小时 公里/时 千米/小时 キロ/時
kn 节 ノット
% パーセント
ppm 百万分率
J 焦耳 焦 ジュール
mJ 毫焦 毫焦耳 ミリジュール
Bq 贝可 ベクレル
Ci 居里 キュリー
Gy 戈瑞 グレイ
"""
_COUNTED: Final = """
axes 轴 軸 个轴 つの軸 轴联动 軸制御
qubits 量子比特 量子位 量子ビット 个量子比特 個の量子ビット
pixels 像素 画素 ピクセル 像元
channels 通道 チャンネル チャネル 路 个通道
pieces 台 套 件 个 個 只 支 枚 本 块 片 瓶 桶 箱 袋 卷 巻 把 根 颗 粒 张 辆 架 艘 基
pieces セット 组 組 缶 式
"""
# Words that begin like a unit or a counted thing and are none.
_NONE: Final = """
轴承 轴向 轴心 轴套 轴类 轴端 軸受 軸方向 軸心 位半 位置 位移 位相 位数 米国 米ドル 件号 台阶 台车
组分 组态 组件 組立 個別 個所 个月 個月 か月 ヶ月 カ月 ケ月 个性 瓦斯 瓦楞 焦距 焦平面 焦点 节能
节点 架构 路由 片式 块状 片状 块体 基板 基準 基材 基于 基站 基地 本社 枚葉 式样 箱体 粒子 粒径
粒度 帧频 帧率 帧数 帧速
根部 年代 年度 天线 支架 支持 支撑 只读 秒表 磅秤 牛皮 帕金 分之 级 把手 张力 袋式 桶装 件套
台式 升降 升级 升力 克拉 度数 天井 节流 节水 组合 套管 套筒 本体 年産 年产 件数 组装 卷绕 张开
片上 块规 位元组
"""
_LATIN: Final = """
axes axes axis axe Achsen Achs Achse achsig achsige achsiger achsiges AX Ax ax
qubits qubits qubit Qubits Qubit QUBITS
channels channels channel ch Kanäle Kanal canaux voies
I/Os I/O I/Os IOs
pieces pcs pc pce pces piece pieces Stück Stk St pièces pièce ea EA units sets set jeux
"""


def _counted(table: str) -> dict[str, Unit]:
    made: dict[str, Unit] = {}
    for line in table.strip().splitlines():
        symbol, *words = line.split()
        made |= dict.fromkeys(words, Unit(symbol, 1.0, "count"))
    return made


def _east_asian() -> dict[str, list[tuple[str, Unit | None]]]:
    spelled: dict[str, Unit | None] = {}
    for line in _CHINESE.strip().splitlines():
        symbol, *words = line.split()
        spelled |= dict.fromkeys(words, unit_named(symbol))
    spelled |= _counted(_COUNTED) | dict.fromkeys(_NONE.split(), None)
    by_first: dict[str, list[tuple[str, Unit | None]]] = {}
    for word, each in sorted(spelled.items(), key=lambda item: -len(item[0])):
        by_first.setdefault(word[0], []).append((word, each))
    return by_first


EAST_ASIAN: Final = _east_asian()
"""Words by their first character, the longest first; None for words that are no unit."""

COUNTED: Final = _counted(_LATIN)
"""Countable things by their words in English, German and French."""

_QUALIFIERS: Final = """
simultaneous simultaneously interpolating interpolated interpolierend interpolierende simultan
gesteuerte controlled continuous synchronised synchronized contouring cnc nc linear rotary logical
physical superconducting logische physische single ended user usable programmable differential
general purpose maximum nutzbare frei programmierbare
"""
QUALIFIERS: Final = frozenset(_QUALIFIERS.split())
"""Words that may stand between a number and what it counts: `9 simultaneous axes`."""
