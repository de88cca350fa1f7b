import { useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { DayField } from '#kernel/web/forms/day-field.tsx'
import { Fold } from '#kernel/web/forms/fold.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import type { Product } from '#capabilities/products/contract.ts'
import { useProductWords } from '#capabilities/products/web/index.ts'
import { isTyped } from '../../price-contract.ts'
import { expiryAfter } from '../../rules.ts'
import { isDay } from '#kernel/shared/days.ts'
import { optionsOf, usePolicyWords } from '../use-policy-words.ts'
import { GuaranteeSection } from './guarantee-section.tsx'
import { ObjectSection } from './object-section.tsx'
import { PartySection } from './party-section.tsx'
import { usualPeriodicity, type PolicyFormValues } from './policy-values.ts'
import { PremiumPanel } from './premium-panel.tsx'
import { RareSections } from './rare-sections.tsx'
import { useDoubles } from './use-doubles.ts'
import { useLivePremium } from './use-live-premium.ts'
import { WholePremium } from './whole-premium.tsx'
import classes from './policy-form.module.css'

interface PolicyFormProps {
  readonly form: Form<PolicyFormValues>
  readonly initial: PolicyFormValues
  readonly product: Product | undefined
  /** Who and what: stands first. */
  readonly head: ReactNode
  /** The draft that is edited. */
  readonly policyId?: string | undefined
  /** Where the customer lives: the usual wilaya of what they insure. */
  readonly wilaya: string | null
  readonly placed?: { readonly agency: string; readonly owner: string }
  readonly cancelTo: string
  /** True when a sending was tried. */
  readonly sent: boolean
  readonly acts: ReactNode
}

/** What the server refused of the things insured, by `0.details.power`; a price that lacks a field names it alone. */
const refusedObjects = (form: Form<PolicyFormValues>): Record<string, string> =>
  Object.fromEntries(
    (form.problem?.errors ?? []).flatMap(({ path, message }) => {
      if (path.startsWith('objects.')) return [[path.slice(8), message]]
      return path.startsWith('details.') || path === 'wilaya' || path === 'plate' ? [[`0.${path}`, message]] : []
    }),
  )

/** The contract as it is typed: who and what, what is insured, how well, for how long; the premium stands beside it all the while. */
export const PolicyForm = ({ form, initial, product, head, policyId, wilaya, placed, cancelTo, sent, acts }: PolicyFormProps) => {
  const { t } = useLingui()
  const formats = useFormats()
  const words = usePolicyWords()
  const { duration } = useProductWords()
  const { values } = form
  const [today] = useState(() => formats.today())
  const premium = useLivePremium(values, product)
  const doubles = useDoubles({ ...values, except: policyId })
  const expiry = isDay(values.effective_date) ? expiryAfter(values.effective_date, values.duration_code) : null
  return (
    <div className={classes['columns']}>
      <FormFrame form={form} initial={initial} focusFirst={policyId === undefined}>
        <Card>
          <div className={classes['section']}>{head}</div>
        </Card>
        {product && (
          <>
            {product.object_kind !== 'none' && (
              <Card title={<Trans>Ce qui est assuré</Trans>}>
                <div className={classes['section']}>
                  <ObjectSection
                    product={product}
                    objects={values.objects}
                    wilaya={wilaya}
                    sent={sent}
                    refused={refusedObjects(form)}
                    onChange={(objects) => form.set('objects', objects)}
                  />
                </div>
              </Card>
            )}
            <Card title={<Trans>Garanties</Trans>}>
              <div className={classes['section']}>
                <GuaranteeSection
                  product={product}
                  day={values.effective_date}
                  value={values}
                  error={form.errors.guarantees}
                  onChange={({ formula_id, guarantees }) => {
                    form.set('formula_id', formula_id)
                    form.set('guarantees', guarantees)
                  }}
                />
                {isTyped(product) && <WholePremium form={form} />}
              </div>
            </Card>
            <Card title={<Trans>Durée</Trans>}>
              <div className={classes['section']}>
                <FieldRow>
                  <DayField
                    {...form.pick('effective_date')}
                    label={t`Prise d’effet`}
                    {...(values.existing_number === '' && { min: today })}
                  />
                  <SelectField
                    label={t`Durée`}
                    name="duration_code"
                    error={form.errors.duration_code}
                    options={product.durations.map((value) => ({ value, label: duration(value) }))}
                    value={values.duration_code}
                    onChange={(event) => {
                      form.set('duration_code', event.target.value)
                      form.set('periodicity', usualPeriodicity(event.target.value))
                    }}
                  />
                  <SelectField {...form.text('periodicity')} label={t`Fractionnement`} options={optionsOf(words.periodicity)} />
                </FieldRow>
                {expiry !== null && (
                  <small>
                    <Trans>Échéance le {formats.day(expiry)}: ce jour-là n’est plus couvert.</Trans>
                  </small>
                )}
                {policyId === undefined && values.existing_number === '' && (
                  <CheckField
                    {...form.check('cover_agreed')}
                    label={t`La garantie court dès l’effet, sans attendre le paiement`}
                    hint={t`Sinon elle commence le lendemain du paiement (ord. 95-07, art. 17).`}
                  />
                )}
              </div>
            </Card>
            <Card>
              <div className={classes['folds']}>
                <Fold
                  title={product.object_kind === 'vehicle' ? <Trans>Conducteurs et intervenants</Trans> : <Trans>Intervenants</Trans>}
                  about={<Trans>conducteur, assuré, bénéficiaire, payeur</Trans>}
                  open={values.parties.length > 0}
                >
                  <PartySection
                    parties={values.parties}
                    drivers={product.object_kind === 'vehicle'}
                    onChange={(parties) => form.set('parties', parties)}
                  />
                </Fold>
                <RareSections form={form} product={product} isNew={policyId === undefined} initial={initial} {...(placed && { placed })} />
              </div>
            </Card>
          </>
        )}
        <div className={classes['foot']}>
          <b>{premium.state === 'priced' && <bdi dir="ltr">{formats.amount(premium.total)}</bdi>}</b>
          <LinkButton to={cancelTo} kind="quiet">
            <Trans>Annuler</Trans>
          </LinkButton>
          {product && acts}
        </div>
      </FormFrame>
      <aside>{product && <PremiumPanel premium={premium} doubles={doubles} />}</aside>
    </div>
  )
}

/** The button that sends the form; its words are the page's. */
export const SendButton = ({ form, children }: { form: Form<PolicyFormValues>; children: ReactNode }) => (
  <Button type="submit" kind="primary" busy={form.busy}>
    {children}
  </Button>
)
