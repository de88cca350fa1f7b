import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { InputOf } from '#kernel/shared/contract.ts'
import { isDay } from '#kernel/shared/days.ts'
import { call } from '#kernel/web/api.ts'
import { policyOperations, type DoubleInsurance } from '../../contract.ts'
import { keysOf, readObject } from '../../insured-objects.ts'
import { readDraft, type ObjectDraft } from '../objects/object-draft.ts'

type Ask = InputOf<typeof policyOperations.findDoubleInsurance>
const pauseMs = 450

/** What tells the things typed so far from others; null while nothing does. */
const askOf = (of: {
  product_id: string
  objects: readonly ObjectDraft[]
  effective_date: string
  duration_code: string
  except?: string | undefined
}): Ask | null => {
  if (of.product_id === '' || !isDay(of.effective_date)) return null
  const objects = of.objects.map((draft) => readDraft(draft).object)
  const known = objects.some((object) => {
    const read = readObject(object)
    return read !== null && Object.values(keysOf(read)).some((key) => key !== null && key.length >= 6)
  })
  if (!known) return null
  return {
    product_id: of.product_id,
    objects: objects.map(({ kind, plate, chassis, wilaya, commune, address, details }) => ({
      kind,
      plate,
      chassis,
      wilaya,
      commune,
      address,
      details,
    })),
    effective_date: of.effective_date,
    duration_code: of.duration_code,
    ...(of.except !== undefined && { except: of.except }),
  }
}

/** Policies that insure the same things already, asked for after a pause in typing; the former answer stays until the next. */
export const useDoubles = (of: Parameters<typeof askOf>[0]): readonly DoubleInsurance[] => {
  const now = JSON.stringify(askOf(of))
  const [asked, setAsked] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), pauseMs)
    return () => clearTimeout(timer)
  }, [now])
  const input = JSON.parse(asked) as Ask | null
  const { data } = useQuery({
    queryKey: [policyOperations.findDoubleInsurance.name, asked],
    queryFn: ({ signal }) => call(policyOperations.findDoubleInsurance, input as Ask, { signal }),
    enabled: input !== null,
    placeholderData: (before) => before,
  })
  return input === null ? [] : (data?.data ?? [])
}
