import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Eye, EyeOff } from 'lucide-react'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { customerOperations, type SensitiveField } from '../../contract.ts'
import { useCustomerWords } from '../use-customer-words.ts'
import classes from './contact.module.css'

const shortest = 5

const ReasonDialog = ({
  contactId,
  field,
  onSeen,
  onClose,
}: {
  contactId: string
  field: SensitiveField
  onSeen: (value: string) => void
  onClose: () => void
}) => {
  const { t } = useLingui()
  const words = useCustomerWords()
  const usual = [t`Vérification d’identité`, t`Demande du client`, t`Souscription`, t`Traitement d’un sinistre`, t`Remboursement`]
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const name = words.sensitive[field]
  const see = async (why: string) => {
    if (why.trim().length < shortest) {
      setError(t`Dites pourquoi, en quelques mots.`)
      return
    }
    setBusy(true)
    setRefusal(null)
    try {
      const { values } = await call(customerOperations.unmaskContact, { id: contactId, fields: [field], reason: why.trim() })
      onSeen(values[field] ?? '')
    } catch (problem) {
      setRefusal(problem instanceof ApiProblem && problem.status > 0 ? problem.message : t`Le serveur ne répond pas. Réessayez.`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={t`Afficher: ${name}`}
      intro={t`Donnée sensible: le motif est inscrit au journal avec votre nom.`}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={busy} onClick={() => void see(reason)}>
            <Trans>Afficher</Trans>
          </Button>
        </>
      }
    >
      <form
        className={classes['reason']}
        onSubmit={(event) => {
          event.preventDefault()
          void see(reason)
        }}
      >
        {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
        <div className={classes['usual']}>
          {usual.map((one) => (
            <Button key={one} size="small" aria-pressed={reason === one} onClick={() => setReason(one)}>
              {one}
            </Button>
          ))}
        </div>
        <TextField
          label={t`Motif`}
          data-first=""
          maxLength={300}
          error={error}
          value={reason}
          onChange={(event) => {
            setReason(event.target.value)
            setError(null)
          }}
        />
      </form>
    </Dialog>
  )
}

/** A sensitive value, hidden until its reader has said why they need it; hidden again on leaving the page. */
export const MaskedValue = ({
  contactId,
  field,
  masked,
  may,
  format = (value) => value,
}: {
  contactId: string
  field: SensitiveField
  masked: string
  may: boolean
  format?: (value: string) => string
}) => {
  const { t } = useLingui()
  const words = useCustomerWords()
  const [asking, setAsking] = useState(false)
  const [seen, setSeen] = useState<string | null>(null)
  const name = words.sensitive[field]
  return (
    <span className={classes['masked']}>
      <bdi dir="ltr">{seen === null ? masked : format(seen)}</bdi>
      {may && (
        <Button
          kind="link"
          icon={seen === null ? <Eye aria-hidden="true" /> : <EyeOff aria-hidden="true" />}
          aria-label={seen === null ? t`Afficher: ${name}` : t`Masquer: ${name}`}
          onClick={() => (seen === null ? setAsking(true) : setSeen(null))}
        >
          {seen === null ? <Trans>Afficher</Trans> : <Trans>Masquer</Trans>}
        </Button>
      )}
      {asking && (
        <ReasonDialog
          contactId={contactId}
          field={field}
          onClose={() => setAsking(false)}
          onSeen={(value) => {
            setSeen(value)
            setAsking(false)
          }}
        />
      )}
    </span>
  )
}
