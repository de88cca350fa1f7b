import { natureRules, type Nature } from '#capabilities/claims/natures.ts'

/** What happens in a line of business: how often among its claims, and what it costs on average, in dinars (domain facts, §8.2). */
export interface Happening {
  readonly lines: readonly string[]
  readonly nature: Nature
  readonly weight: number
  readonly mean: number
  /** Of the value of the thing instead, in hundredths. */
  readonly ofValue?: number
  /** Declared on a contract that does not hold the guarantee: it is pointed out, and mostly rejected. */
  readonly unheld?: string
}

const own = ['motor_full', 'motor_laki', 'trade_full']
const plus = ['motor_plus', 'trade_plus', 'fleet', 'goods', 'taxi']
const bare = ['motor_rc', 'trade_rc', 'bike', 'fleet', 'goods', 'taxi']
const road = [...own, ...plus, ...bare]
const places = ['shop']
const ground = ['catnat_home', 'catnat_trade', 'catnat_industry']

export const happenings: readonly Happening[] = [
  { lines: own, nature: 'collision_third_party', weight: 38, mean: 70_000 },
  { lines: own, nature: 'accident_alone', weight: 19, mean: 82_000 },
  { lines: own, nature: 'parked_unknown', weight: 12, mean: 46_000 },
  { lines: own, nature: 'vandalism', weight: 3, mean: 38_000 },
  { lines: plus, nature: 'collision_third_party', weight: 56, mean: 52_000 },
  { lines: bare, nature: 'collision_third_party', weight: 86, mean: 60_000 },
  { lines: bare, nature: 'parked_unknown', weight: 1, mean: 30_000, unheld: 'DASC' },
  { lines: bare, nature: 'accident_alone', weight: 1, mean: 45_000, unheld: 'DASC' },
  { lines: road, nature: 'bodily_injury', weight: 3, mean: 900_000 },
  { lines: [...own, ...plus], nature: 'glass', weight: 15, mean: 18_000 },
  { lines: [...own, ...plus], nature: 'theft_partial', weight: 4, mean: 36_000 },
  { lines: [...own, ...plus, 'bike'], nature: 'theft', weight: 1, mean: 0, ofValue: 85 },
  { lines: [...own, ...plus], nature: 'fire', weight: 1, mean: 0, ofValue: 55 },
  { lines: own, nature: 'natural_event', weight: 4, mean: 58_000 },
  { lines: road, nature: 'assistance', weight: 7, mean: 9_000 },
  { lines: ['assist'], nature: 'assistance', weight: 100, mean: 9_000 },
  { lines: ['travel'], nature: 'assistance', weight: 100, mean: 45_000 },
  { lines: ['legal'], nature: 'assistance', weight: 100, mean: 40_000 },
  { lines: ['home'], nature: 'water_damage', weight: 58, mean: 52_000 },
  { lines: ['home'], nature: 'home_theft', weight: 17, mean: 95_000 },
  { lines: ['home'], nature: 'home_fire', weight: 11, mean: 120_000 },
  { lines: ['home'], nature: 'private_liability', weight: 8, mean: 45_000 },
  { lines: ['home'], nature: 'glass', weight: 6, mean: 14_000 },
  { lines: ground, nature: 'catnat', weight: 100, mean: 250_000 },
  { lines: places, nature: 'water_damage', weight: 34, mean: 130_000 },
  { lines: places, nature: 'home_theft', weight: 26, mean: 170_000 },
  { lines: places, nature: 'home_fire', weight: 16, mean: 260_000 },
  { lines: places, nature: 'business_liability', weight: 14, mean: 110_000 },
  { lines: places, nature: 'glass', weight: 10, mean: 35_000 },
  { lines: ['liability'], nature: 'business_liability', weight: 100, mean: 120_000 },
  { lines: ['boat'], nature: 'cargo_damage', weight: 70, mean: 190_000 },
  { lines: ['boat'], nature: 'theft_partial', weight: 20, mean: 140_000 },
  { lines: ['machines'], nature: 'machinery_breakdown', weight: 60, mean: 320_000 },
  { lines: ['machines'], nature: 'home_fire', weight: 40, mean: 480_000 },
]

