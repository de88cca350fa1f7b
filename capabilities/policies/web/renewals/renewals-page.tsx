import { useState } from 'react'
import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { CalendarCheck, ChartColumn, MailPlus } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import type { ListQuestion } from '#kernel/web/ui/list/definition.ts'
import { RecordList } from '#kernel/web/ui/list/record-list.tsx'
import { NoticesDialog } from './notices-dialog.tsx'
import { useMakeNotices } from './use-make-notices.tsx'
import { useRenewalList } from './use-renewal-list.tsx'

/** «Échéances» (U11): what comes to expiry, its notices in one action, what became of it. */
export const RenewalsPage = () => {
  const { t } = useLingui()
  const definition = useRenewalList()
  const make = useMakeNotices()
  const { can } = useSession()
  const [asked, setAsked] = useState<{ whose: string; ids?: string[]; filter?: string; done?: () => void } | null>(null)
  const mayNotice = can('policy.edit')
  const ofFilter = ({ filter, q }: ListQuestion) =>
    mayNotice &&
    q === '' && (
      <Button
        icon={<MailPlus aria-hidden="true" />}
        onClick={() =>
          setAsked({
            whose: t`Toutes les polices de cette vue qui attendent leur avis, 5 000 au plus.`,
            ...(filter !== null && { filter }),
          })
        }
      >
        <Trans>Établir les avis</Trans>
      </Button>
    )
  return (
    <>
      <RecordList
        definition={definition}
        acts={
          <LinkButton to="/renewals/results" icon={<ChartColumn aria-hidden="true" />}>
            <Trans>Résultats</Trans>
          </LinkButton>
        }
        tools={ofFilter}
        bulk={
          mayNotice
            ? (chosen) => (
                <Button
                  size="small"
                  icon={<MailPlus aria-hidden="true" />}
                  onClick={() => {
                    const ids = [...new Set(chosen.rows.map((row) => row.policy_id))]
                    setAsked({ whose: plural(ids.length, { one: '# police', other: '# polices' }), ids, done: () => chosen.done() })
                  }}
                >
                  <Trans>Établir les avis</Trans>
                </Button>
              )
            : undefined
        }
        empty={
          <Blank icon={<CalendarCheck aria-hidden="true" />} title={<Trans>Aucune échéance proche</Trans>}>
            <Trans>Les polices dont l’échéance approche arrivent ici deux mois avant.</Trans>
          </Blank>
        }
      />
      {asked !== null && (
        <NoticesDialog
          whose={asked.whose}
          onClose={() => setAsked(null)}
          onMake={async (language) => {
            await make({ ...(asked.ids && { ids: asked.ids }), ...(asked.filter !== undefined && { filter: asked.filter }) }, language)
            asked.done?.()
          }}
        />
      )}
    </>
  )
}
