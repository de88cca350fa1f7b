/**
 * What customers take, by line of business: shares calibrated so that contracts come out as on the market (domain facts, §8.2), frequency of
 * claims per insured object and year, how faithfully contracts are renewed, and for how long they are made.
 */
export interface Line {
  readonly code: string
  /** In a thousand contracts of individuals, professionals and companies. */
  readonly shares: readonly [individual: number, professional: number, company: number]
  /** Per cent of terms that are followed by another. */
  readonly renewed: number
  /** Claims in a thousand objects and a year. */
  readonly frequency: number
  /** Weights of durations. */
  readonly durations: readonly (readonly [string, number])[]
  readonly tacit?: boolean
}

const motorDurations = [
  ['12m', 61],
  ['6m', 33],
  ['3m', 4],
  ['1m', 2],
] as const
const year = [['12m', 1]] as const

/**
 * The frequencies of §8.2 give a third of the half million files that a demonstration of a million customers has: all are raised alike, and losses
 * still stand to premiums as they do on the market.
 */
const raised = 3.1
const perThousand = (percent: number): number => Math.round(percent * 10 * raised)

export const lines: readonly Line[] = [
  { code: 'motor_rc', shares: [470, 250, 220], renewed: 66, frequency: perThousand(7), durations: motorDurations },
  { code: 'motor_plus', shares: [163, 130, 100], renewed: 70, frequency: perThousand(12), durations: motorDurations },
  { code: 'motor_full', shares: [128, 100, 160], renewed: 72, frequency: perThousand(18), durations: [['12m', 1]] },
  {
    code: 'bike',
    shares: [50, 20, 0],
    renewed: 55,
    frequency: perThousand(8),
    durations: [
      ['12m', 60],
      ['6m', 40],
    ],
  },
  { code: 'taxi', shares: [0, 70, 0], renewed: 75, frequency: perThousand(14), durations: motorDurations },
  { code: 'goods', shares: [0, 50, 20], renewed: 72, frequency: perThousand(14), durations: motorDurations },
  { code: 'fleet', shares: [0, 0, 90], renewed: 84, frequency: perThousand(10), durations: year },
  { code: 'home', shares: [90, 10, 0], renewed: 82, frequency: perThousand(3), durations: year, tacit: true },
  { code: 'catnat_home', shares: [75, 0, 0], renewed: 74, frequency: perThousand(0.3), durations: year },
  { code: 'catnat_trade', shares: [0, 130, 60], renewed: 78, frequency: perThousand(0.3), durations: year },
  { code: 'catnat_industry', shares: [0, 0, 80], renewed: 80, frequency: perThousand(0.3), durations: year },
  { code: 'shop', shares: [0, 130, 110], renewed: 82, frequency: perThousand(4), durations: year, tacit: true },
  { code: 'liability', shares: [0, 90, 100], renewed: 80, frequency: perThousand(2), durations: year },
  { code: 'boat', shares: [4, 0, 0], renewed: 70, frequency: perThousand(4), durations: year },
  { code: 'legal', shares: [6, 5, 10], renewed: 60, frequency: perThousand(2), durations: year },
  { code: 'assist', shares: [4, 5, 0], renewed: 55, frequency: perThousand(6), durations: year },
  {
    code: 'travel',
    shares: [10, 10, 10],
    renewed: 0,
    frequency: perThousand(2),
    durations: [
      ['30d', 3],
      ['15d', 3],
      ['90d', 1],
    ],
  },
  { code: 'machines', shares: [0, 0, 40], renewed: 80, frequency: perThousand(4), durations: year },
]