/** The guarantee that answers on a contract: the first of the nature's that it holds; for a collision without own damage either liability or recourse. */
export const answering = (happening: Happening, held: ReadonlySet<string>): readonly string[] => {
  if (happening.unheld !== undefined) return held.has(happening.unheld) ? [] : [happening.unheld]
  const found = natureRules[happening.nature].guarantees.filter((code) => held.has(code))
  if (happening.nature === 'collision_third_party' && (found[0] === 'DR' || found[0] === 'RC')) return found
  return found.slice(0, 1)
}

/** What the insured says happened. */
export const circumstances: Readonly<Partial<Record<Nature, readonly string[]>>> = {
  collision_third_party: [
    'Choc arrière à un feu rouge, constat amiable signé par les deux conducteurs.',
    'Refus de priorité de l’adversaire dans un rond-point, aile avant droite touchée.',
    'Accrochage en changement de file sur l’autoroute Est-Ouest.',
    'Choc latéral à une intersection non signalée, les torts restent à établir.',
    'Collision en marche arrière à la sortie d’un parking.',
    'Freinage brusque de la colonne, choc en chaîne de trois véhicules.',
  ],
  accident_alone: [
    'Perte de contrôle sur chaussée mouillée, choc contre la glissière.',
    'Choc contre un trottoir en évitant un piéton, train avant touché.',
    'Sortie de route en virage de nuit, véhicule remorqué.',
    'Choc contre un poteau en manœuvrant.',
  ],
  parked_unknown: ['Retrouvé endommagé au stationnement, aucun témoin.', 'Portière enfoncée sur le parking du centre commercial.'],
  bodily_injury: [
    'Collision avec blessés, évacués par la protection civile ; procès-verbal en cours.',
    'Piéton renversé sur un passage protégé, hospitalisé.',
    'Motocycliste blessé à la jambe, incapacité temporaire constatée.',
  ],
  theft: ['Véhicule volé devant le domicile pendant la nuit, plainte déposée.', 'Vol avec menace sur une aire de repos, plainte déposée.'],
  theft_partial: [
    'Vitre brisée et autoradio dérobé.',
    'Vol des quatre roues au stationnement.',
    'Tentative de vol, serrure et colonne forcées.',
  ],
  fire: ['Incendie parti du compartiment moteur, véhicule détruit en partie.', 'Feu d’origine électrique au démarrage.'],
  glass: ['Pare-brise fendu par une projection de gravier.', 'Lunette arrière brisée.', 'Vitrine fendue par le vent.'],
  vandalism: ['Carrosserie rayée sur toute la longueur, rétroviseurs arrachés.'],
  natural_event: ['Carrosserie bosselée par la grêle.', 'Véhicule inondé par la montée subite de l’oued.'],
  water_damage: [
    'Fuite d’une canalisation encastrée, plafond du voisin du dessous touché.',
    'Débordement de machine à laver, parquet soulevé.',
    'Infiltration par la terrasse après de fortes pluies.',
    'Rupture de flexible sous l’évier en l’absence des occupants.',
  ],
  home_theft: [
    'Effraction de la porte d’entrée pendant les vacances.',
    'Vol par la fenêtre du rez-de-chaussée, bijoux et ordinateur emportés.',
  ],
  home_fire: ['Départ de feu en cuisine, murs noircis.', 'Court-circuit au tableau électrique, deux pièces touchées.'],
  private_liability: ['L’enfant de l’assuré a brisé la vitrine d’un commerce.', 'Chute d’un pot de fleurs sur une voiture stationnée.'],
  catnat: ['Fissures dans les murs porteurs après la secousse.', 'Rez-de-chaussée inondé par la crue, mobilier perdu.'],
  business_liability: ['Chute d’un client dans le local, fracture du poignet.', 'Dommages causés chez un client pendant une intervention.'],
  machinery_breakdown: ['Casse de l’arbre principal en pleine production.', 'Surtension, automate et variateur détruits.'],
  cargo_damage: ['Coque percée sur un haut-fond à l’entrée du port.', 'Amarres rompues par la houle, bateau contre le quai.'],
  assistance: [
    'Panne de batterie, dépannage sur place.',
    'Véhicule immobilisé sur la route, remorqué au garage.',
    'Crevaison sans roue de secours.',
  ],
}

export const experts: readonly string[] = [
  'Cabinet Benmoussa Expertise',
  'Expertises Réunies du Centre',
  'Cabinet Kherroubi',
  'SAE Expertise Est',
  'Cabinet Mebarki et fils',
  'Expertise Auto Oranaise',
  'Cabinet Aït Saïd',
  'Bureau d’expertise du Sud',
]
