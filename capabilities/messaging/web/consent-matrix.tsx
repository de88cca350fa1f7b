import { useState } from 'react'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { ApiProblem, call, randomKey } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { refreshObjects, useRead } from '#kernel/web/query.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { channels, consentSources, messagingOperations, purposeNames, type Channel, type Purpose } from '../contract.ts'
import { ConsentCell, type Statement } from './consent-cell.tsx'
import { useConsentWords } from './use-consent-words.ts'
import classes from './consents.module.css'

const cellKey = (purpose: Purpose, channel: Channel): string => `${purpose} ${channel}`

/** What a person allowed, purposes by channels (loi 18-07); statements are gathered, then recorded with where they come from. */
export const ConsentMatrix = ({ subjectId, mayEdit }: { subjectId: string; mayEdit: boolean }) => {
  const { t } = useLingui()
  const words = useConsentWords()
  const client = useQueryClient()
  const { data, error, isPending, refetch } = useRead(messagingOperations.listConsents, { subject_id: subjectId })
  const [said, setSaid] = useState<ReadonlyMap<string, Statement>>(new Map())
  const [source, setSource] = useState<(typeof consentSources)[number]>('agency')
  const [proof, setProof] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(randomKey)
  if (isPending) return <SkeletonRows rows={6} />
  if (error) return <Failure error={error} again={() => refetch()} />
  const known = new Map(data.data.map((consent) => [cellKey(consent.purpose, consent.channel), consent]))

  const say = (key: string, before: Statement | null, status: Statement | null) => {
    const next = new Map(said)
    if (status === null || status === before) next.delete(key)
    else next.set(key, status)
    setSaid(next)
    setAttempt(randomKey())
  }
  const record = async () => {
    setBusy(true)
    setRefusal(null)
    try {
      const statements = purposeNames.flatMap((purpose) =>
        channels.flatMap((channel) => {
          const status = said.get(cellKey(purpose, channel))
          return status ? [{ purpose, channel, status }] : []
        }),
      )
      await call(
        messagingOperations.recordConsents,
        { subject_id: subjectId, source, proof: proof.trim() === '' ? null : proof.trim(), statements },
        { idempotencyKey: attempt },
      )
      await refreshObjects(client, ['consent'])
      setSaid(new Map())
      setProof('')
      toast(t`Consentements enregistrés`)
    } catch (problem) {
      setRefusal(problem instanceof ApiProblem && problem.message !== 'network' ? problem.message : t`Le serveur ne répond pas.`)
    }
    setBusy(false)
  }
  return (
    <div className={classes['matrix']}>
      <table>
        <caption className={classes['unseen']}>
          <Trans>Consentements par finalité et par canal</Trans>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans>Finalité</Trans>
            </th>
            {channels.map((channel) => (
              <th key={channel} scope="col">
                {words.channel[channel]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {purposeNames.map((purpose) => (
            <tr key={purpose}>
              <th scope="row">
                {words.purpose[purpose].title}
                <small>{words.purpose[purpose].detail}</small>
              </th>
              {channels.map((channel) => {
                const key = cellKey(purpose, channel)
                const consent = known.get(key)
                return (
                  <td key={channel} data-channel={words.channel[channel]}>
                    {consent && (
                      <ConsentCell
                        consent={consent}
                        pending={said.get(key)}
                        onSay={mayEdit ? (status) => say(key, consent.status, status) : null}
                      />
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {said.size > 0 && (
        <div className={classes['record']}>
          {refusal !== null && <Notice tone="bad">{refusal}</Notice>}
          <SelectField
            label={t`Recueilli`}
            options={consentSources.map((value) => ({ value, label: words.source[value] }))}
            value={source}
            onChange={(event) => setSource(consentSources.find((one) => one === event.target.value) ?? 'agency')}
          />
          <TextField
            label={t`Preuve`}
            optional
            maxLength={500}
            placeholder={t`Formulaire signé, enregistrement…`}
            value={proof}
            onChange={(event) => setProof(event.target.value)}
          />
          <div className={classes['acts']}>
            <Button kind="quiet" onClick={() => setSaid(new Map())}>
              <Trans>Annuler</Trans>
            </Button>
            <Button kind="primary" busy={busy} onClick={() => void record()}>
              <Plural value={said.size} one="Enregistrer # choix" other="Enregistrer # choix" />
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
