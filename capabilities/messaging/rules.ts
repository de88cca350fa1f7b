import { purposes, type Consent, type Purpose } from './contract.ts'

/**
 * Whether a message of this purpose may leave, given what the person said last on that channel (null: nothing). Loi 18-07: an opt-in
 * purpose needs a yes; an opt-out purpose is allowed until a no or a withdrawal.
 */
export const isAllowed = (purpose: Purpose, status: Consent['status']): boolean =>
  purposes[purpose] === 'opt_in' ? status === 'granted' : status === null || status === 'granted'
