import { useRead } from '#kernel/web/query.ts'
import { messagingOperations } from '../contract.ts'

/** Whether nobody has yet asked this person what they allow; null until known. */
export const useConsentNeed = (subjectId: string): boolean | null => {
  const { data } = useRead(messagingOperations.listConsents, { subject_id: subjectId })
  return data ? data.data.every((consent) => consent.status === null) : null
}
