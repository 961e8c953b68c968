"""Words for parameters of materials, bodies, machines and vehicles, in five languages."""

from typing import Final

# In the form of `signal_words`.
MATTER: Final = """\
tensile strength; Pa; tensile strength|tensile|UTS|strength|ultimate tensile strength|Rm|TS
tensile strength; Pa; 拉伸强度|抗拉强度|抗拉|拉伸強度|强度|抗张强度|引張強度|引張強さ|引張り強さ
tensile strength; Pa; 強度|引張
tensile strength; Pa; Zugfestigkeit|Festigkeit|résistance à la traction|résistance en traction
tensile strength; Pa; résistance
specific tensile strength; m; specific tensile strength|specific strength|比强度|比強度
specific tensile strength; m; spezifische Festigkeit|résistance spécifique
specific modulus; m; specific modulus|比模量|比弾性率|spezifischer Modul|module spécifique
modulus; Pa; modulus|tensile modulus|Young's modulus|elastic modulus|E-modulus|模量|弹性模量
modulus; Pa; 拉伸模量
modulus; Pa; 弾性率|引張弾性率|ヤング率|E-Modul|Elastizitätsmodul|Zugmodul|Modul|module
modulus; Pa; module d'Young
density; kg/m3; density|bulk density|密度|比重|体积密度|かさ密度|Dichte|Rohdichte|densité
density; kg/m3; masse volumique
purity; 1; purity|pure|assay|纯度|純度|含量|Reinheit|rein|pureté|pur|pureté min|minimum purity|HPLC
concentration; 1 kg/m3; concentration|content|by weight|by wt|wt|w/w|solution|aqueous|浓度|濃度
concentration; 1 kg/m3; 含有率
concentration; 1 kg/m3; 含有量|質量分数|质量分数|溶液|水溶液|Konzentration|Gehalt|Lösung|teneur|aq
concentration; 1 kg/m3; gew.-%|wässrig|solution aqueuse|by mass|by volume|wt%|vol|wt.
isotopic share; 1; enriched|enrichment|isotopic|isotopic purity|isotope|enr|丰度|富集度|浓缩度
isotopic share; 1; 同位素丰度
isotopic share; 1; 濃縮度|同位体|同位体濃縮度|Anreicherung|angereichert|enrichi|enrichissement
isotopic share; 1; abondance
isotopic share; 1; U-235|U235|B-10|10B|Li-6|6Li|O-18|D2O|deuterium|atom D|H2O-18
particle size; m; particle size|grain size|mean particle size|D50|d50|D90|mesh|particles|grain
particle size; m; average particle size|粒径|粒度|平均粒径|粒子径|平均粒子径|晶粒度|晶粒|微粉|粉末
particle size; m; 粉
particle size; m; Korngröße|Partikelgröße|Körnung|Teilchengröße|granulométrie|taille de grain
particle size; m; powder|particle size range|size range|particle size distribution|粒度分布
particle size; m; 粒径范围|粒度范围|粒径範囲|粒径分布|Korngrößenbereich|distribution granulométrique
ion mass; u; mass range|ion mass|mass|质量范围|質量範囲|Massenbereich|gamme de masse
tolerance class; class; tolerance class|precision class
thickness; m; thickness|thick|thk|THK|wall|wall thickness|gauge|厚度|厚|壁厚|板厚|膜厚|厚さ|厚み
thickness; m; 肉厚
thickness; m; Dicke|Wanddicke|Wandstärke|dick|Stärke|épaisseur|épais|ép.|ep.|EP
width; m; width|wide|幅|宽度|宽|寬|幅宽|幅寬|Breite|breit|largeur|large|larg.
diameter; m; NPS|nominal size|nominal diameter|nominal bore|Nennweite|公称通径|公称直径|呼び径
diameter; m; diamètre nominal
diameter; m; diameter|dia|dia.|DIA|OD|outer diameter|O.D.|core diameter|aperture|clear aperture
diameter; m; 直径|直徑|外径|外徑|口径|孔径|通光口径|有效口径|有効径|线径|纤径|Durchmesser
diameter; m; Außendurchmesser
diameter; m; Apertur|diamètre|diamètre extérieur|ouverture|diam.|diam
inner diameter; m; inner diameter|ID|I.D.|inside diameter|bore diameter|inner dia|内径|內徑
inner diameter; m; bore|clear bore|Bohrung|alésage
inner diameter; m; Innendurchmesser|diamètre intérieur
length; m; length|long|lengths|cut length|LG|cable|长度|长|長度|長さ|全長|线缆长|ケーブル長|Länge
length; m; lang
length; m; Kabellänge|longueur|longueur de câble|long.|line|reel
mass; kg; mass|weight|weighs|wt|wt.|net|net weight|gross|gross weight|takeoff weight|MTOW|Net wt
mass; kg; content
mass; kg; 质量|质量约|重量|净重|毛重|重|起飞重量|最大起飞重量|質量|自重|正味|機体重量|離陸重量
mass; kg; Gewicht|Masse|Startgewicht|Abfluggewicht|Nettogewicht|poids|masse|masse au décollage
mass; kg; poids net
volume; m3; volume|capacity|vessel|working volume|tank|体积|容积|容量|總容積|総容量|容積|内容積
volume; m3; 体積|有效容积
volume; m3; Volumen|Inhalt|Fassungsvermögen|Nutzvolumen|volume utile|contenance|capacité
area; m2; area|membrane area|surface area|filter area|active area|面积|面積|有效面积|膜面積|膜面积
area; m2; 過濾面積|过滤面积|Fläche|Filterfläche|surface|aire|surface filtrante
temperature; K; temperature|temp|temp.|operating temperature|rated|up to temp|温度|工作温度|耐温
temperature; K; 溫度
temperature; K; 使用温度|動作温度|炉温|最高温度|制冷温度|耐熱|Temperatur|Betriebstemperatur
temperature; K; température
melting point; K; melting point|m.p.|mp|melting|melts|熔点|熔點|融点|Schmelzpunkt|point de fusion
glass transition; K; glass transition|Tg|玻璃化温度|玻璃化转变温度|ガラス転移|ガラス転移温度
glass transition; K; ガラス転移点
glass transition; K; Glasübergangstemperatur|Glasübergang|transition vitreuse
pressure; Pa; pressure|working pressure|design pressure|press|rated pressure|overpressure|压力|壓力
pressure; Pa; 工作压力
pressure; Pa; 耐压|设计压力|最大压力|水压|圧力|設計圧力|使用圧力|耐圧|最高使用圧力|Druck
pressure; Pa; Betriebsdruck
pressure; Pa; Arbeitsdruck|Auslegungsdruck|Überdruck|pression|pression de service|pression max
vacuum; Pa; vacuum|ultimate vacuum|ultimate pressure|ultimate|base pressure|真空|真空度|极限真空
vacuum; Pa; 极限真空度|极限压力|到達真空度|到達圧力|Vakuum|Endvakuum|Enddruck|vide|vide limite
vacuum; Pa; pression limite
flow rate; m3/s kg/s; flow|flow rate|flowrate|max flow|pumping speed|throughput|流量
flow rate; m3/s; capacity
flow rate; m3/s kg/s; 额定流量
flow rate; m3/s kg/s; 抽速|排气量|処理量|吐出量|排気速度|定格流量|Durchfluss|Durchflussrate
flow rate; m3/s kg/s; Förderstrom
flow rate; m3/s kg/s; Förderleistung|Saugvermögen|débit|débit nominal|vitesse de pompage
leak rate; Pa·m3/s; leak rate|leakage|leak|漏率|泄漏率|检漏率|リーク量|漏れ量|Leckrate
leak rate; Pa·m3/s; taux de fuite
speed; m/s Mach; speed|velocity|airspeed|cruise|muzzle velocity|max speed|速度|航速|巡航速度|时速
speed; m/s Mach; 風速|秒速
speed; m/s Mach; 最大速度|最高速度|速さ|Geschwindigkeit|Höchstgeschwindigkeit|vitesse|vitesse max
rotation speed; rad/s; speed|spindle|spindle speed|rotation speed|rotational speed|rate
rotation speed; rad/s Hz; rotor speed
rotation speed; rad/s Hz; 转速|主轴转速|轉速|回転数|回転速度|主軸回転数|Drehzahl|Spindeldrehzahl
rotation speed; rad/s Hz; vitesse de rotation|broche|vitesse de broche
acceleration; m/s2; acceleration|range|full scale|shock|加速度|量程|过载|抗振|冲击|最大加速度
acceleration; m/s2; 測定範囲
acceleration; m/s2; Beschleunigung|Messbereich|accélération|étendue de mesure|測定レンジ|レンジ
acceleration; m/s2; 离心力
force; N; force|clamping force|sine force|vector force|load|推力|激振力|加振力|力|荷重|张力|旋压力
force; N; 載荷
force; N; Kraft|Schubkraft|effort|force sinus|ストローク力|加圧力|压力
torque; Nm; torque|扭矩|转矩|轉矩|トルク|Drehmoment|couple
payload; kg; payload|payload capacity|useful load|lift capacity|lift|load capacity|载荷|有效载荷
payload; kg; 载重
payload; kg; 最大载荷|载重量|负载|挂载|酬載|ペイロード|搭載量|積載量|搭載重量|可搬質量|可搬重量
payload; kg; Nutzlast
payload; kg; Traglast|Tragfähigkeit|Zuladung|charge utile|charge|emport
range; m; range|max range|flight range|operating range|distance|radio range|detection range|航程
range; m; 射程
range; m; 探测距离|测程|测距|作用距离|量程|通信距离|传输距离|航続距離|最大射程|探知距離|測距
range; m; 測定距離|飛距離
range; m; Reichweite|Messbereich|portée|autonomie|rayon d'action|distance max|伝送距離|通信距離
range; m; 続航距離
endurance; s; endurance|flight time|flight|loiter|run time|续航|续航时间|航时|滞空时间|留空时间
endurance; s; 飞行
endurance; s; 航続時間|飛行時間|滞空時間|連続運転|稼働時間|Flugzeit|Flugdauer|Ausdauer|autonomie
endurance; s; endurance de
altitude; m; altitude|ceiling|service ceiling|flight altitude|升限|高度|飞行高度|实用升限|上昇限度
altitude; m; 実用上昇限度|飛行高度|Flughöhe|Gipfelhöhe|Dienstgipfelhöhe|altitude max|plafond
depth; m; depth|depth rating|rated depth|rated to|water depth|operating depth|rating|deep|housing
depth; m; submersible
depth; m; 水深|深度|耐水深|工作深度|潜深|下潜深度|作业深度|耐压水深|最大深度|使用水深|潜航深度|最深
depth; m; 耐圧水深|耐圧
depth; m; Tiefe|Tauchtiefe|Einsatztiefe|Wassertiefe|profondeur|profondeur max|immersion
thrust; N; thrust|推力|スラスト|Schub|poussée|static thrust
specific impulse; s m/s; specific impulse|Isp|比冲|比推力|spezifischer Impuls|impulsion spécifique
axes; count; axis|axes|轴|軸|Achsen
repeatability; m rad; repeatability|repeat|repeat accuracy|UPR
repeatability; m rad; unidirectional positioning repeatability
repeatability; m rad; positioning repeatability|重复定位精度|重复精度|重复性|重複定位精度
repeatability; m rad; 单向重复定位精度
repeatability; m rad; 繰返し精度|繰り返し精度|繰返し性|繰返し位置決め精度|位置決め繰返し精度
repeatability; m rad; 繰返精度
repeatability; m rad; 繰り返し位置決め精度|一方向位置決めの繰返し性|一方向繰返し精度|繰り返し性
repeatability; m rad; Wiederholgenauigkeit|Wiederholpräzision|répétabilité|rép.|unidirektionale
positioning accuracy; m rad; positioning accuracy|accuracy|acc|position accuracy|pos acc|定位精度
positioning accuracy; m rad; 精度
positioning accuracy; m rad; 位置決め精度|Positioniergenauigkeit|Genauigkeit|précision|exactitude
positioning accuracy; m rad; précision de positionnement|positioning|placement
measuring uncertainty; m rad 1; measuring uncertainty|measurement uncertainty|uncertainty|MPE|MPEE
measuring uncertainty; m rad 1; 测量不确定度|不确定度|示值误差|测量误差|測定不確かさ|不確かさ
measuring uncertainty; m rad 1; 指示誤差
measuring uncertainty; m rad 1; Messunsicherheit|Längenmessabweichung|incertitude
measuring uncertainty; m rad 1; incertitude de mesure
measuring uncertainty; m/s2 1 Pa T; accuracy|acc|精度|准确度|精確度|確度|précision|Genauigkeit
measuring uncertainty; m/s2 1 Pa T; exactitude
roundness; m; roundness|圆度|真円度|Rundheit|circularité
run-out; m; run-out|runout|TIR|spindle runout|径向跳动|跳动|轴向跳动|振れ|回転精度|振れ精度
run-out; m; Rundlauf
run-out; m; Rundlauffehler|Planlauf|faux-rond|battement
travel; m rad; travel|travels|stroke|travel range|行程|移动距离|ストローク|移動量|Verfahrweg|Hub
travel; m rad; course
travel; m rad; Verfahrwege|courses|scan range
bias stability; rad/s m/s2; bias stability|bias instability|in-run bias|bias stab|bias
bias stability; rad/s m/s2; in-run bias stability
bias stability; rad/s m/s2; 零偏稳定性|零偏|偏置稳定性|零偏不稳定性|バイアス安定性|バイアス安定度
bias stability; rad/s m/s2; バイアス|Bias-Stabilität|Biasstabilität|Bias|stabilité de biais|biais
bias repeatability; rad/s m/s2; bias repeatability|零偏重复性|偏值重复性|偏值年综合重复性
bias repeatability; rad/s m/s2; 月综合误差
bias repeatability; rad/s m/s2; バイアス再現性|バイアス繰返し性|Bias-Wiederholbarkeit
bias repeatability; rad/s m/s2; répétabilité de biais
scale factor error; 1; scale factor|SF|SF stab|scale factor error|scale factor stability|标度因数
scale factor error; 1; 标度因数误差|标度因数重复性|标度因数年重复性|标度因数非线性|刻度系数
scale factor error; 1; スケールファクタ
scale factor error; 1; スケールファクタ誤差|スケールファクター|Skalenfaktor|facteur d'échelle
angular random walk; rad/√s; ARW|angular random walk|angle random walk|随机游走|角度随机游走
angular random walk; rad/√s; 角度ランダムウォーク
angular random walk; rad/√s; marche aléatoire angulaire|ランダムウォーク
drift; rad/s 1 m; drift|drift rate|漂移|漂移率|零漂|ドリフト|ドリフト率|Drift|dérive
position error; m m/s; position error|position accuracy|CEP|positional accuracy|GNSS accuracy
position error; m m/s; 定位误差
position error; m m/s; 位置误差|圆概率误差|位置誤差|測位精度|Positionsfehler|erreur de position|RTK
heading error; rad; heading|heading accuracy|heading error|azimuth accuracy|azimuth|航向精度
heading error; rad; 寻北精度
heading error; rad; 航向角精度|方位精度|航向|方位角精度|方位誤差|Kursgenauigkeit|Heading|cap
heading error; rad; précision de cap
transmission rate; bit/s; transmission rate|传输速率|传输率|伝送レート|taux de transmission
bit error rate; 1; BER|bit error rate|误码率|ビット誤り率|符号誤り率|Bitfehlerrate
quantity; count; quantity|qty|QTY|数量|台数|個数|Menge|Anzahl|Stückzahl|quantité|qté
voltage; V; voltage|supply|input|voltage rating|电压|電壓|耐压|電圧|Spannung|tension
current; A; current|电流|電流|peak current|Strom|courant|beam current
energy; J; energy|stored energy|photon energy|impact energy|能量|储能|エネルギー|エネルギ
energy; J; 蓄積エネルギー
energy; J; Energie|énergie|Strahlenergie|電子エネルギー
capacitance; F; capacitance|电容|静電容量|容量|Kapazität|capacité
inductance; H; inductance|电感|インダクタンス|Induktivität|ESL
jitter; s; jitter|抖动|ジッタ|ジッター|Jitter|gigue
half-life; s; half-life|half life|T1/2|半衰期|半減期|Halbwertszeit|demi-vie|période radioactive
activity; Bq; activity|source|活度|放射能|Aktivität|activité|放射性活度
dose; Gy; dose|total dose|TID|剂量|总剂量|線量|トータルドーズ|Dosis|Gesamtdosis|dose totale
capacity; bit B C kg m3 m3/s; capacity|memory|storage|density|容量|内存|存储|メモリ|Kapazität
capacity; bit B C kg m3 m3/s; Speicher
capacity; bit B C kg m3 m3/s; mémoire|capacité|production|产能|年产|処理能力
span; m; wingspan|span|wing span|翼展|翼幅|全幅|Spannweite|envergure
wing loading; kg/m2 Pa; wing loading|翼载荷|翼面荷重|Flächenbelastung|charge alaire
sensitivity; T/√Hz dB A/W A/lm V/W Pa 1 dBm m/s2 T kg; sensitivity|noise floor|responsivity|灵敏度
sensitivity; T/√Hz dB A/W A/lm V/W Pa 1 dBm m/s2 T kg; 感度
sensitivity; T/√Hz dB A/W A/lm V/W Pa 1 dBm m/s2 T kg; 響應度|响应度|Empfindlichkeit|sensibilité
sensitivity; T/√Hz dB A/W A/lm V/W Pa 1 dBm m/s2 T kg; noise|本底噪声|噪声|雑音|bruit
range resolution; m; range resolution|距离分辨率|距離分解能|Entfernungsauflösung
range resolution; m; résolution en distance
tuning range; Hz m; tuning range|tunable|tuning|tunable range|调谐范围|可调谐|同調範囲|波長可変
tuning range; Hz m; 可変範囲
tuning range; Hz m; Abstimmbereich|durchstimmbar|abstimmbar|accordable|plage d'accord
stability; 1 K V m; stability|stab|frequency stability|power stability|aging|稳定性|稳定度
stability; 1 K V m; 频率稳定度
stability; 1 K V m; 稳频精度|安定度|安定性|周波数安定度|Stabilität|stabilité|温度安定性|控温精度
linearity; 1 m; linearity|nonlinearity|non-linearity|非线性|线性度|直線性|リニアリティ|Linearität
linearity; 1 m; linéarité
overlay; m; overlay|overlay accuracy|OVL|套刻|套刻精度|重ね合わせ|重ね合わせ精度|重ね合せ精度
overlay; m; Overlay
overlay; m; superposition|placement error
critical dimension; m; critical dimension|CD|process|node|half pitch|half-pitch|feature size|制程
critical dimension; m; 线宽
critical dimension; m; 工艺|工艺节点|最小線幅|微細線幅|プロセス|プロセスルール|Prozess
critical dimension; m; Strukturbreite|gate
critical dimension; m; largeur de trait|gravure|分辨率|プロセスノード
wafer size; m; wafer|wafers|wafer size|晶圆|硅片|晶片|单晶抛光片|ウェーハ|ウエハ|ウェハ|ウエーハ
wafer size; m; 基板|抛光片
wafer size; m; Wafer|Waferdurchmesser|plaquette|plaquettes|tranche|substrate|substrates
defect density; 1/m2; defect density|dislocation density|EPD|micropipe density|MPD|位错密度
defect density; 1/m2; 微管密度
defect density; 1/m2; 转位密度|転位密度|マイクロパイプ密度|Versetzungsdichte
defect density; 1/m2; densité de dislocations
"""

# Words that take a figure away from the rows above: it speaks of something else.
OTHER: Final = """\
; 1; silk|discount|折扣
; m; adapter|connector
; s; sur
"""
