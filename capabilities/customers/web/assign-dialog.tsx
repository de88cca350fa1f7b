import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { ColleagueField } from '#capabilities/identity/web/index.ts'
import { AgencyField } from '#capabilities/organization/web/index.ts'

/** To whom records are given: only what changes. */
export interface Assignment {
  readonly agency_id?: string
  readonly owner_id?: string | null
}

interface AssignDialogProps {
  readonly title: string
  /** Where the record stands now; nothing for several records. */
  readonly now?: {
    readonly agency_id: string
    readonly agency_name: string
    readonly owner_id: string | null
    readonly owner_name: string | null
  }
  /** Gives the records; a refusal thrown is shown. */
  readonly onAssign: (assignment: Assignment) => Promise<void>
  readonly onClose: () => void
}

/** Gives records to another owner, agency or both. */
export const AssignDialog = ({ title, now, onAssign, onClose }: AssignDialogProps) => {
  const { t } = useLingui()
  const [agency, setAgency] = useState<string | null>(now?.agency_id ?? null)
  const [owner, setOwner] = useState<string | null>(now?.owner_id ?? null)
  const [nobody, setNobody] = useState(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const newOwner = nobody ? null : owner
  const assignment: Assignment = {
    ...(agency !== null && agency !== now?.agency_id && { agency_id: agency }),
    ...((now ? newOwner !== now.owner_id : nobody || owner !== null) && { owner_id: newOwner }),
  }
  const nothing = Object.keys(assignment).length === 0
  const send = async () => {
    if (nothing) {
      setRefusal(t`Choisissez une agence ou un chargé de clientèle.`)
      return
    }
    setBusy(true)
    setRefusal(null)
    try {
      await onAssign(assignment)
      onClose()
    } catch (error) {
      setRefusal(error instanceof ApiProblem && error.status > 0 ? error.message : t`Le serveur ne répond pas. Réessayez.`)
      setBusy(false)
    }
  }
  return (
    <Dialog
      title={title}
      size="small"
      onClose={onClose}
      foot={
        <>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            <Trans>Affecter</Trans>
          </Button>
        </>
      }
    >
      <form
        style={{ display: 'grid', gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
        <AgencyField
          value={agency}
          shown={now?.agency_name ?? null}
          clearable={!now}
          placeholder={now ? '' : t`Inchangée`}
          onChange={(next) => setAgency(next)}
        />
        {!nobody && (
          <ColleagueField
            label={t`Chargé de clientèle`}
            value={owner}
            shown={now?.owner_name}
            agencyId={agency}
            placeholder={now ? t`Aucun` : t`Inchangé`}
            onChange={setOwner}
          />
        )}
        {!now && (
          <CheckField label={t`Retirer le chargé de clientèle`} checked={nobody} onChange={(event) => setNobody(event.target.checked)} />
        )}
      </form>
    </Dialog>
  )
}
