"""Names of goods that control measures speak of, in English, Chinese and Japanese.

Written for this toolkit from the words of public control lists and announcements. General words
(metal, equipment, software) are left out, since they would be found everywhere.
"""

from typing import Final

_ENGLISH: Final = """
samarium gadolinium terbium dysprosium lutetium scandium yttrium holmium erbium thulium europium
ytterbium neodymium praseodymium lanthanum cerium gallium germanium antimony indium bismuth
tellurium tungsten molybdenum beryllium zirconium hafnium tantalum niobium rhenium tritium
graphite
|rare earths|rare-earth magnets|rare earth magnets|permanent magnets|samarium-cobalt magnets
|rare-earth technologies|gallium arsenide|gallium nitride|gallium oxide|indium phosphide
|trimethylindium|triethylindium|germanium dioxide|ammonium paratungstate|tungsten carbide
|molybdenum powder|bismuth metal|tellurium metal|cadmium telluride|cadmium zinc telluride
|mercury cadmium telluride|superhard materials|synthetic diamond|diamond micropowder|wire saws
|carbon fibre|carbon fiber|maraging steel|sputtering targets|lithium batteries
|artificial graphite|anode materials|cathode materials|spherical graphite|flake graphite
|advanced computing integrated circuits|advanced integrated circuits|advanced chips|AI chips
|integrated circuits|high-bandwidth memory|model weights|semiconductor manufacturing equipment
|chipmaking equipment|lithography equipment|immersion lithography|EUV masks|EUV pellicles
|atomic layer deposition|epitaxial growth|electronic design automation
|electronic computer-aided design software|quantum computers|cryogenic refrigerators
|cryogenic components|cryogenic electronics|parametric amplifiers
|additive manufacturing equipment|metal additive manufacturing machines
|high-temperature coatings|peptide synthesisers|peptide synthesizers|machine tools
|five-axis machining centres|vibration test systems|unmanned aerial vehicles|drones|drone parts
|infrared cameras|thermal imaging cameras|uncooled infrared cameras|infrared detectors
|inertial measurement units|gyroscopes|accelerometers|pressure transducers
|capacitance manometers|spray dryers|centrifuges|frequency changers|mass spectrometers
|fermenters|chemical precursors|nerve agents|hydrogen fluoride|fluorinated polyimide
|photoresists|dual-use items|dual-use goods|dual-use item|surveillance equipment
|intrusion software|encryption items|facial recognition|satellites|rocket motors|aircraft parts
|flight data acquisition unit|brake assemblies|night vision devices|lasers|fibre lasers
|heavy water|maritime engines|submersibles|aircraft engines|chromium ores
|software for CNC machines|controllers for video games
"""

_CHINESE: Final = """
两用物项 军民两用物项 中重稀土 稀土永磁 稀土相关技术 稀土设备和原辅料 永磁材料 钐钴永磁 金属镓
氮化镓 氧化镓 磷化镓 砷化镓 铟镓砷 硒化镓 锑化镓 金属锗 区熔锗锭 磷锗锌 锗外延生长衬底 二氧化锗
四氯化锗 锑锭 氧化锑 锑矿 仲钨酸铵 氧化钨 碳化钨 固体钨 钨合金 钼粉 金属碲 碲化镉 碲锌镉 碲镉汞
金属铋 锗酸铋 三苯基铋 三对乙氧基苯基铋 磷化铟 三甲基铟 三乙基铟 超硬材料 人造金刚石微粉
人造金刚石单晶 金刚石线锯 金刚石砂轮 锂电池 锂离子电池 正极材料 磷酸铁锂 人造石墨负极材料
人造石墨 天然鳞片石墨 球化石墨 膨胀石墨 卷绕机 叠片机 注液机 高带宽存储器 先进计算集成电路
先进芯片 半导体制造设备 光刻机 光刻设备 退火设备 量子计算机 低温制冷机 极低温冷却装置 原子层沉积
扫描电子显微镜 增材制造设备 多肽合成仪 多肽合成装置 高熵合金 难熔金属粉末 碳纤维 五轴加工中心
五軸加工機 激光干涉仪 无人机 无人驾驶航空飞行器 红外机芯 红外热成像 惯性测量 高性能机床 稀土 钐
钆 铽 镝 镥 钪 钇 钬 铒 铥 铕 镱 镓 锗 锑 铋 碲 钨 钼 铟 石墨 靶材 磁体 水听器 三乙醇胺
監控化學品 监控化学品 积体电路 積體電路 記憶體 二極體 電晶體 戰略性高科技貨品 EDA工具
直流电弧等离子体喷射化学气相沉积设备 超声速燃烧 人工智能芯片 锂离子蓄电池 大型无人机 发动机
压力传感器 离心机 高纯石墨 锗衬底 EUV防护膜 五氟化碘
"""

_JAPANESE: Final = """
両用品目 軍民両用品目 軍民両用品 希土類 レアアース 重希土類 サマリウム ガドリニウム テルビウム
ジスプロシウム ルテチウム スカンジウム イットリウム ホルミウム エルビウム ツリウム ユウロピウム
イッテルビウム サマリウムコバルト磁石 ネオジム磁石 永久磁石材料 酸化イットリウム
スパッタリングターゲット ガリウム ゲルマニウム アンチモン インジウム ビスマス テルル
タングステン モリブデン 黒鉛 超硬材料 窒化ガリウム 酸化ガリウム ガリウムヒ素 二酸化ゲルマニウム
四塩化ゲルマニウム パラタングステン酸アンモニウム 酸化タングステン 炭化タングステン 金属テルル
テルル化カドミウム 金属ビスマス ゲルマニウム酸ビスマス モリブデン粉末 リン化インジウム
トリメチルインジウム トリエチルインジウム リチウム電池 人造黒鉛負極材 広帯域メモリ
半導体製造装置 先端半導体 集積回路 工作機械 マシニングセンタ 立形マシニングセンタ 無人航空機
無人機 ドローン ドローン用モーター 赤外線カメラ 噴霧乾燥機 フッ化ポリイミド レジスト フッ化水素
積層造形装置 極低温冷却装置 極低温の冷凍機 量子コンピュータ 露光装置 ゲルマニウムの基板
先端の集積回路 炭素繊維 高エントロピー合金 五フッ化ヨウ素 ロータリエンコーダ
フィールドプログラマブルロジックデバイス ペプチドの合成を行うための装置 耐火性のある金属の粉
原子力関連の資機材 希土類技術 遠心分離機 慣性計測装置 音響機器 小型の自動二輪車
特殊車両用のエンジン
"""


def names_of_goods() -> tuple[str, ...]:
    """All names, of all languages; a longer one may hold a shorter one."""
    words, *phrases = _ENGLISH.split("|")
    english = (*words.split(), *(" ".join(phrase.split()) for phrase in phrases))
    return (*english, *_CHINESE.split(), *_JAPANESE.split())
