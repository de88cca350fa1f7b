import type { ReactNode } from 'react'
import { ArrowLeftRight, CalendarPlus, CarFront, CirclePlus, CircleMinus, HandCoins, Landmark, MapPin, ShieldPlus } from 'lucide-react'
import type { AmendmentAsk, Policy } from '../../contract.ts'
import { usePolicyWords } from '../use-policy-words.ts'

export type AmendmentAskKind = AmendmentAsk['kind']

const icons: Readonly<Record<AmendmentAskKind, ReactNode>> = {
  guarantees: <ShieldPlus aria-hidden="true" />,
  vehicle: <CarFront aria-hidden="true" />,
  risk: <MapPin aria-hidden="true" />,
  transfer: <ArrowLeftRight aria-hidden="true" />,
  addition: <CirclePlus aria-hidden="true" />,
  removal: <CircleMinus aria-hidden="true" />,
  extension: <CalendarPlus aria-hidden="true" />,
  refund: <HandCoins aria-hidden="true" />,
  bank_details: <Landmark aria-hidden="true" />,
}

/** The amendments that make sense for a policy: a fleet gains and loses vehicles, a single car is changed for another. */
export const useAmendmentKinds = (policy: Policy): { kind: AmendmentAskKind; label: string; icon: ReactNode }[] => {
  const words = usePolicyWords()
  const live = policy.objects.filter(({ until_date }) => until_date === null).length
  const kinds: readonly AmendmentAskKind[] = [
    'guarantees',
    ...(live > 0 && policy.object_kind === 'vehicle' ? (['vehicle'] as const) : []),
    ...(live > 0 ? (['risk'] as const) : []),
    ...(policy.object_kind === 'none' ? [] : (['addition'] as const)),
    ...(live > 1 ? (['removal'] as const) : []),
    'transfer',
    'extension',
    'bank_details',
    'refund',
  ]
  return kinds.map((kind) => ({ kind, label: words.amendment[kind], icon: icons[kind] }))
}
