import { plain } from '#kernel/web/api.ts'
import type { identityOperations } from '../../contract.ts'
import type { organizationOperations } from '#capabilities/organization/contract.ts'

type Identity = typeof identityOperations

// By method and path alone: the contract's validators would double what the first page weighs. calls.test.ts holds them to it.
export const readWelcome = plain<Identity['readWelcome']>('GET', '/welcome')
export const signUp = plain<Identity['signUp']>('POST', '/auth/sign-up')
export const verifyEmail = plain<Identity['verifyEmail']>('POST', '/auth/verify-email')
export const resendVerification = plain<Identity['resendVerification']>('POST', '/auth/resend-verification')
export const signIn = plain<Identity['signIn']>('POST', '/auth/sign-in')
export const signOut = plain<Identity['signOut']>('POST', '/auth/sign-out')
export const forgotPassword = plain<Identity['forgotPassword']>('POST', '/auth/forgot-password')
export const resetPassword = plain<Identity['resetPassword']>('POST', '/auth/reset-password')
export const readInvitation = plain<Identity['readInvitation']>('POST', '/auth/invitation', { readOnly: true })
export const acceptInvitation = plain<Identity['acceptInvitation']>('POST', '/auth/accept-invitation')
export const readMe = plain<Identity['readMe']>('GET', '/me')
export const listWilayas = plain<(typeof organizationOperations)['listWilayas']>('GET', '/reference/wilayas')
