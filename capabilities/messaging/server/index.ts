import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import { messagingOperations as operations } from '../contract.ts'
import { listConsents, recordConsents } from './consents.ts'

export const messagingServer: Capability = {
  name: 'messaging',
  implementations: [implement(operations.listConsents, listConsents), implement(operations.recordConsents, recordConsents)],
  attachments: ['consent_statement'],
}
