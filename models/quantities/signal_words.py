"""Words for parameters of signals, light, images and computing, in five languages."""

from typing import Final

# Parameter; the base units that it can have; its words in English, Chinese (simplified and
# traditional), Japanese, German and French. A word may stand in more than one row: the unit
# decides. Words match whole, so that plurals and compounds stand here too.
SIGNALS: Final = """\
frequency; Hz; frequency|frequencies|freq|freq.|frequency range|carrier|center frequency|clock
frequency; Hz; centre frequency|频率|頻率|频段|中心频率|工作频率|主频|周波数|中心周波数|动作周波数
frequency; Hz; 帯
frequency; Hz; Frequenz|Frequenzbereich|Mittenfrequenz|Taktfrequenz|fréquence|fréquences|fT|fmax
input frequency; Hz; input frequency|input|mains|mains frequency|line frequency|输入频率|输入|入力
input frequency; Hz; 入力周波数|電源周波数|市电|Eingang|Eingangsfrequenz|Netz
input frequency; Hz; Netzfrequenz|entrée|réseau
bandwidth; Hz m; bandwidth|bandwidths|BW|analog bandwidth|analogue bandwidth|带宽|頻寬|帯域|帯域幅
bandwidth; Hz m; Bandbreite|bande passante|largeur de bande|3dB带宽|模拟带宽|信号带宽
instantaneous bandwidth; Hz; instantaneous bandwidth|real-time bandwidth|realtime bandwidth|IBW
instantaneous bandwidth; Hz; RTBW
instantaneous bandwidth; Hz; analysis bandwidth|瞬时带宽|实时带宽|分析带宽|瞬時帯域幅|瞬時帯域
instantaneous bandwidth; Hz; リアルタイム帯域幅|リアルタイム帯域|解析帯域幅|Echtzeitbandbreite
instantaneous bandwidth; Hz; momentane Bandbreite|bande instantanée|largeur de bande instantanée
output power; W dBm VA; output power|power output|RF output|saturated output power|Psat|P1dB
output power; W dBm VA; rated power
output power; W dBm VA; CW power|output|power|输出功率|輸出功率|功率|额定功率|連続出力|出力
output power; W dBm VA; 定格出力
output power; W dBm VA; Ausgangsleistung|Leistung|Nennleistung|puissance|puissance de sortie
peak power; W dBm; peak power|peak output power|pulse power|峰值功率|脉冲功率|尖峰功率|ピーク出力
peak power; W dBm; ピークパワー|尖頭出力|尖頭電力|せん頭電力|ピーク電力|Spitzenleistung
peak power; W dBm; Pulsleistung
peak power; W dBm; puissance crête|puissance de crête|puissance max crête|peak|峰值|crête|ピーク
peak power; W dBm; Spitze
average power; W dBm; average power|avg power|mean power|average output power|平均功率|平均出力
average power; W dBm; 平均パワー|平均電力|mittlere Leistung|Durchschnittsleistung|puissance moyenne
average power; W dBm; avg
pulse energy; J; pulse energy|energy per pulse|单脉冲能量|脉冲能量|パルスエネルギー|パルスエネルギ
pulse energy; J; Pulsenergie|Impulsenergie|énergie par impulsion|énergie d'impulsion|per pulse
pulse energy; J; /pulse
pulse duration; s; pulse duration|pulse width|pulse length|pulsewidth|pulses|pulse|脉宽|脉冲宽度
pulse duration; s; 脉冲
pulse duration; s; パルス幅|パルス|Pulsdauer|Pulsbreite|Impulsdauer|Pulslänge|Pulse
pulse duration; s; durée d'impulsion
pulse duration; s; impulsions|largeur d'impulsion
repetition rate; Hz; repetition rate|rep rate|rep. rate|repetition|rep|PRF|pulse rate|重复频率|重频
repetition rate; Hz; 繰返し周波数|繰り返し周波数|繰返周波数|繰返し|Repetitionsrate|Pulsfrequenz
repetition rate; Hz; Wiederholrate
repetition rate; Hz; Folgefrequenz|cadence|taux de répétition|fréquence de répétition|重複頻率
wavelength; m; wavelength|wavelengths|wavelength range|wave|spectral range|spectral response|lambda
wavelength; m; λ
wavelength; m; カットオフ|カットオフ波長|截止波长|center wavelength|band|centre wavelength|波长
wavelength; m; 波長|中心波长|中心波長|光谱范围
wavelength; m; 响应波段|波段
wavelength; m; 光谱响应|感度波長|波長域|波長範囲|発振波長|Wellenlänge|Wellenlängen
wavelength; m; Wellenlängenbereich
wavelength; m; Spektralbereich|longueur d'onde|longueurs d'onde|domaine spectral|gamme spectrale
wavelength; m; cut-off|cutoff
spectral width; m Hz; linewidth|line width|spectral width|spectral linewidth|FWHM|线宽|谱宽
spectral width; m Hz; 光谱宽度
spectral width; m Hz; 線幅|スペクトル幅|半値幅|半值宽|半高宽|Linienbreite|Spektralbreite
spectral width; m Hz; largeur de raie
spectral width; m Hz; largeur spectrale
beam quality; 1 count; M2|beam quality|光束质量|光束品质|ビーム品質|Strahlqualität
beam quality; 1 count; qualité de faisceau
pixel count; count; pixels|pixel|px|像素|画素|ピクセル|resolution|分辨率|array|format|阵列
pixel pitch; m; pixel pitch|pixel size|pitch|pixel|pixels|像元|像元尺寸|像元间距|像素尺寸
pixel pitch; m; 像元中心距
pixel pitch; m; 画素ピッチ|画素サイズ|ピッチ|Pixelgröße|Pixelabstand|Pitch|Pixelpitch|pas de pixel
pixel pitch; m; pas
frame rate; Hz; frame rate|frame rates|framerate|fps|refresh|refresh rate|frame|full frame|帧频
frame rate; Hz; 帧率
frame rate; Hz; 幀率|帧速|刷新率|フレームレート|フレーム周波数|コマ数|Bildrate|Bildfrequenz
frame rate; Hz; Bildwiederholrate
frame rate; Hz; cadence image|fréquence image|fréquence d'images|images par seconde|アップデート
shutter speed; s; shutter|shutter speed|exposure|exposure time|gate|gate width|min. exposure|快门
shutter speed; s; 曝光
shutter speed; s; 曝光时间|快门速度|门宽|選通|シャッター|シャッタ|露光|露光時間|ゲート幅
shutter speed; s; Belichtungszeit
shutter speed; s; Verschlusszeit|temps de pose|temps d'exposition|obturateur|minimum exposure
resolution; m rad bit s V K count kg; resolution|resolves|分辨率|分辨力|解析度|分解能|解像度|解像力
resolution; m rad bit s V K count kg; Auflösung|résolution|GSD|ground sample distance|最小增量
noise figure; dB K; noise figure|NF|noise temperature|noise|噪声系数|噪音系数|雑音指数|Rauschzahl
noise figure; dB K; Rauschmaß|facteur de bruit|噪声温度|雑音温度|ノイズフィギュア
gain; dB; gain|small signal gain|antenna gain|增益|利得|ゲイン|Verstärkung|Gewinn|Antennengewinn
sampling rate; samples/s Hz; sampling|sampling rate|sample rate|sampling frequency|采样率|采样
sampling rate; samples/s Hz; 取樣率
sampling rate; samples/s Hz; 采样频率|采样速率|サンプリング|サンプリング周波数|サンプリングレート
sampling rate; samples/s Hz; サンプルレート|Abtastrate|échantillonnage|fréquence d'échantillonnage
bits; bit; ADC|DAC|bits|resolution|encoder|converter|位|分辨率|分解能|Auflösung|résolution|编码器
data rate; bit/s; data rate|throughput|bit rate|line rate|per lane|bandwidth|数据速率|数据率|速率
data rate; bit/s; 吞吐
data rate; bit/s; 吞吐量|带宽|データレート|伝送速度|データ転送速度|スループット|通信速度|Datenrate
data rate; bit/s; débit
data rate; bit/s; Durchsatz|Übertragungsrate|débit binaire|interconnect|互连带宽|互联带宽
I/O count; count; I/O|I/Os|I/O count|IO|GPIO|user I/O|user I/Os
switching time; s; switching time|switching speed|切换时间|开关时间
switching time; s; 跳频时间
switching time; s; 捷变时间|スイッチング時間|切替時間|切換時間
switching time; s; Schaltzeit|Umschaltzeit|temps de commutation
switching time; s; hop time
dynamic range; dB; dynamic range|SFDR|spurious-free dynamic range|动态范围|無雑音動態範囲|動態範圍
dynamic range; dB; ダイナミックレンジ|Dynamikbereich|Dynamik|dynamique|plage dynamique
phase noise; dBc/Hz; phase noise|相位噪声|相噪|位相雑音|Phasenrauschen|bruit de phase
total processing performance; TPP OPS; total processing performance|TPP|总处理性能|総処理性能
performance density; TPP/mm2; performance density|性能密度|PD
adjusted peak performance; WT; APP|adjusted peak performance|调整后峰值性能|加重最高性能
key length; bit; key|keys|key length|key size|AES|RSA|cipher|密钥|密钥长度|密鑰|鍵長|鍵|暗号鍵|暗号
key length; bit; Schlüssel|Schlüssellänge|clé|clés|longueur de clé|encryption|加密|verschlüsselung
quantum bits; count; qubit|qubits|quantum bits|量子比特|量子ビット|Quantenbits|bits quantiques
"""
