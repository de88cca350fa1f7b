import { useCallback, useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { useServerEvents } from '#kernel/web/events/live-answers.ts'
import type { ServerEvent } from '#kernel/web/events/stream.ts'
import { keyOf, useRead } from '#kernel/web/query.ts'
import { activityOperations } from '#capabilities/activities/contract.ts'
import { customerOperations } from '#capabilities/customers/contract.ts'
import { profileActivities, profileOperations } from '../../../answers/profile-contract.ts'

/** Events of one act arrive together; one reading serves them all. */
const gatherMs = 200

/**
 * The whole page of a customer, kept true: it is read again when something happens to this customer, and to no other. What its parts
 * would ask for themselves is given to them.
 */
export const useProfile = (id: string) => {
  const client = useQueryClient()
  const answer = useRead(profileOperations.readProfile, { id })
  const { data } = answer
  useEffect(() => {
    if (!data) return
    client.setQueryData(keyOf(customerOperations.getContact, { id }), data.contact)
    client.setQueryData(keyOf(customerOperations.contactAccounts, { id }), { data: data.accounts })
    if (data.activities)
      // Further pages that somebody has read stay.
      client.setQueryData(
        [...keyOf(activityOperations.listActivities, { subject_id: id, limit: profileActivities }), 'pages'],
        (read: unknown) => read ?? { pages: [data.activities], pageParams: [''] },
      )
  }, [client, data, id])
  const hear = useCallback(
    (event: ServerEvent) => {
      const mine = event.subject_id === id || event.facts?.['contact_id'] === id
      if (!mine) return
      clearTimeout(timers.get(id))
      timers.set(
        id,
        setTimeout(() => {
          timers.delete(id)
          void client.invalidateQueries({ queryKey: keyOf(profileOperations.readProfile, { id }) })
        }, gatherMs),
      )
    },
    [client, id],
  )
  useServerEvents(hear)
  return answer
}

const timers = new Map<string, ReturnType<typeof setTimeout>>()
