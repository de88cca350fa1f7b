import { useEffect, useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { InputOf } from '#kernel/shared/contract.ts'
import { isEmail } from '#kernel/shared/email.ts'
import { readPhone } from '#kernel/shared/phone.ts'
import { call } from '#kernel/web/api.ts'
import { customerOperations, type Similar } from '../../contract.ts'
import { isPerson, type ContactFormValues } from './contact-values.ts'

type SimilarInput = InputOf<typeof customerOperations.findSimilar>

const pauseMs = 450
const shortestName = 2

/** What is compared of the values typed so far; null while nothing in them tells anybody apart. */
export const comparable = (values: ContactFormValues): SimilarInput | null => {
  const { kind, last_name, first_name, company_name, birth_date, nin, nif, rc } = values
  const person = isPerson(kind)
  const phone = (text: string) => readPhone(text)?.e164
  const known: Record<string, string | undefined> = {
    ...(person && last_name.trim().length >= shortestName && first_name.trim().length >= shortestName && { last_name, first_name }),
    ...(person && /^\d{4}-\d\d-\d\d$/.test(birth_date) && last_name.trim() !== '' && { birth_date, last_name }),
    ...(company_name.trim().length > shortestName && { company_name }),
    mobile: phone(values.mobile),
    phone: phone(values.phone),
    ...(isEmail(values.email) && { email: values.email }),
    ...(person && nin.replace(/\D/g, '').length === 18 && { nin }),
    ...(nif.replace(/\D/g, '').length >= 15 && { nif }),
    ...(rc.trim().length > 8 && { rc }),
  }
  const given = Object.entries(known).filter(([, value]) => value !== undefined)
  return given.length === 0 ? null : { kind, ...Object.fromEntries(given) }
}

/** Contacts like the one being typed, asked for after a pause; the former answer stays until the next. */
export const useSimilar = (values: ContactFormValues, except: string | undefined): readonly Similar[] => {
  const now = JSON.stringify(comparable(values))
  const [asked, setAsked] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), pauseMs)
    return () => clearTimeout(timer)
  }, [now])
  const input = JSON.parse(asked) as SimilarInput | null
  const { data } = useQuery({
    queryKey: [customerOperations.findSimilar.name, asked, except],
    queryFn: ({ signal }) => call(customerOperations.findSimilar, { ...input, ...(except !== undefined && { except }) }, { signal }),
    enabled: input !== null,
    placeholderData: (before) => before,
  })
  return input === null ? [] : (data?.data ?? [])
}
