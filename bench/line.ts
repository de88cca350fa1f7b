/** One measured claim. Rates per second; times in milliseconds; `ratio` is ours against raw. */
export interface Line {
  readonly code: string
  readonly what: string
  readonly perSecond?: number
  readonly p50?: number
  readonly p95?: number
  readonly rawPerSecond?: number
  readonly ratio?: number
  readonly note?: string
}
