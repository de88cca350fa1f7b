import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ConfirmDialog } from '#kernel/web/ui/confirm-dialog.tsx'
import type { ImportRun } from '../../contract.ts'
import { useActs } from './use-run.ts'

/** Asks before a whole import is undone, and says what that means for what it made and what it changed. */
export const RevertDialog = ({ run, onClose }: { run: ImportRun; onClose: () => void }) => {
  const { t } = useLingui()
  const { act } = useActs(run.id)
  const { created, updated } = run.counts
  return (
    <ConfirmDialog
      title={t`Défaire tout cet import?`}
      danger
      act={<Trans>Défaire l’import</Trans>}
      onConfirm={() => act('revertImport')}
      onClose={onClose}
    >
      {created > 0 && (
        <>
          <Plural
            value={created}
            one="La fiche créée disparaît; si quelqu’un y a travaillé depuis, elle va à la corbeille."
            other="Les # fiches créées disparaissent; celles où quelqu’un a travaillé depuis vont à la corbeille."
          />{' '}
        </>
      )}
      {updated > 0 && (
        <Plural
          value={updated}
          one="La fiche modifiée retrouve ses anciennes valeurs, sauf si elle a été changée depuis: elle est alors gardée et vous est signalée."
          other="Les # fiches modifiées retrouvent leurs anciennes valeurs; celles qui ont été changées depuis sont gardées et vous sont signalées."
        />
      )}
    </ConfirmDialog>
  )
}
