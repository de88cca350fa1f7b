import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Agency } from '../../contract.ts'

/** How the types of agencies are called. */
export const useAgencyTypes = (): Readonly<Record<Agency['type'], string>> => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      head_office: t`Siège`,
      direct: t`Agence directe`,
      main: t`Agence principale`,
      general_agent: t`Agent général`,
      broker: t`Courtier`,
      bancassurance: t`Bancassurance`,
      contributor: t`Apporteur d’affaires`,
      online: t`Vente en ligne`,
      sales_point: t`Point de vente`,
    }),
    [t],
  )
}
