import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleCheck, CircleDashed, FileText, FileX, Upload } from 'lucide-react'
import { ApiProblem, fileAddress } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { documentOperations } from '#capabilities/documents/contract.ts'
import { DocumentsTab } from '#capabilities/documents/web/index.ts'
import { claimOperations, type Claim, type ClaimPaper } from '../../contract.ts'
import { usePaperWords } from '../use-paper-words.ts'
import { PaperDialog } from './paper-dialog.tsx'
import { useClaimAct } from './use-claim-act.ts'
import { useSession } from '#kernel/web/session.tsx'
import classes from './claim.module.css'

const Paper = ({ claim, paper, onDo }: { claim: Claim; paper: ClaimPaper; onDo: (what: 'receive' | 'waive') => void }) => {
  const { t } = useLingui()
  const names = usePaperWords()
  const { day } = useFormats()
  const { act } = useClaimAct(claim.id)
  const [busy, setBusy] = useState(false)
  const state = paper.received_on !== null ? 'received' : paper.waived_reason !== null ? 'waived' : paper.required ? 'missing' : 'optional'
  const Picture = state === 'received' ? CircleCheck : state === 'waived' ? FileX : CircleDashed
  const again = async () => {
    setBusy(true)
    try {
      await act(claimOperations.setPaper, { id: claim.id, code: paper.code })
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`, { tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <li data-state={state}>
      <Picture aria-hidden="true" />
      <div>
        <b>{names[paper.code]}</b>
        <small>
          {paper.received_on !== null ? (
            <Trans>reçue le {day(paper.received_on)}</Trans>
          ) : paper.waived_reason !== null ? (
            <Trans>
              non exigée: <bdi>{paper.waived_reason}</bdi>
            </Trans>
          ) : paper.required ? (
            <Trans>manquante</Trans>
          ) : (
            <Trans>facultative</Trans>
          )}
        </small>
        {paper.document_id !== null && (
          <a href={fileAddress(documentOperations.readFile, { id: paper.document_id, inline: true })} target="_blank" rel="noreferrer">
            <FileText aria-hidden="true" /> <Trans>Voir le document</Trans>
          </a>
        )}
      </div>
      {claim.can.attach && (
        <span>
          {state === 'received' || state === 'waived' ? (
            <Button size="small" kind="quiet" busy={busy} onClick={() => void again()}>
              <Trans>Remettre en attente</Trans>
            </Button>
          ) : (
            <>
              <Button size="small" icon={<Upload aria-hidden="true" />} onClick={() => onDo('receive')}>
                <Trans>Reçue</Trans>
              </Button>
              <Button size="small" kind="quiet" onClick={() => onDo('waive')}>
                <Trans>Ne pas exiger</Trans>
              </Button>
            </>
          )}
        </span>
      )}
    </li>
  )
}

/** «Pièces»: what the nature asks for and what is missing, then the documents of the file. */
export const PapersTab = ({ claim }: { claim: Claim }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const { write } = useClaimAct(claim.id)
  const [doing, setDoing] = useState<{ paper: ClaimPaper; what: 'receive' | 'waive' } | null>(null)
  const [busy, setBusy] = useState(false)
  const missing = claim.papers.filter((paper) => paper.missing)
  const required = claim.papers.filter((paper) => paper.required).length
  const ask = async () => {
    setBusy(true)
    try {
      await write({ letter: 'missing_papers', language: claim.contact.language === 'ar' ? 'ar' : 'fr' })
    } catch (error) {
      toast(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`, { tone: 'bad' })
    } finally {
      setBusy(false)
    }
  }
  const came = required - missing.length
  return (
    <>
      <div className={classes['tabHead']}>
        <p>
          <Trans>
            Pièces reçues: {came} sur {required}
          </Trans>
        </p>
        {missing.length > 0 && claim.can.attach && can('document.create') && claim.status !== 'draft' && (
          <Button size="small" busy={busy} onClick={() => void ask()}>
            <Trans>Écrire la lettre des pièces manquantes</Trans>
          </Button>
        )}
      </div>
      <ul className={classes['papers']}>
        {claim.papers.map((paper) => (
          <Paper key={paper.code} claim={claim} paper={paper} onDo={(what) => setDoing({ paper, what })} />
        ))}
      </ul>
      <h2 className={classes['tabTitle']}>
        <Trans>Documents du dossier</Trans>
      </h2>
      <DocumentsTab subjectId={claim.contact.id} aboutId={claim.id} mayAttach={claim.can.attach && claim.deleted_at === null} />
      {doing !== null && <PaperDialog claim={claim} paper={doing.paper} what={doing.what} onClose={() => setDoing(null)} />}
    </>
  )
}
