import type { WebCapability } from '#kernel/web/capability.ts'

export { ConsentMatrix } from './consent-matrix.tsx'
export { useConsentWords } from './use-consent-words.ts'
export { useConsentNeed } from './use-consent-need.ts'

/** The consent register; messages come with their channels. */
export const messagingWeb: WebCapability = { name: 'messaging' }
