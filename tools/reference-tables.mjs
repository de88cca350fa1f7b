// Facts typed in by hand, from which tools/reference-data.mjs writes db/reference together with the open data set.

// code | French name | Arabic name | population of 2008 (34 080 031 in all; the wilayas of 2026 are counted in their mother) | motor tariff zone | mother | aliases
export const wilayaTable = `
01 | Adrar | أدرار | 261258 | S | | 
02 | Chlef | الشلف | 1002088 | N | | El Asnam, Orléansville, Ech Cheliff
03 | Laghouat | الأغواط | 455602 | S | | El Aghouat
04 | Oum El Bouaghi | أم البواقي | 621612 | N | | Oum el Bouaghi, OEB
05 | Batna | باتنة | 1119791 | N | | 
06 | Béjaïa | بجاية | 912577 | N | | Bougie, Bgayet, Vgayet
07 | Biskra | بسكرة | 547137 | S | | 
08 | Béchar | بشار | 219898 | S | | Colomb Béchar
09 | Blida | البليدة | 1002937 | N | | El Boulaïda
10 | Bouira | البويرة | 695583 | N | | Tubirett
11 | Tamanrasset | تمنراست | 115043 | S | | Tamanghasset, Tamenghest, Tam
12 | Tébessa | تبسة | 648703 | N | | 
13 | Tlemcen | تلمسان | 949135 | N | | Tilimsen
14 | Tiaret | تيارت | 846823 | N | | Tihert
15 | Tizi Ouzou | تيزي وزو | 1127608 | N | | Tizi-Ouzou, TO
16 | Alger | الجزائر | 2988145 | N | | Algiers, El Djazaïr, Alger Centre, الجزائر العاصمة, العاصمة
17 | Djelfa | الجلفة | 1092184 | N | | 
18 | Jijel | جيجل | 636948 | N | | Djidjelli
19 | Sétif | سطيف | 1489979 | N | | Stif
20 | Saïda | سعيدة | 330641 | N | | 
21 | Skikda | سكيكدة | 898680 | N | | Philippeville
22 | Sidi Bel Abbès | سيدي بلعباس | 604744 | N | | SBA, Bel Abbès
23 | Annaba | عنابة | 609499 | N | | Bône
24 | Guelma | قالمة | 482430 | N | | ڨالمة
25 | Constantine | قسنطينة | 938475 | N | | Qacentina, Ksentina
26 | Médéa | المدية | 819932 | N | | Lemdia
27 | Mostaganem | مستغانم | 737118 | N | | Mosta
28 | M'Sila | المسيلة | 990591 | N | | Msila
29 | Mascara | معسكر | 784073 | N | | Mouaskar
30 | Ouargla | ورقلة | 311337 | S | | Wargla, ورڨلة
31 | Oran | وهران | 1454078 | N | | Wahran
32 | El Bayadh | البيض | 228624 | S | | Bayadh, Géryville
33 | Illizi | إليزي | 34715 | S | | 
34 | Bordj Bou Arreridj | برج بوعريريج | 628475 | N | | BBA, Bordj Bou Arréridj
35 | Boumerdès | بومرداس | 802083 | N | | 
36 | El Tarf | الطارف | 408414 | N | | Tarf, Et Tarf
37 | Tindouf | تندوف | 49149 | S | | 
38 | Tissemsilt | تيسمسيلت | 294476 | N | | 
39 | El Oued | الوادي | 485281 | S | | Oued Souf, Souf
40 | Khenchela | خنشلة | 386683 | N | | 
41 | Souk Ahras | سوق أهراس | 438127 | N | | 
42 | Tipaza | تيبازة | 591010 | N | | Tipasa
43 | Mila | ميلة | 766886 | N | | 
44 | Aïn Defla | عين الدفلى | 766013 | N | | 
45 | Naâma | النعامة | 192891 | S | | 
46 | Aïn Témouchent | عين تموشنت | 371239 | N | | Témouchent
47 | Ghardaïa | غرداية | 306322 | S | | Tagherdayt
48 | Relizane | غليزان | 726180 | N | | Ghilizane
49 | Timimoun | تيميمون | 122019 | S | 01 | 
50 | Bordj Badji Mokhtar | برج باجي مختار | 16437 | S | 01 | BBM
51 | Ouled Djellal | أولاد جلال | 174219 | S | 07 | 
52 | Béni Abbès | بني عباس | 50163 | S | 08 | 
53 | In Salah | عين صالح | 50392 | S | 11 | Aïn Salah
54 | In Guezzam | عين قزام | 11202 | S | 11 | Aïn Guezzam
55 | Touggourt | توقرت | 247221 | S | 30 | تقرت
56 | Djanet | جانت | 17618 | S | 33 | 
57 | El M'Ghair | المغير | 162267 | S | 39 | El Meghaier, El M'Ghaïr
58 | El Meniaa | المنيعة | 57276 | S | 47 | El Ménéa, El Goléa
59 | Aflou | آفلو | 150000 | S | 03 | أفلو
60 | Barika | بريكة | 190000 | N | 05 | 
61 | El Kantara | القنطرة | 50000 | S | 07 | 
62 | Bir El Ater | بئر العاتر | 110000 | N | 12 | 
63 | El Aricha | العريشة | 20000 | N | 13 | 
64 | Ksar Chellala | قصر الشلالة | 110000 | N | 14 | 
65 | Aïn Oussera | عين وسارة | 260000 | N | 17 | Aïn Ouessara
66 | Messaad | مسعد | 200000 | N | 17 | 
67 | Ksar El Boukhari | قصر البخاري | 260000 | N | 26 | 
68 | Bou Saâda | بوسعادة | 400000 | N | 28 | Boussaâda
69 | El Abiodh Sidi Cheikh | الأبيض سيدي الشيخ | 60000 | S | 32 | Labiod Sidi Cheikh
`

