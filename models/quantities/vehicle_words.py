"""Words for what data sheets of materials, plant, engines and vehicles state beside the usual."""

from typing import Final

# In the form of `signal_words`; the rows there come first where a word stands in both.
VEHICLES: Final = """\
flexural strength; Pa; flexural strength|flexural|bending strength|transverse rupture strength|TRS
flexural strength; Pa; 抗折强度|抗弯强度|弯曲强度|抗折|抗折強度|曲げ強度|曲げ強さ|抗折力
flexural strength; Pa; Biegefestigkeit|résistance à la flexion|résistance en flexion
yield strength; Pa; yield|yield strength|yield stress|0.2% proof|proof stress|屈服强度|屈服
yield strength; Pa; 降伏強度|降伏応力|降伏点|耐力|Streckgrenze|Dehngrenze|limite d'élasticité|Rp0.2
yield strength; Pa; Rp0,2
yield strength; Pa; elastic limit|弹性极限|弾性限界|弾性限度|Elastizitätsgrenze|limite élastique
compressive strength; Pa; compressive strength|compressive|crush strength|抗压强度|圧縮強度
compressive strength; Pa; 圧縮強さ|Druckfestigkeit|résistance à la compression
compressive strength; Pa; résistance en compression
stress; Pa; stress|residual stress|Spannung|应力|応力|contrainte
tensile strength; Pa; proof test|proof|proof test level|プルーフテスト応力|プルーフテスト
tensile strength; Pa; プルーフレベル|筛选应力|筛选强度|Zugprüfung|résistance à l'épreuve
full scale; Pa m3/s; full scale|full-scale|F.S.|FS|full scale range|满量程|量程|测量范围
full scale; Pa m3/s; フルスケール|測定範囲|測定レンジ|Messbereich|Vollausschlag|Endwert
full scale; Pa m3/s; pleine échelle|étendue de mesure|plage de mesure
overpressure; Pa; peak overpressure|blast overpressure|超压|爆風圧|Spitzenüberdruck|surpression
elongation; 1; elongation|elongation at break|伸长率|延伸率|断裂伸长率|伸び|破断伸び|Bruchdehnung
elongation; 1; Dehnung|allongement
tensile strain at fracture; 1; tensile strain at fracture|strain at fracture|strain to failure
tensile strain at fracture; 1; fracture strain|断裂应变|拉伸断裂应变|破断ひずみ|引張破断ひずみ
tensile strain at fracture; 1; Bruchdehnung bei Zug|déformation à la rupture
thermal expansion; 1/K; thermal expansion|CTE|coefficient of thermal expansion
thermal expansion; 1/K; thermal expansion coefficient|热膨胀系数|線膨張係数|熱膨張係数|熱膨張率
thermal expansion; 1/K; 線膨脹係数|Wärmeausdehnung|Wärmeausdehnungskoeffizient
thermal expansion; 1/K; Ausdehnungskoeffizient|coefficient de dilatation|dilatation thermique
thermal conductivity; W/(m·K); thermal conductivity|导热系数|热导率|熱伝導率|Wärmeleitfähigkeit
thermal conductivity; W/(m·K); conductivité thermique
porosity; 1; porosity|open porosity|孔隙率|气孔率|気孔率|空隙率|Porosität|porosité
pore size; m; pore size|mean pore size|pore diameter|average pore size|孔径|平均孔径|细孔径|細孔径
pore size; m; 平均細孔径|Porengröße|Porenweite|taille de pore|taille des pores|diamètre de pore
surface roughness; m; roughness|surface roughness|surface finish|RMS roughness|粗糙度|表面粗糙度
surface roughness; m; 表面粗さ|面粗さ|面粗度|Rauheit|Oberflächenrauheit|Rauigkeit|rugosité
hafnium content; 1; Hf|hafnium|hafnium content|Hf content|铪|铪含量|ハフニウム|ハフニウム含有量
hafnium content; 1; Hafniumgehalt|teneur en hafnium
hafnium to zirconium ratio; 1; Hf/Zr|hafnium to zirconium
humidity; 1; humidity|RH|moisture|湿度|水分|Luftfeuchte|Feuchte|humidité
yield; 1; yield|良率|收率|歩留まり|収率|Ausbeute
overlap; 1; overlap|Überlappung|recouvrement|重叠率
mortality; 1; mortality
viscosity; m2/s Pa·s; viscosity|kinematic viscosity|dynamic viscosity|粘度|运动粘度|動粘度
viscosity; m2/s Pa·s; Viskosität|viscosité
flash point; K; flash point|闪点|引火点|Flammpunkt|point d'éclair
pour point; K; pour point|倾点|流動点|Stockpunkt|point d'écoulement
boiling point; K; boiling point|b.p.|沸点|Siedepunkt|point d'ébullition
detonation velocity; m/s; detonation velocity|VOD|velocity of detonation|爆速|爆轰速度|爆轟速度
detonation velocity; m/s; Detonationsgeschwindigkeit|vitesse de détonation
explosive load; kg/m; explosive load|core load|charge weight|explosive content|PETN|线装药量|装药量
explosive load; kg/m; 薬量|心薬量|Sprengstoffgehalt|Ladung|Füllgewicht|charge explosive
net explosive quantity; kg; net explosive quantity|NEQ|net explosive mass|NEM|explosive weight
net explosive quantity; kg; 净药量|炸药净重|正味爆薬量|薬量|Nettoexplosivstoffmasse
net explosive quantity; kg; masse nette explosive
specific activity; Bq/kg; specific activity|比活度|比放射能|spezifische Aktivität
specific activity; Bq/kg; activité spécifique|activité massique
capacity; kg/s; capacity|production capacity|production rate|output|throughput|generation rate
capacity; kg/s; generating capacity|产能|生产能力|产气量|产氟量|制取能力|生産能力|製造能力|発生量
capacity; kg/s; 処理能力|生成量|Erzeugungsleistung|Produktionsleistung|Produktionskapazität
capacity; kg/s; Kapazität|capacité|capacité de production|production|débit
evaporation capacity; kg/s; evaporation|evaporation capacity|evaporation rate|drying capacity
evaporation capacity; kg/s; water evaporation|蒸发量|水分蒸发量|蒸発量|水分蒸発量
evaporation capacity; kg/s; Verdampfungsleistung|Wasserverdampfung|capacité d'évaporation
pressure ratio; 1 count; pressure ratio|compression ratio|压比|压缩比|圧縮比|圧力比|Druckverhältnis
pressure ratio; 1 count; Verdichtungsverhältnis|rapport de pression|taux de compression
caliber; m; caliber|calibre|bore diameter|cal.|口径|Kaliber
residual unbalance; kg·m/kg; residual unbalance|residual specific unbalance|unbalance
residual unbalance; kg·m/kg; balancing accuracy|剩余不平衡量|最小剩余不平衡度|残留不釣合い
residual unbalance; kg·m/kg; 残留アンバランス|不釣合い|Restunwucht|Unwucht|balourd résiduel|balourd
spacing; m; spacing|group spacing|hydrophone spacing|hydrophone group spacing|element spacing|间距
spacing; m; 阵元间距|基元间距|道间距|間隔|受波器間隔|Abstand|Hydrophonabstand|Gruppenabstand
spacing; m; espacement|écartement
wave height; m; wave height|significant wave height|sea state|波高|有义波高|有義波高|Wellenhöhe
wave height; m; hauteur de vague|hauteur significative
radius of curvature; m; radius of curvature|曲率半径|Krümmungsradius|rayon de courbure
speed error; 1; speed error|speed accuracy|velocity accuracy|velocity error|of speed|of velocity
speed error; 1; of the velocity|of measured velocity|of vehicle speed|bottom track accuracy
speed error; 1; 测速精度|速度精度|速度误差|速度誤差|速度測定精度|Geschwindigkeitsgenauigkeit
speed error; 1; Geschwindigkeitsfehler|der Geschwindigkeit|précision de vitesse|erreur de vitesse
speed error; 1; de la vitesse
hardness; HRC; hardness|硬度|硬さ|Härte|dureté
position error; 1; of distance travelled|of distance traveled|of distance|of DT
position error; 1; of the distance travelled|of range travelled|distance travelled
position error; 1; distance traveled|DT|D.T.|航程|里程|行驶里程|走行距離|移動距離|航走距離
position error; 1; der zurückgelegten Strecke|der Strecke|zurückgelegte Strecke
position error; 1; de la distance parcourue|distance parcourue|position error|position accuracy
position error; 1; positioning error|précision de position|navigation accuracy
position error; 1; navigational accuracy|定位误差|位置误差|位置誤差|Positionsfehler
position error; 1; erreur de position|导航精度|航法精度
position error; m m/s; précision de position|navigation accuracy|导航精度|定位精度CEP
position error; m m/s; Positionsgenauigkeit|航法精度|free inertial|纯惯导|水平位置精度
angular rate; rad/s; angular rate|検出範囲|検出レンジ|計測範囲|rate range|measuring range
angular rate; rad/s; measurement range|dynamic range|full scale|range|input range|角速率|角速度
angular rate; rad/s; 角速度范围|动态范围|测量范围|量程|测量量程|レンジ|測定範囲|測定レンジ
angular rate; rad/s; 角速度範囲|入力レンジ|最大角速度|Messbereich|Drehrate|Drehratenbereich
angular rate; rad/s; étendue de mesure|plage de mesure|vitesse angulaire|gamme de mesure|rate
angular rate; rad/s; max rate
rate accuracy; rad/s; rate accuracy|角速率精度|速率精度|レート精度|Drehratengenauigkeit
rate accuracy; rad/s; précision de vitesse angulaire
angular acceleration; rad/s2; angular acceleration|角加速度|Winkelbeschleunigung
angular acceleration; rad/s2; accélération angulaire|acceleration
angular deviation; rad; angular deviation|angular position deviation|angular positioning|角度偏差
angular deviation; rad; 角偏差|割出し精度|Winkelabweichung|écart angulaire
angle of attack; rad; angle of attack|AoA|迎角|攻角|迎え角|Anstellwinkel|angle d'attaque
tilt compensation; rad; tilt compensation|tilt|倾斜补偿|傾斜補正|Neigungskompensation
tilt compensation; rad; compensation d'inclinaison
velocity resolution; m/s; velocity resolution|speed resolution|速度分辨率|速度分解能
velocity resolution; m/s; Geschwindigkeitsauflösung|résolution en vitesse
writing speed; m/s; writing speed|sweep speed|扫描速度|写入速度|掃引速度|書込み速度
writing speed; m/s; Schreibgeschwindigkeit|vitesse d'écriture|vitesse de balayage
sounding rate; m/s; sounding rate|sounding speed
wind gust; m/s; wind gust|gusts|gust|wind resistance|wind speed|抗风|抗风能力|阵风|耐風|耐風性能
wind gust; m/s; 最大風速|Windböen|Böen|Windwiderstand|rafales|résistance au vent
deposition rate; m/s; deposition rate|growth rate|沉积速率|成膜速度|Abscheiderate|vitesse de dépôt
etch rate; m/s; etch rate|刻蚀速率|エッチングレート|エッチング速度|Ätzrate|vitesse de gravure
corrosion rate; m/s; corrosion rate|腐蚀速率|腐食速度|Korrosionsrate
cooling rate; K/s; cooling rate|quench rate|冷却速率|冷却速度|Abkühlrate|Abkühlgeschwindigkeit
cooling rate; K/s; vitesse de refroidissement
area coverage rate; m2/s; area coverage rate|coverage rate|coverage|覆盖率|扫测效率|カバー率
area coverage rate; m2/s; 探索効率|Flächenleistung|taux de couverture
areal density; kg/m2; equivalent density|areal density|面密度|等效密度|Flächengewicht|Flächendichte
areal density; kg/m2; densité surfacique|masse surfacique
specific fuel consumption; kg/(N·s) kg/J; specific fuel consumption|SFC|TSFC
specific fuel consumption; kg/(N·s) kg/J; thrust specific fuel consumption|fuel consumption|BSFC
specific fuel consumption; kg/(N·s) kg/J; 比油耗|耗油率|单位耗油率|燃油消耗率|单位推力耗油率
specific fuel consumption; kg/(N·s) kg/J; 燃料消費率|燃料消費量|燃費|比燃料消費率
specific fuel consumption; kg/(N·s) kg/J; spezifischer Kraftstoffverbrauch|Kraftstoffverbrauch
specific fuel consumption; kg/(N·s) kg/J; spez. Verbrauch|Verbrauch|consommation spécifique
specific fuel consumption; kg/(N·s) kg/J; consommation|consumption
total impulse; N·s; total impulse|impulse|总冲|总冲量|全力積|トータルインパルス|全推力積
total impulse; N·s; Gesamtimpuls|impulsion totale
specific impulse; N·s/kg; specific impulse|Isp|比冲|比推力|spezifischer Impuls|impulsion spécifique
thrust-to-weight ratio; N/kg 1 count; thrust-to-weight|thrust-to-weight ratio|推重比|推力重量比
thrust-to-weight ratio; N/kg 1 count; Schub-Gewichts-Verhältnis|rapport poussée-masse
mass flow; kg/s; mass flow|mass flow rate|air flow|质量流量|空气流量|質量流量|空気流量
mass flow; kg/s; Massendurchsatz|Massenstrom|débit massique
vibration; m/s2; vibration|vibrations|振动|抗振|振動|耐振動|Vibration|Schwingfestigkeit
vibration; m/s2; tenue aux vibrations|random vibration|随机振动|ランダム振動|Zufallsvibration
vibration; m/s2; vibration aléatoire
heading error; rad; north seeking|north finding|寻北精度|方位角精度|真北|真北精度
heading error; rad; Nordsuchgenauigkeit|recherche du nord
attitude accuracy; rad; roll|pitch|roll/pitch|roll and pitch|attitude|attitude accuracy|姿态精度
attitude accuracy; rad; 水平姿态|姿勢精度|姿勢角精度|Lagegenauigkeit|précision d'attitude|roulis
attitude accuracy; rad; tangage|俯仰|横滚
scale factor error; 1; scale factor repeatability|scale factor linearity|scale factor nonlinearity
scale factor error; 1; scale-factor stability|SF stability|SF repeatability|标度因数稳定性
scale factor error; 1; 标度因数线性度|スケールファクタ安定性|スケールファクタ直線性
scale factor error; 1; Skalenfaktor-Stabilität|Skalenfaktorstabilität|Skalenfaktorfehler
scale factor error; 1; Skalenfaktor-Linearität|stabilité du facteur d'échelle
scale factor error; 1; linéarité du facteur d'échelle|erreur du facteur d'échelle
grain size; m; crystallite size|晶粒尺寸|结晶粒径|結晶粒径|Kristallitgröße|taille de cristallite
vehicle range; m; vehicle range|vehicle max range|max vehicle range|missile range|rocket range
"""
