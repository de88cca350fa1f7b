import { useDeferredValue, useMemo, useRef, useState, type FormEvent } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { useQueryClient } from '@tanstack/react-query'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { useAddress } from '#kernel/web/address.ts'
import { call } from '#kernel/web/api.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { FormFrame, FormSection } from '#kernel/web/forms/form-frame.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { refreshObjects, useRead } from '#kernel/web/query.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, type Claim } from '../../contract.ts'
import { natureRules, type Nature } from '../../natures.ts'
import { FlagList } from '../flag-list.tsx'
import { DeclarationAside } from './declaration-aside.tsx'
import { emptyDeclaration, fieldsOf, partiesOf, type DeclarationValues } from './declaration-values.ts'
import { EventFields } from './event-fields.tsx'
import { GuaranteeChoice, proposedGuarantees } from './guarantee-choice.tsx'
import { MoreFields } from './more-fields.tsx'
import { ObjectChoice } from './object-choice.tsx'
import { PartyList } from './party-list.tsx'
import { PolicyChoice } from './policy-choice.tsx'
import { useDeclarationRules } from './use-declaration-rules.ts'
import classes from './declare.module.css'

/** «Déclarer un sinistre», with the insured before the desk: the policy, what happened, who was there; doubts are shown, never in the way. */
export const NewClaimPage = () => {
  const { t } = useLingui()
  const { policy = '', contact } = useAddress()
  const { today } = useFormats()
  const navigate = useNavigate()
  const client = useQueryClient()
  const rules = useDeclarationRules()
  const asDraft = useRef(false)
  const [confirmed, setConfirmed] = useState('')
  const [asked, setAsked] = useState(false)
  const initial = useMemo(() => emptyDeclaration(today(), policy), [today, policy])
  const form = useForm<DeclarationValues, Claim>({
    initial,
    rules,
    draft: `claim:new:${policy === '' ? (contact ?? '') : policy}`,
    send: (values, options) =>
      call(
        claimOperations.declareClaim,
        { ...fieldsOf(values), policy_id: values.policy_id, parties: partiesOf(values.parties), draft: asDraft.current },
        options,
      ),
    done: async (claim) => {
      await refreshObjects(client, ['claim', 'contact', 'notification'])
      const { number } = claim
      toast(claim.status === 'draft' ? t`Brouillon ${number} gardé` : t`Sinistre ${number} déclaré`)
      await navigate({ to: `/claims/${claim.id}` as '.', search: () => ({}) })
    },
  })
  const { values } = form
  const occurred = isDay(values.occurred_on) ? values.occurred_on : undefined
  const { data: coverage } = useRead(
    claimOperations.coverageOf,
    { policy_id: values.policy_id, ...(occurred !== undefined && { on: occurred }) },
    { enabled: values.policy_id !== '', keepPrevious: true },
  )
  const known = coverage?.policy.id === values.policy_id ? coverage : undefined
  const check = useCheck(values)
  const flags = check?.flags ?? []
  // What was confirmed holds for these doubts; another one asks again.
  const doubts = flags.join(' ')
  const unconfirmed = flags.length > 0 && confirmed !== doubts
  const submit = (event?: FormEvent) => {
    if (unconfirmed && !asDraft.current && Object.keys(form.errors).length === 0 && values.policy_id !== '' && values.nature !== '') {
      event?.preventDefault()
      setAsked(true)
      return
    }
    form.submit(event)
  }
  const nature = values.nature === '' ? null : natureRules[values.nature as Nature]
  return (
    <Page title={t`Déclarer un sinistre`} back={{ to: '/claims', label: <Trans>Sinistres</Trans> }} width="wide">
      <div className={classes['columns']}>
        <FormFrame form={{ ...form, submit }} initial={initial} focusFirst className={classes['form']}>
          <FormSection title={<Trans>Police</Trans>}>
            <PolicyChoice
              value={values.policy_id}
              shown={known ? `${known.policy.number} · ${known.policy.contact_name}` : null}
              contactId={policy === '' ? contact : undefined}
              error={form.errors.policy_id}
              onChange={(id) => {
                form.set('policy_id', id)
                form.set('object_id', '')
                form.set('guarantees', null)
              }}
            />
            {known && <ObjectChoice form={form} objects={known.objects} />}
          </FormSection>
          <FormSection title={<Trans>Événement</Trans>}>
            <EventFields form={form} objectKind={known?.policy.object_kind ?? null} />
            {known && values.nature !== '' && (
              <GuaranteeChoice
                held={known.guarantees}
                chosen={values.guarantees ?? proposedGuarantees(values.nature, known.guarantees)}
                onChange={(guarantees) => form.set('guarantees', guarantees)}
              />
            )}
          </FormSection>
          <FormSection title={<Trans>Tiers et témoins</Trans>}>
            {form.errors.parties !== undefined && <Notice tone="bad">{form.errors.parties}</Notice>}
            <PartyList
              parties={values.parties}
              onChange={(parties) => form.set('parties', parties)}
              roles={nature === null || nature.thirdParty ? ['third_party', 'witness', 'victim'] : ['witness', 'third_party']}
            />
          </FormSection>
          <FormSection title={<Trans>Précisions</Trans>}>
            <MoreFields form={form} drivers={known?.drivers ?? []} />
          </FormSection>
          {check && flags.length > 0 && (
            <div className={classes['near']}>
              <FlagList
                flags={flags}
                duplicates={check.duplicates}
                dueOn={check.declaration_due_on}
                declaredOn={values.declared_on}
                suspension={check.suspension}
                framed
              />
            </div>
          )}
          {flags.length > 0 && (
            <CheckField
              label={
                <Plural
                  value={flags.length}
                  one="Je déclare malgré le point signalé: il restera au dossier."
                  other="Je déclare malgré les # points signalés: ils resteront au dossier."
                />
              }
              checked={confirmed === doubts}
              error={asked && unconfirmed ? t`Confirmez, ou corrigez la déclaration.` : undefined}
              onChange={(event) => setConfirmed(event.target.checked ? doubts : '')}
            />
          )}
          <div className={classes['acts']}>
            <Button
              kind="quiet"
              onClick={() => {
                asDraft.current = true
                form.submit()
              }}
            >
              <Trans>Garder en brouillon</Trans>
            </Button>
            <Button
              type="submit"
              kind="primary"
              busy={form.busy}
              onClick={() => {
                asDraft.current = false
              }}
            >
              <Trans>Déclarer le sinistre</Trans>
            </Button>
          </div>
        </FormFrame>
        <DeclarationAside coverage={known} check={check} declaredOn={values.declared_on} />
      </div>
    </Page>
  )
}

/** What would be pointed out about what is typed so far; asked again when typing rests. */
const useCheck = (values: DeclarationValues) => {
  const parties = partiesOf(values.parties)
  const { policy_id } = values
  const ready = policy_id !== '' && values.nature !== '' && isDay(values.occurred_on) && isDay(values.declared_on)
  const { circumstances: _circumstances, cause: _cause, place: _place, ...weighed } = fieldsOf(values)
  const plates = parties.map(({ role, plate }) => ({ role, name: '–', ...(plate !== undefined && { plate }) }))
  const input = useDeferredValue(JSON.stringify({ policy_id, ...weighed, parties: plates }))
  const asked = useMemo(() => JSON.parse(input) as Parameters<typeof call<typeof claimOperations.checkDeclaration>>[1], [input])
  const { data } = useRead(claimOperations.checkDeclaration, asked, { enabled: ready, keepPrevious: true })
  return ready ? data : undefined
}
