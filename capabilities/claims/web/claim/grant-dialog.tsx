import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { MoneyField } from '#kernel/web/forms/money-field.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { claimOperations, type Claim } from '../../contract.ts'
import { computeIndemnity, partOf } from '../../indemnity.ts'
import { natureRules } from '../../natures.ts'
import { optionsOf, useClaimWords } from '../use-claim-words.ts'
import { IndemnityLines } from './indemnity-lines.tsx'
import { LetterFields, letterLanguage } from './letter-fields.tsx'
import { useClaimAct } from './use-claim-act.ts'
import classes from '../claims.module.css'

const usualRates = ['0', '50', '100'] as const
type Rate = (typeof usualRates)[number] | 'other' | 'none'

const rateOf = (rate: number | null): Rate => (rate === null ? 'none' : (usualRates.find((usual) => usual === String(rate)) ?? 'other'))

/** «Décompte»: deductible and liability, the computation that follows, and the amount that is granted in the end. */
export const GrantDialog = ({ claim, onClose }: { claim: Claim; onClose: () => void }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { can } = useSession()
  const { act, write } = useClaimAct(claim.id)
  const proposed = -(claim.indemnity?.lines.find((line) => line.code === 'deductible')?.amount_centimes ?? 0)
  // Until somebody writes an amount, it is the one that is computed.
  const [written, setWritten] = useState(claim.granted_centimes !== null)
  const form = useForm({
    initial: {
      deductible_centimes: (claim.deductible_centimes ?? proposed) as number | null,
      rate: rateOf(claim.liability_rate),
      other_rate: claim.liability_rate === null ? '' : String(claim.liability_rate),
      convention: claim.convention ?? '',
      granted_centimes: claim.granted_centimes,
      note: '',
      letter: false,
      language: letterLanguage(claim.contact.language),
    },
    rules: {
      other_rate: (text, { rate }) => (rate === 'other' && !/^(\d{1,2}|100)$/.test(text.trim()) ? t`Un nombre de 0 à 100.` : null),
    },
    send: async (values, options) => {
      await act(
        claimOperations.grantIndemnity,
        {
          id: claim.id,
          version: claim.version,
          granted_centimes: granted ?? 0,
          deductible_centimes:
            values.deductible_centimes === proposed && claim.deductible_centimes === null ? null : values.deductible_centimes,
          liability_rate: rate,
          convention: values.convention === '' ? null : (values.convention as 'ida'),
          note: values.note,
        },
        options,
      )
      toast(t`Indemnité accordée`)
      if (values.letter) await write({ letter: 'settlement_ready', language: values.language })
    },
    done: onClose,
  })
  const { values } = form
  const typedRate = Number(values.other_rate)
  const rate =
    values.rate === 'none' ? null : values.rate === 'other' ? (Number.isInteger(typedRate) ? typedRate : null) : Number(values.rate)
  const computed =
    claim.expertise_centimes === null
      ? null
      : computeIndemnity({
          evaluation: claim.expertise_centimes,
          wear: claim.wear_centimes ?? 0,
          deductible: values.deductible_centimes ?? 0,
          liabilityRate: rate,
          part: partOf(claim.guarantees),
          limit: claim.indemnity?.limit_centimes ?? null,
        })
  const granted = written ? values.granted_centimes : (computed?.indemnity ?? values.granted_centimes)
  const motor = natureRules[claim.nature].field === 'motor'
  return (
    <Dialog title={t`Accorder l’indemnité`} onClose={onClose}>
      <FormFrame form={form} className={classes['form']}>
        {claim.indemnity !== null && (
          <MoneyField
            {...form.pick('deductible_centimes')}
            label={t`Franchise`}
            hint={
              claim.indemnity.deductible_source === 'grid' ? (
                <Trans>Selon la grille du contrat, {claim.indemnity.rank}ᵉ sinistre de la période.</Trans>
              ) : claim.indemnity.deductible_source === 'guarantee' ? (
                <Trans>Celle de la garantie sur la police.</Trans>
              ) : undefined
            }
          />
        )}
        {motor && (
          <>
            <Segments
              label={t`Responsabilité de l’assuré`}
              value={values.rate}
              onChange={(next: Rate) => form.set('rate', next)}
              options={[
                { value: 'none', label: t`À établir` },
                { value: '0', label: '0 %' },
                { value: '50', label: '50 %' },
                { value: '100', label: '100 %' },
                { value: 'other', label: t`Autre` },
              ]}
            />
            {values.rate === 'other' && (
              <TextField {...form.text('other_rate')} label={t`Taux de responsabilité`} ltr inputMode="numeric" maxLength={3} end="%" />
            )}
            <SelectField
              {...form.text('convention')}
              label={t`Convention`}
              optional
              none={t`Aucune`}
              options={optionsOf(words.convention)}
            />
          </>
        )}
        {computed !== null && <IndemnityLines lines={computed.lines} />}
        {computed !== null && motor && <p className={classes['hint']}>{words.part[partOf(claim.guarantees)]}</p>}
        <MoneyField
          {...form.pick('granted_centimes')}
          label={t`Indemnité accordée`}
          value={granted}
          onChange={(amount) => {
            setWritten(true)
            form.set('granted_centimes', amount)
          }}
          data-first=""
        />
        {written && computed !== null && granted !== computed.indemnity && (
          <p className={classes['hint']}>
            <Button
              kind="link"
              onClick={() => {
                setWritten(false)
                form.set('granted_centimes', null)
              }}
            >
              <Trans>Reprendre le montant calculé</Trans>
            </Button>
          </p>
        )}
        <TextArea {...form.text('note')} label={t`Note`} optional rows={2} maxLength={2000} />
        {can('document.create') && (
          <LetterFields
            label={t`Écrire la lettre «Indemnité disponible»`}
            wanted={values.letter}
            language={values.language}
            onWanted={(wanted) => form.set('letter', wanted)}
            onLanguage={(language) => form.set('language', language)}
          />
        )}
        <div className={classes['formActs']}>
          <Button kind="quiet" onClick={onClose}>
            <Trans>Annuler</Trans>
          </Button>
          <Button type="submit" kind="primary" busy={form.busy} disabled={granted === null}>
            <Trans>Accorder</Trans>
          </Button>
        </div>
      </FormFrame>
    </Dialog>
  )
}
