import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { OutputOf } from '#kernel/shared/contract.ts'
import { mostFindings, type auditOperations } from '#kernel/shared/audit-contract.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { useFormats } from '#kernel/web/formats.ts'
import classes from './journal.module.css'

type Report = OutputOf<typeof auditOperations.verifyAudit>

/** What the check of the journal found, in words. */
export const VerifyReport = ({ report, onClose }: { report: Report; onClose: () => void }) => {
  const { t } = useLingui()
  const formats = useFormats()
  const words = {
    altered: t`L’écriture a été modifiée après coup.`,
    detail_altered: t`Le détail des valeurs a été modifié après coup.`,
    missing: t`L’écriture manque.`,
    unverifiable: t`L’écriture suit une écriture manquante: son sceau ne peut pas être vérifié.`,
  }
  const whole = report.findings_total === 0
  return (
    <Dialog
      title={whole ? t`Le journal est intact` : t`Le journal a été altéré`}
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose}>
          <Trans>Fermer</Trans>
        </Button>
      }
    >
      <div className={classes['report']}>
        <Notice tone={whole ? 'good' : 'bad'}>
          {whole ? (
            <Plural
              value={report.entries}
              one="# écriture scellée a été relue: elle n’a pas été modifiée."
              other="# écritures scellées ont été relues: aucune n’a été modifiée ni retirée."
            />
          ) : (
            <Plural
              value={report.findings_total}
              one="# écriture ne correspond plus à son sceau. Conservez ce constat et prévenez le responsable de la sécurité."
              other="# écritures ne correspondent plus à leur sceau. Conservez ce constat et prévenez le responsable de la sécurité."
            />
          )}
        </Notice>
        {!whole && (
          <ol>
            {report.findings.map(({ sequence, finding }) => (
              <li key={`${sequence}-${finding}`}>
                <code>{formats.count(sequence)}</code>
                {words[finding]}
              </li>
            ))}
          </ol>
        )}
        {report.findings_total > mostFindings && (
          <p>
            <Trans>Seules les {formats.count(mostFindings)} premières sont nommées.</Trans>
          </p>
        )}
        {report.unsealed > 0 && (
          <p>
            <Plural
              value={report.unsealed}
              one="# écriture toute récente attend encore son sceau."
              other="# écritures toutes récentes attendent encore leur sceau."
            />
          </p>
        )}
      </div>
    </Dialog>
  )
}
