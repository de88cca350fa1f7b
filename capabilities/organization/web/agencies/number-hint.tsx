import { Trans } from '@lingui/react/macro'
import type { Agency } from '../../contract.ts'
import { ranksOf } from './free-number.ts'
import { useAgencyTypes } from './use-agency-words.ts'

const three = (rank: number): string => String(rank).padStart(3, '0')

/** How the number of an agency of this type is made. */
export const NumberHint = ({ type }: { type: Agency['type'] }) => {
  const words = useAgencyTypes()[type]
  const [first, last] = ranksOf(type).map(three)
  return first === last ? (
    <Trans>
      Code de la wilaya, puis rang: {first} pour «{words}».
    </Trans>
  ) : (
    <Trans>
      Code de la wilaya, puis rang: {first} à {last} pour «{words}».
    </Trans>
  )
}
