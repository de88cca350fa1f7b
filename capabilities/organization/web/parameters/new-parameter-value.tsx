import { Trans, useLingui } from '@lingui/react/macro'
import { addDays } from '#kernel/shared/days.ts'
import { call } from '#kernel/web/api.ts'
import { DatedFields } from '#kernel/web/forms/figures/dated-fields.tsx'
import type { FigureShape } from '#kernel/web/forms/figures/figures.ts'
import { useDatedForm } from '#kernel/web/forms/figures/use-dated-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { organizationOperations } from '../../contract.ts'
import { parameterKinds } from '../../parameter-kinds.ts'
import type { ParameterHistory, ParameterValue } from '../../parameter-shapes.ts'
import { useParameterWords } from './use-parameter-words.ts'

interface NewParameterValueProps {
  readonly parameter: ParameterHistory
  readonly shape: FigureShape
  readonly onClose: () => void
  readonly onSaved: (answer: ParameterHistory) => Promise<void>
}

/** Gives a parameter another value from a day on, beginning with what counts today. */
export const NewParameterValue = ({ parameter, shape, onClose, onSaved }: NewParameterValueProps) => {
  const { t } = useLingui()
  const { today } = useFormats()
  const words = useParameterWords()
  const { code, kind, current } = parameter
  const { form, faults, past } = useDatedForm<ParameterHistory>({
    shape,
    present: current.value,
    from: addDays(today(), 1),
    check: (value) => {
      const issues = parameterKinds[kind].safeParse(value).error?.issues ?? []
      return Object.fromEntries(
        issues.map((issue) => [
          issue.path.join('.'),
          issue.code === 'custom' ? t`Les tranches montent, et la dernière est sans fin.` : t`Cette valeur est trop grande ou trop petite.`,
        ]),
      )
    },
    send: ({ reason, value, ...rest }, options) =>
      call(organizationOperations.addParameterValue, { ...rest, code, value: value as ParameterValue, note: reason }, options),
    done: onSaved,
  })
  return (
    <Dialog
      title={words.parameter[code].name}
      intro={<Trans>Nouvelle valeur</Trans>}
      kind="side"
      size="large"
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={form.busy} onClick={() => form.submit()}>
            <Trans>Enregistrer</Trans>
          </Button>
        </>
      }
    >
      <DatedFields form={form} shape={shape} faults={faults} past={past} />
    </Dialog>
  )
}
