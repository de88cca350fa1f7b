/** The record on whose page something is shown: a customer, with its name as people read it. */
export interface ShownSubject {
  readonly id: string
  readonly name: string
}
