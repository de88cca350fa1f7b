/** A record of the test, on which an operation is tried. */
export interface Target {
  readonly id: string
  readonly contactId: string
  readonly version: number
}

/** What is asked of an operation for the rights test; a newcomer without one fails the test. */
export type Placement =
  /** Anybody may ask; `{}` is a question malformed for most, and that is enough to see that the door is open. */
  | { readonly is: 'public'; readonly input?: object }
  /** Every signed-in person may. `missing` when the input names nothing that exists. */
  | { readonly is: 'everybody'; readonly input: object; readonly missing?: true }
  /** Held or not held, for the whole organization. `missing` when the input names nothing that exists. */
  | { readonly is: 'general'; readonly needs: string; readonly input: object; readonly missing?: true }
  /** On one record of a kind. `used` when the call uses the record up, so that each call gets one of its own. */
  | { readonly is: 'record'; readonly needs: string; readonly on: Kind; readonly input: (target: Target) => object; readonly used?: true }
  /** On several records at once: refused one by one. */
  | { readonly is: 'bulk'; readonly needs: string; readonly input: (ids: readonly string[]) => object }

export type Kind =
  | 'contact'
  | 'account'
  | 'activity'
  | 'reminder'
  | 'document'
  | 'product'
  | 'policy'
  | 'receivable'
  | 'recovery'
  | 'payment'
  | 'claim'
  | 'agency'
  | 'region'
  | 'user'
  | 'invitation'
  | 'import'
  | 'export'

const only = ({ id }: Target) => ({ id })
export const everybody = (input: object = {}): Placement => ({ is: 'everybody', input })
export const general = (needs: string, input: object = {}): Placement => ({ is: 'general', needs, input })
export const record = (needs: string, on: Kind, input: (target: Target) => object = only): Placement => ({ is: 'record', needs, on, input })
export const using = (needs: string, on: Kind, input: (target: Target) => object = only): Placement => ({
  is: 'record',
  needs,
  on,
  input,
  used: true,
})
export const open: Placement = { is: 'public' }

/** The operations of one capability, each placed by hand. */
export type Placements = Readonly<Record<string, Placement>>
