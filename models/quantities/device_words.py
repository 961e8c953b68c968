"""Words for what data sheets of electronics, lasers and optics state beside the usual."""

from typing import Final

# In the form of `signal_words`; the rows there come first where a word stands in both.
DEVICES: Final = """\
rise time; s; rise time|risetime|rise|anode pulse rise time|pulse rise time|上升时间|脉冲上升时间
rise time; s; 立上り|立上り時間|立ち上がり|立ち上がり時間|上昇時間|パルス上昇時間|Anstiegszeit
rise time; s; temps de montée|turn-on rise time
switching time; s; frequency switching time|switching speed
time interval; s; time interval|time interval resolution|record length|recording time|record
time interval; s; time window|window|时间间隔|时间窗口|记录时间|时间间隔分辨|時間間隔|記録時間
time interval; s; 時間窓|Zeitfenster|Zeitintervall|Aufzeichnungsdauer|intervalle de temps
time interval; s; fenêtre temporelle|temps d'enregistrement|durée d'enregistrement
settling time; s; settling time|settle time|time to settle|steady-state time|建立时间|稳定时间
settling time; s; 整定时间|セトリング時間|整定時間|Einschwingzeit|temps d'établissement
settling time; s; temps de stabilisation
turn-on time; s; turn-on time|turn on time|switch-on time|开通时间|导通时间|ターンオン時間
turn-on time; s; Einschaltzeit|temps d'amorçage|temps d'enclenchement
turn-off time; s; turn-off time|关断时间|ターンオフ時間|Ausschaltzeit|temps de coupure
turn-off time; s; recovery time
delay time; s; delay time|anode delay time|anode delay|trigger delay|延迟时间|触发延迟|遅延時間
delay time; s; Verzögerungszeit|Zündverzug|temps de retard|retard
dispersive delay; s; dispersive delay|色散延迟|分散遅延|dispersive Verzögerung|retard dispersif
gate delay; s; gate delay|propagation delay|basic gate delay|propagation delay time|门延迟|传播延迟
gate delay; s; 伝搬遅延|伝搬遅延時間|Gatterlaufzeit|Laufzeitverzögerung|temps de propagation
time constant; s; time constant|response time constant|时间常数|時定数|Zeitkonstante
time constant; s; constante de temps
response time; s; response time|响应时间|应答速度|応答時間|応答速度|Ansprechzeit|Antwortzeit
response time; s; Reaktionszeit|temps de réponse
latency; s; latency|interrupt latency|延迟|時延|レイテンシ|遅延|Latenz|latence
execution time; s; execution time|FFT time|complex FFT|transform time|执行时间|运算时间|実行時間
execution time; s; 演算時間|Ausführungszeit|temps d'exécution
access time; s; access time|存取时间|访问时间|アクセスタイム|アクセス時間|Zugriffszeit
access time; s; temps d'accès
sampling interval; s; sampling interval|采样间隔|サンプリング間隔|Abtastintervall
sampling interval; s; intervalle d'échantillonnage
signal duration; s; signal duration|minimum signal duration|probability of intercept|POI|100% POI
signal duration; s; 信号持续时间|截获概率|信号持続時間|Signaldauer|durée du signal
discharge time; s; discharge time|放电时间|放電時間|Entladezeit|temps de décharge
mean time to failure; s; MTTF|MTBF|mean time to failure|mean time between failures|平均无故障时间
mean time to failure; s; 平均故障間隔|平均寿命|temps moyen de bon fonctionnement
alignment time; s; alignment|alignment time|align time|对准时间|初始对准|对准|アライメント
alignment time; s; アライメント時間|整準時間|Ausrichtzeit|Ausrichtung|alignement|temps d'alignement
alignment time; s; gyrocompassing
startup time; s; start-up|startup|warm-up|warm-up time|cooldown|cool-down|cooldown time|启动时间
startup time; s; 热启动|起動時間|ウォームアップ|Aufwärmzeit|Abkühlzeit|mise en froid
startup time; s; temps de démarrage|降温时间|制冷时间
lifetime; s; burn|life|寿命|lifetime|Lebensdauer|durée de vie|service life|使用寿命|operating life
lifetime; s; 耐用年数
warranty; s; shelf life|warranty|保证|保质期|保固|保証|Garantie|garantie|质保|质保期
lead time; s; lead time|delivery|délai|交期|货期|納期|Lieferzeit|trial
residence time; s; residence time|停留时间|滞留時間|Verweilzeit|temps de séjour
stress-rupture life; s; stress-rupture life|stress rupture life|rupture life|creep life|持久寿命
stress-rupture life; s; 应力断裂寿命|クリープ破断寿命|クリープ破断時間|Zeitstandfestigkeit
stress-rupture life; s; durée de vie en fluage
frequency step; Hz; frequency step|frequency steps|step size|frequency resolution|tuning step
frequency step; Hz; tuning steps|频率步进|步进|跳频间隔|频率分辨率|周波数ステップ|ステップ
frequency step; Hz; 周波数分解能|Frequenzschritt|Schrittweite|Frequenzauflösung|pas de fréquence
frequency step; Hz; pas d'accord
offset frequency; Hz; offset|frequency offset|offset frequency|频偏|偏移|オフセット
offset frequency; Hz; オフセット周波数|Offset|Versatz|décalage
resolution bandwidth; Hz; resolution bandwidth|RBW|分辨率带宽|分解能帯域幅|Auflösungsbandbreite
resolution bandwidth; Hz; bande passante de résolution
real-time bandwidth; Hz; real-time analysis bandwidth|real time bandwidth|实时分析带宽
real-time bandwidth; Hz; リアルタイム解析帯域幅|リアルタイム解析帯域|Echtzeit-Analysebandbreite
modulation bandwidth; Hz; modulation bandwidth|vector modulation bandwidth
modulation bandwidth; Hz; digital modulation bandwidth|I/Q bandwidth|RF modulation bandwidth
modulation bandwidth; Hz; I/Q modulation bandwidth|调制带宽|矢量调制带宽|変調帯域幅|変調帯域
modulation bandwidth; Hz; Modulationsbandbreite|bande passante de modulation
channel spacing; Hz; channel spacing|信道间隔|チャンネル間隔|Kanalabstand|espacement des canaux
fractional bandwidth; 1; fractional bandwidth|relative bandwidth|bandwidth|相对带宽|分数带宽|比带宽
fractional bandwidth; 1; 带宽|比帯域|比帯域幅|相対帯域幅|relative Bandbreite|Bandbreite
fractional bandwidth; 1; bande relative|bande passante relative
instantaneous bandwidth; octave; instantaneous bandwidth|bandwidth|带宽|瞬时带宽|帯域|帯域幅
instantaneous bandwidth; octave; Bandbreite|bande passante|octave bandwidth
tuning range; 1; tuning range|tuning|调谐范围|同調範囲|Abstimmbereich|plage d'accord
loop closure rate; Hz; loop closure rate|control loop rate|servo loop|loop rate|ループ周期
loop closure rate; Hz; 制御ループ|控制回路|Regelkreisfrequenz|fréquence de boucle
pattern rate; Hz; pattern rate|test rate|vector rate|测试速率|テストレート|パターンレート|Testrate
pattern rate; Hz; cadence de test
leak rate; Hz m3/s Pa/s; leak rate|leakage rate|漏率|泄漏率|リークレート|Leckrate|taux de fuite
insertion loss; dB; insertion loss|optical insertion loss|插入损耗|插损|挿入損失|Einfügedämpfung
insertion loss; dB; Einfügungsdämpfung|perte d'insertion|pertes d'insertion|loss|损耗|損失|perte
insertion loss; dB; Dämpfung
attenuation; dB dB/m; attenuation|optical attenuation|衰减|减衰量|減衰|Dämpfungsbelag|Dämpfung
attenuation; dB dB/m; atténuation|affaiblissement|loss|损耗|損失
return loss; dB; return loss|VSWR|回波损耗|反射損失|リターンロス|Rückflussdämpfung
isolation; dB; isolation|隔离度|アイソレーション|Isolation
side-lobe rejection; dB; side-lobe rejection|sidelobe rejection|side lobe rejection|旁瓣抑制
side-lobe rejection; dB; 副瓣抑制|サイドローブ抑圧|サイドローブ抑圧比|Nebenzipfelunterdrückung
side-lobe rejection; dB; réjection des lobes secondaires
side-lobe suppression; dB; side-lobe suppression|sidelobe suppression
side lobe level; dB; side lobe level|sidelobe level|sidelobe|sidelobes|side lobe|副瓣电平|旁瓣电平
side lobe level; dB; サイドローブレベル|サイドローブ|Nebenkeulenpegel|lobes secondaires
signal-to-noise ratio; dB; SNR|S/N|signal-to-noise|signal-to-noise ratio|SINAD|信噪比|SN比|S/N比
signal-to-noise ratio; dB; Signal-Rausch-Verhältnis|rapport signal sur bruit
spurious-free dynamic range; dB; spurious-free dynamic range|spurious free dynamic range
spurious-free dynamic range; dB; 无杂散动态范围|スプリアスフリーダイナミックレンジ
spurious-free dynamic range; dB; störungsfreier Dynamikbereich
interference suppression; dB; interference suppression|null depth|干扰抑制|抗干扰|干渉抑圧
interference suppression; dB; Störunterdrückung|suppression d'interférence
on/off ratio; dB; on/off ratio|on-off ratio|开关比|通断比|オンオフ比
sound pressure level; dB; sound pressure level|SPL|source level|sound pressure|acoustic pressure
sound pressure level; dB; 声压级|声源级|声级|音圧レベル|音圧|送波音圧|音源レベル|Schalldruckpegel
sound pressure level; dB; Quellpegel|Schalldruck|niveau de pression acoustique|niveau de source
sound pressure level; dB; niveau sonore
background noise; dB; background noise|noise level|sound|本底噪声级|背景噪声|背景雑音|暗騒音
background noise; dB; Hintergrundrauschen|bruit de fond
distortion; dB; distortion|harmonic distortion|THD|失真|谐波失真|歪|歪み|高調波歪|Verzerrung
distortion; dB; distorsion|harmonics
noise level; dBm/Hz; DANL|displayed average noise level|noise level|noise floor|显示平均噪声电平
noise level; dBm/Hz; 本底噪声|表示平均雑音レベル|平均雑音レベル|Rauschpegel|Grundrauschen
noise level; dBm/Hz; niveau de bruit|plancher de bruit|niveau moyen de bruit affiché
effective isotropic radiated power; dBm W; EIRP|E.I.R.P.|effective isotropic radiated power
effective isotropic radiated power; dBm W; equivalent isotropically radiated power|等效全向辐射功率
effective isotropic radiated power; dBm W; 全向有效辐射功率|等価等方輻射電力|等価等方放射電力
effective isotropic radiated power; dBm W; äquivalente isotrope Strahlungsleistung|PIRE
effective radiated power; dBm W; ERP|effective radiated power|有效辐射功率|実効輻射電力
effective radiated power; dBm W; 実効放射電力|effektive Strahlungsleistung|PAR
input power; W VA; input power|power input|电源功率|输入功率|变频电源功率|電源容量|入力電力
input power; W VA; 電源出力|Anschlussleistung|Eingangsleistung|puissance d'entrée
input power; W VA; puissance absorbée|installed power
cooling power; W; cooling power|cooling capacity|cooling|制冷量|制冷功率|冷却能力|冷凍能力|冷却功率
cooling power; W; Kühlleistung|Kälteleistung|puissance frigorifique|puissance de refroidissement
cooling power; W; froid
power consumption; W; power consumption|consumption|功耗|消費電力|耗电量|Leistungsaufnahme
power consumption; W; Stromverbrauch|consommation|TDP
motor power; W; motor|モータ|モーター|电机|Motor|moteur|spindle power|主轴功率
thermal power; W; thermal output|heater|heaters|heating power|加热功率|加熱電力|ヒータ容量
thermal power; W; Heizleistung|puissance de chauffage
power density; W/kg W/m2 W/m3; power density|intensity|irradiance|功率密度|光强|パワー密度|出力密度
power density; W/kg W/m2 W/m3; Leistungsdichte|densité de puissance|éclairement
laser damage threshold; W/m2 J/m2; damage threshold|laser damage threshold|LIDT
laser damage threshold; W/m2 J/m2; laser-induced damage threshold|损伤阈值|激光损伤阈值|损伤閾值
laser damage threshold; W/m2 J/m2; 損傷閾値|レーザ損傷閾値|レーザー損傷閾値|Zerstörschwelle
laser damage threshold; W/m2 J/m2; Laserzerstörschwelle|seuil d'endommagement|seuil de dommage
laser damage threshold; W/m2 J/m2; tenue au flux
energy density; J/kg J/m3 J/m2; energy density|specific energy|gravimetric energy density
energy density; J/kg J/m3 J/m2; volumetric energy density|fluence|能量密度|比能量|质量能量密度
energy density; J/kg J/m3 J/m2; 体积能量密度|エネルギー密度|重量エネルギー密度|体積エネルギー密度
energy density; J/kg J/m3 J/m2; Energiedichte|spezifische Energie|densité d'énergie
energy density; J/kg J/m3 J/m2; énergie massique|énergie spécifique|heat of combustion|热值
beam energy; J; ion energy|implant energy|implantation energy|acceleration energy|beam energy
beam energy; J; 注入能量|离子能量|束流能量|加速能量|加速エネルギー|注入エネルギー
beam energy; J; Implantationsenergie|Ionenenergie|énergie d'implantation|énergie du faisceau
beam current; A; beam current|ion beam current|束流|离子束流|ビーム電流|Strahlstrom
beam current; A; courant de faisceau
half-wave voltage; V; half-wave voltage|Vpi|Vπ|半波电压|半波長電圧|Halbwellenspannung
half-wave voltage; V; tension demi-onde
current density; A/m2; current density|电流密度|電流密度|Stromdichte|densité de courant
emission current density; A/m2; emission current density|cathode loading|发射电流密度
emission current density; A/m2; 電子放出電流密度|Emissionsstromdichte|densité de courant d'émission
critical current density; A/m2; critical current density|Jc|临界电流密度|臨界電流密度
critical current density; A/m2; kritische Stromdichte|densité de courant critique
overall current density; A/m2; overall current density|winding current density|总电流密度
overall current density; A/m2; 全体電流密度|Gesamtstromdichte
current rate of rise; A/s; di/dt|current rate of rise|rate of rise of current|电流上升率|電流上昇率
current rate of rise; A/s; Stromanstiegsgeschwindigkeit|Stromsteilheit
resistivity; ohm·m; resistivity|电阻率|抵抗率|比抵抗|spezifischer Widerstand|résistivité|Widerstand
sheet resistivity; ohm; sheet resistivity|sheet resistance|surface resistivity|方阻|方块电阻
sheet resistivity; ohm; 表面电阻率|シート抵抗|表面抵抗率|Flächenwiderstand|résistance de surface
sheet resistivity; ohm; résistivité de surface
load resistance; ohm; load|load resistance|into|负载|負荷|Last|Lastwiderstand|charge
load resistance; ohm; résistance de charge
conductivity; S/m; conductivity|bulk electrical conductivity|电导率|導電率|電気伝導率|Leitfähigkeit
conductivity; S/m; conductivité
magnetic induction; T; magnetic induction|magnetic field|field strength|central field
magnetic induction; T; magnetic flux density|flux density|磁感应强度|磁场强度|中心磁场|磁场
magnetic induction; T; 磁束密度|磁場|磁界|Magnetfeld|Flussdichte|Feldstärke|induction magnétique
magnetic induction; T; champ magnétique|champ|field
saturation magnetic induction; T; saturation|saturation induction|saturation flux density|Bs
saturation magnetic induction; T; saturation magnetic induction|饱和磁感应强度|饱和磁感
saturation magnetic induction; T; 飽和磁束密度|Sättigungsinduktion|Sättigungsflussdichte
saturation magnetic induction; T; induction à saturation
field uniformity; 1; field uniformity|uniformity|homogeneity|均匀度|磁场均匀度|磁場均一度|均一性
field uniformity; 1; Homogenität|homogénéité
dielectric constant; 1; dielectric constant|permittivity|relative permittivity|介电常数|誘電率
dielectric constant; 1; 比誘電率|Dielektrizitätskonstante|Permittivität|constante diélectrique
dielectric constant; 1; permittivité
Q factor; 1; Q factor|quality factor|品质因数|Q値|Gütefaktor|facteur de qualité
numerical aperture; 1; numerical aperture|NA
efficiency; 1; efficiency|conversion efficiency|效率|转换效率|光电转换效率|効率|変換効率
efficiency; 1; Wirkungsgrad|rendement|PAE
wall-plug efficiency; 1; wall-plug efficiency|wall plug efficiency|WPE|electro-optical efficiency
wall-plug efficiency; 1; 电光效率|电光转换效率|壁插效率|電気光変換効率|Steckdosenwirkungsgrad
wall-plug efficiency; 1; rendement à la prise|rendement électro-optique
quantum efficiency; 1; QE|quantum efficiency|量子效率|量子効率|Quanteneffizienz|Quantenausbeute
quantum efficiency; 1; rendement quantique
reflectance; 1; reflectivity|reflectance|反射率|Reflexionsgrad|réflectivité
transmission; 1; transmission|Transmission|Transmissionsgrad|transmittance|透过率|透光率|透過率
transmission; 1; facteur de transmission|Durchlässigkeit
duty cycle; 1; duty|duty cycle|duty factor|占空比|デューティ|デューティ比|Tastverhältnis|Tastgrad
duty cycle; 1; rapport cyclique|facteur d'utilisation
ripple; 1; ripple|纹波|リップル|Restwelligkeit|ondulation
signal-to-noise ratio; 1; signal-to-noise
optical loss; 1; optical loss|absorption plus scatter|光学损耗|total loss
frequency control; 1; frequency control|frequency control accuracy|频率控制|频率精度|频率控制精度
frequency control; 1; 周波数制御|周波数制御精度|周波数精度|Frequenzregelung|Frequenzgenauigkeit
frequency control; 1; contrôle de fréquence|stabilité de fréquence
error rate; 1; error rate|错误率|エラー率|Fehlerrate|taux d'erreur
C-NOT error; 1; C-NOT error|CNOT error|CNOT gate error|two-qubit gate error|two-qubit error
C-NOT error; 1; 2-qubit gate error|CNOT错误率|CNOT误差|双比特门错误率|CNOTエラー率
C-NOT error; 1; 2量子ビットゲートエラー率|CNOT-Fehler|CNOT-Fehlerrate|erreur CNOT
flatness; 1 m; flatness|surface flatness|平面度|平坦度|Ebenheit|Planheit|planéité|SFQR
wavefront accuracy; 1; wavefront accuracy|wavefront error|wavefront|波前精度|波前误差|波面精度
wavefront accuracy; 1; 波面誤差|波面測定精度|Wellenfrontgenauigkeit|Wellenfront
wavefront accuracy; 1; précision du front d'onde|front d'onde
surface figure; 1 λ m; surface figure|figure error|surface accuracy|面形精度|面形|面精度|形状精度
surface figure; 1 λ m; Formgenauigkeit|erreur de forme|figure
positioning accuracy; 1; piston accuracy|phase accuracy
wavelength; m; peak response|峰值响应|ピーク感度|emission wavelength|zentrale Wellenlänge
spot size; m; spot size|beam size|beam diameter|focused spot|光斑|光斑直径|束斑|束斑直径|スポット径
spot size; m; ビーム径|スポットサイズ|Strahldurchmesser|Fleckgröße|Spotgröße|taille du spot
spot size; m; diamètre du faisceau
beam parameter product; m·rad; beam parameter product|BPP|光束参数积|ビームパラメータ積
beam parameter product; m·rad; Strahlparameterprodukt|produit des paramètres du faisceau
focal length; m; focal length|lens|focus|焦距|镜头|焦点距離|レンズ|Brennweite|Objektiv|focale
focal length; m; objectif
screen size; m; screen|display|屏幕|显示屏|液晶|Bildschirm|écran
field of view; rad; field of view|FOV|FoV|angle of view|视场|视场角|视野|視野|視野角|画角|Sichtfeld
field of view; rad; Gesichtsfeld|Blickfeld|champ de vision|champ de vue|champ
instantaneous field of view; rad; IFOV|instantaneous field of view|瞬时视场|瞬時視野
instantaneous field of view; rad; momentanes Sichtfeld|champ de vision instantané
beam width; rad; beam width|beamwidth|波束宽度|水平波束|垂直波束|波束|波束角|ビーム幅|ビーム角
beam width; rad; Strahlbreite|Keulenbreite|Öffnungswinkel|ouverture de faisceau|largeur de faisceau
measuring angle; rad; swath|swath width|swath angle|扫宽|覆盖角|スワス|スワス幅|Fächerwinkel
measuring angle; rad; fauchée|scan angle
angular resolution; rad; angular resolution|角分辨率|角度分辨率|角度分解能|角分解能|Winkelauflösung
angular resolution; rad; résolution angulaire
scan angle; rad; scan angle|steering angle|steering|扫描角|走査角|Abtastwinkel
pointing error; rad; pointing error|pointing accuracy|指向精度|指向误差|指向誤差|Zielgenauigkeit
pointing error; rad; précision de pointage|erreur de pointage
incidence angle; rad; angle of incidence|incidence|AOI|入射角|Einfallswinkel|angle d'incidence
relative response; 1; relative response|response|相对响应|相対感度
signature rate; Hz; signature rate|signing rate|signing speed|signature speed|signing|签名速率
signature rate; Hz; 签名速度|签名性能|签名|署名速度|署名性能|署名|Signaturrate|Signaturen
signature rate; Hz; taux de signature|signatures
pixel throughput; count/s; pixel throughput|throughput|像素吞吐|吞吐量|画素スループット
pixel throughput; count/s; スループット|Pixeldurchsatz|débit de pixels
processing performance; OPS; processing performance|performance|peak performance|算力|演算性能
processing performance; OPS; 処理性能|Rechenleistung|puissance de calcul
processing speed; FLOPS; processing speed|performance|floating point|peak performance|算力|运算速度
processing speed; FLOPS; 浮点|演算性能|処理速度|Rechenleistung|puissance de calcul
gate count; count; gate count|gates|usable gates|门数|等效门|ゲート数|Gatter|portes
dose rate; Gy/s; dose rate|dose-rate|prompt dose|剂量率|線量率|Dosisleistung|débit de dose
neutron fluence; n/m2; neutron fluence|neutron|fluence|displacement damage|中子注量|中子
neutron fluence; n/m2; 中性子フルエンス|中性子|Neutronenfluenz|fluence neutronique
neutron fluence; n/m2; fluence de neutrons
neutron output; n/s; neutron output|neutron yield|neutron rate|neutrons|中子产额|中子产率
neutron output; n/s; 中性子発生量|中性子収量|Neutronenausbeute|Neutronenfluss|rendement neutronique
neutron output; n/s; émission neutronique
linear energy transfer; J·m2/kg; LET|linear energy transfer
defect size; m; defect size|defect sensitivity|缺陷尺寸|缺陷灵敏度|欠陥サイズ|検出感度|Defektgröße
defect size; m; taille de défaut|defect
edge exclusion; m; edge exclusion|边缘去除|エッジ除外|Randausschluss
thickness uniformity; 1; thickness uniformity|film uniformity|uniformity|厚度均匀性|膜厚均匀性
thickness uniformity; 1; 膜厚均一性|膜厚分布|Schichtdickenhomogenität|uniformité d'épaisseur
aspect ratio; 1 count; aspect ratio|深宽比|アスペクト比|Aspektverhältnis|rapport d'aspect
aspect ratio; 1 count; rapport de forme
noise voltage; V; noise voltage|噪声电压|雑音電圧|Rauschspannung
pixel pitch; m; channel pitch|hole pitch|centre-to-centre spacing|center-to-center spacing|孔间距
pixel pitch; m; 通道间距|孔心距|チャンネルピッチ|孔ピッチ|Lochabstand|Kanalabstand|pas des canaux
channels; count; channels|通道|チャンネル|Kanäle|canaux
modulation order; 1; modulation order|调制阶数|変調多値数
time resolution; s; time resolution|temporal resolution|时间分辨率|時間分解能|Zeitauflösung
time resolution; s; résolution temporelle
"""
