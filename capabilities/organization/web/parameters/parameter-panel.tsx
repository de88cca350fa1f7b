import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { FigureView } from '#kernel/web/forms/figures/figure-view.tsx'
import { keyOf, refreshObjects, useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { ConfirmDialog } from '#kernel/web/ui/confirm-dialog.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { organizationOperations } from '../../contract.ts'
import type { ParameterHistory } from '../../parameter-shapes.ts'
import type { ParameterCode } from '../../parameters.ts'
import { NewParameterValue } from './new-parameter-value.tsx'
import { ParameterValues } from './parameter-values.tsx'
import { useParameterShape } from './use-parameter-shape.ts'
import { useParameterWords } from './use-parameter-words.ts'
import classes from './parameters.module.css'

/** One parameter: what counts today, what did and what will, and another value from a day on. */
export const ParameterPanel = ({ code, onClose }: { code: ParameterCode; onClose: () => void }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const client = useQueryClient()
  const words = useParameterWords()
  const shapeOf = useParameterShape()
  const { data, error, refetch } = useRead(organizationOperations.getParameter, { code })
  const [writing, setWriting] = useState(false)
  const [leaving, setLeaving] = useState<string | null>(null)
  const { name, about } = words.parameter[code]
  const show = async (answer: ParameterHistory) => {
    client.setQueryData(keyOf(organizationOperations.getParameter, { code }), answer)
    await refreshObjects(client, ['parameter', 'product'])
  }
  if (writing && data)
    return (
      <NewParameterValue
        parameter={data}
        shape={shapeOf(code)}
        onClose={() => setWriting(false)}
        onSaved={async (answer) => {
          await show(answer)
          setWriting(false)
          toast(t`Nouvelle valeur enregistrée`)
        }}
      />
    )
  return (
    <Dialog
      title={name}
      intro={about}
      kind="side"
      size="large"
      onClose={onClose}
      foot={
        can('setting.edit') &&
        data && (
          <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setWriting(true)}>
            <Trans>Nouvelle valeur</Trans>
          </Button>
        )
      }
    >
      {data ? (
        <div className={classes['panel']}>
          <section>
            <h3>
              <Trans>En vigueur</Trans>
            </h3>
            <div className={classes['present']}>
              <FigureView shape={shapeOf(code)} value={data.current.value} />
            </div>
          </section>
          <ParameterValues parameter={data} shape={shapeOf(code)} onRemove={can('setting.edit') ? setLeaving : null} />
        </div>
      ) : error ? (
        <Failure error={error} again={() => refetch()} />
      ) : (
        <SkeletonRows rows={6} />
      )}
      {leaving !== null && (
        <ConfirmDialog
          title={t`Retirer cette valeur à venir?`}
          act={<Trans>Retirer</Trans>}
          danger
          onConfirm={async () => show(await call(organizationOperations.removeParameterValue, { code, effective_from: leaving }))}
          onClose={() => setLeaving(null)}
        >
          <Trans>Elle n’a pas encore commencé: rien de calculé ne change.</Trans>
        </ConfirmDialog>
      )}
    </Dialog>
  )
}
