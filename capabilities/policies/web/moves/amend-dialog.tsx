import { useEffect, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { isDay } from '#kernel/shared/days.ts'
import { parseCentimes } from '#kernel/shared/money.ts'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { FieldRow } from '#kernel/web/forms/form-frame.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { TextArea, TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRead } from '#kernel/web/query.ts'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { productOperations, type Product } from '#capabilities/products/contract.ts'
import { policyOperations, type AmendmentAsk, type Policy } from '../../contract.ts'
import { ChangeLines } from '../policy/change-lines.tsx'
import { DoubleNotice } from '../policy/policy-warnings.tsx'
import { usePolicyWords } from '../use-policy-words.ts'
import { AmendFields } from './amend-fields.tsx'
import { askOf, newAmendValues, type AmendValues } from './amend-values.ts'
import { MoneyParts } from './money-parts.tsx'
import { MoveForm } from './move-form.tsx'
import { useDayRule } from './use-day-rule.ts'
import type { AmendmentAskKind } from './use-amendment-kinds.tsx'
import { usePolicyMove } from './use-policy-move.ts'
import classes from './moves.module.css'

const pauseMs = 400

/** What the amendment would change and cost, as typed so far; a refusal says what lacks. */
const Preview = ({ policy, ask }: { policy: Policy; ask: AmendmentAsk | null }) => {
  const { count } = useFormats()
  const now = JSON.stringify(ask)
  const [asked, setAsked] = useState(now)
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), pauseMs)
    return () => clearTimeout(timer)
  }, [now])
  const wanted = JSON.parse(asked) as AmendmentAsk | null
  const { data, error } = useQuery({
    queryKey: [policyOperations.previewAmendment.name, policy.id, policy.version, asked],
    queryFn: ({ signal }) => call(policyOperations.previewAmendment, { id: policy.id, ask: wanted as AmendmentAsk }, { signal }),
    enabled: wanted !== null,
    placeholderData: (before) => before,
    retry: false,
  })
  if (wanted === null || (!data && !error))
    return (
      <p className={classes['wait']}>
        <Trans>Ce que l’avenant change et coûte s’affiche ici.</Trans>
      </p>
    )
  if (error instanceof ApiProblem) return <Notice tone="neutral">{error.errors[0]?.message ?? error.message}</Notice>
  if (!data) return null
  const [left, all] = [count(data.days.left), count(data.days.of)]
  return (
    <>
      <DoubleNotice doubles={data.double_insurance} />
      <ChangeLines changes={data.changes} of={policy} />
      <MoneyParts parts={data.parts} total={data.total_centimes} />
      {data.total_centimes !== 0 && (
        <p className={classes['wait']}>
          <Trans>
            Prorata de {left} jours sur {all}.
          </Trans>
        </p>
      )}
    </>
  )
}

const Form = ({ policy, product, kind, onClose }: { policy: Policy; product: Product; kind: AmendmentAskKind; onClose: () => void }) => {
  const { t } = useLingui()
  const { today } = useFormats()
  const words = usePolicyWords()
  const move = usePolicyMove(policy)
  const first = policy.effective_date > today() && policy.status !== 'renewed' ? policy.effective_date : today()
  const form = useForm<AmendValues, Policy>({
    initial: newAmendValues(policy, kind, first),
    rules: {
      effective_date: useDayRule(),
      contact_id: (id) => (kind === 'transfer' && id === '' ? t`Choisissez le nouveau souscripteur.` : null),
      object_ids: (ids) => (kind === 'removal' && ids.length === 0 ? t`Choisissez ce qui est retiré.` : null),
      net: (text) =>
        kind === 'refund' && (parseCentimes(text) ?? 0) <= 0
          ? t`Indiquez le montant à ristourner.`
          : text !== '' && parseCentimes(text) === null
            ? t`Écrivez le montant en dinars.`
            : null,
      reason: (text) => (kind === 'refund' && text.trim().length < 3 ? t`Indiquez le motif.` : null),
    },
    send: (values, options) =>
      move.send(() =>
        call(policyOperations.amendPolicy, { id: policy.id, version: policy.version, ask: askOf(kind, values) as never }, options),
      ),
    done: (now) => {
      move.done(now, t`Avenant établi: ${words.amendment[kind]}`)
      onClose()
    },
  })
  const ask = isDay(form.values.effective_date) ? askOf(kind, form.values) : null
  return (
    <MoveForm
      title={words.amendment[kind]}
      intro={
        <Trans>
          Avenant à la police <bdi dir="ltr">{policy.number}</bdi>
        </Trans>
      }
      form={form}
      act={<Trans>Établir l’avenant</Trans>}
      size={kind === 'transfer' || kind === 'refund' || kind === 'extension' || kind === 'bank_details' ? 'medium' : 'large'}
      onClose={onClose}
    >
      <AmendFields policy={policy} product={product} kind={kind} form={form} />
      <DayField {...form.pick('effective_date')} label={t`Effet de l’avenant`} />
      <Preview policy={policy} ask={ask} />
      <Fold title={<Trans>Note et prime</Trans>} about={<Trans>note, montant décidé, accessoires</Trans>} open={form.values.note !== ''}>
        {kind !== 'refund' && (
          <FieldRow>
            <TextField
              {...form.text('net')}
              label={t`Prime nette décidée`}
              hint={t`À la place du prorata; négative pour rendre.`}
              optional
              end="DA"
              ltr
              inputMode="decimal"
            />
            <TextField {...form.text('fee')} label={t`Accessoires de l’avenant`} optional end="DA" ltr inputMode="decimal" />
          </FieldRow>
        )}
        <TextArea {...form.text('note')} label={t`Note`} optional rows={2} maxLength={1000} />
      </Fold>
    </MoveForm>
  )
}

/** An amendment of one kind: what it changes, from when, and what that costs, before it is made. */
export const AmendDialog = (of: { policy: Policy; kind: AmendmentAskKind; onClose: () => void }) => {
  const { data: product } = useRead(productOperations.getProduct, { id: of.policy.product_id })
  return product ? <Form {...of} product={product} /> : <SkeletonRows rows={2} />
}