/** From when wilayas are in force: loi 84-09 of 4 February 1984; loi 19-12, published on 18 December 2019; loi 26-06, published on 5 April 2026. */
export const inForceFrom = (code) => (Number(code) <= 48 ? '1984-02-04' : Number(code) <= 58 ? '2019-12-18' : '2026-04-05')

/** Names of communes that the data set leaves unfinished. */
export const mendedNames = new Map([
  ['الحسيان (بني ياحي', 'الحسيان'],
  ['El Fedjoudj Boughrara Sa', 'El Fedjoudj Boughrara Saoudi'],
  ['Zmalet El Emir Abdelkade', 'Zmalet El Emir Abdelkader'],
])

/** Other names under which people know communes of Alger, by the name of the data set. */
export const communeAliases = new Map([
  ['Mohamed Belouzdad', ['Mohamed Belouizdad', 'Belouizdad', 'Belcourt']],
  ['Bologhine Ibnou Ziri', ['Bologhine']],
  ['Casbah', ['La Casbah', 'القصبة']],
  ['Bachedjerah', ['Bachdjerrah', 'Bachdjarah']],
  ['Dely Ibrahim', ['Dely Brahim']],
  ['Djasr Kasentina', ['Gué de Constantine', 'Djasr Kasantina']],
  ['Bir Touta', ['Birtouta']],
  ['Herraoua', ['Heraoua']],
  ['Maalma', ['Mahelma']],
  ['Khraissia', ['Khraicia']],
  ['Douira', ['Douéra']],
  ['Sehaoula', ['Saoula']],
  ['Zeralda', ['Zéralda']],
  ['Dar El Beida', ['Dar El Beïda']],
])

/** Holidays that come on the same day each year. */
export const fixedHolidays = [
  ['01-01', 'new_year', 'Nouvel An', 'رأس السنة الميلادية'],
  ['01-12', 'yennayer', 'Yennayer, Nouvel An amazigh', 'يناير، رأس السنة الأمازيغية'],
  ['05-01', 'labour_day', 'Fête du Travail', 'عيد العمال'],
  ['07-05', 'independence_day', 'Fête de l’Indépendance et de la Jeunesse', 'عيد الاستقلال والشباب'],
  ['11-01', 'revolution_day', 'Anniversaire de la Révolution', 'ذكرى اندلاع الثورة التحريرية'],
]

/** Holidays of the lunar calendar: code, length in days, names, first day by year. */
export const lunarHolidays = [
  ['eid_al_fitr', 3, 'Aïd el-Fitr', 'عيد الفطر', { 2025: '03-31', 2026: '03-20', 2027: '03-10', 2028: '02-26' }],
  ['eid_al_adha', 3, 'Aïd el-Adha', 'عيد الأضحى', { 2025: '06-06', 2026: '05-27', 2027: '05-16', 2028: '05-05' }],
  ['islamic_new_year', 1, 'Awal Mouharram', 'رأس السنة الهجرية', { 2025: '06-27', 2026: '06-16', 2027: '06-06', 2028: '05-25' }],
  ['ashura', 1, 'Achoura', 'عاشوراء', { 2025: '07-06', 2026: '06-25', 2027: '06-15', 2028: '06-03' }],
  ['mawlid', 1, 'Mawlid Ennabaoui', 'المولد النبوي الشريف', { 2025: '09-05', 2026: '08-25', 2027: '08-14', 2028: '08-03' }],
]

/** Years whose lunar holidays were announced; the others are computed, and the sighting of the moon may move them by a day. */
export const announcedYears = new Set([2025])
