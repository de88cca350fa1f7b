/** What an exchange may be about: a policy, bill or claim of the record, as its page calls it. */
export interface AboutChoice {
  readonly about_id: string
  readonly label: string
}
