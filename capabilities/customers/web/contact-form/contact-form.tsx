import { useEffect, useRef, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Building2, HandHeart, Landmark, Store, UserRound } from 'lucide-react'
import { useAddress } from '#kernel/web/address.ts'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { Segments } from '#kernel/web/forms/segments.tsx'
import { TagsField } from '#kernel/web/forms/tags-field.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { ColleagueField } from '#capabilities/identity/web/index.ts'
import { AgencyField } from '#capabilities/organization/web/index.ts'
import { contactKinds, type Contact, type ContactKind } from '../../contract.ts'
import { searchTags } from '../tag-choice.ts'
import { useCustomerWords } from '../use-customer-words.ts'
import { useFieldWords } from '../use-field-words.ts'
import type { ContactFormValues } from './contact-values.ts'
import { IdentitySection } from './identity-section.tsx'
import { RareSections } from './rare-sections.tsx'
import { ReachSection } from './reach-section.tsx'
import { SimilarPanel } from './similar-panel.tsx'
import { useSimilar } from './use-similar.ts'
import classes from './contact-form.module.css'

interface ContactFormProps {
  readonly form: Form<ContactFormValues>
  /** The values of a new start. */
  readonly initial: ContactFormValues
  readonly doubt: (field: keyof ContactFormValues, values: ContactFormValues) => string | null
  readonly contact: Contact | null
  /** What the fields of agency and owner show before they are changed; a known contact is given by «Affecter» instead. */
  readonly placed?: { readonly agency: string; readonly owner: string }
  readonly cancelTo: string
  readonly submit: ReactNode
  /** What must be decided before it can be sent. */
  readonly children?: ReactNode
}

const icons: Readonly<Record<ContactKind, typeof UserRound>> = {
  individual: UserRound,
  professional: Store,
  company: Building2,
  association: HandHeart,
  administration: Landmark,
}

/** The form of a contact: the kind first, then what is always asked, the rest folded; those who look alike stand beside it. */
export const ContactForm = ({ form, initial, doubt, contact, placed, cancelTo, submit, children }: ContactFormProps) => {
  const { t } = useLingui()
  const words = useCustomerWords()
  const fields = useFieldWords()
  const sought = useAddress()['field']
  const frame = useRef<HTMLDivElement>(null)
  const similar = useSimilar(form.values, contact?.id)
  useEffect(() => {
    if (sought) frame.current?.querySelector<HTMLElement>(`[name="${CSS.escape(sought)}"]`)?.focus()
  }, [sought])
  const section = { form, contact, doubt: (field: keyof ContactFormValues) => doubt(field, form.values) ?? undefined }
  return (
    <div ref={frame} className={classes['columns']}>
      {/* A known record is read first: the first field that happens to be empty may lie far below. */}
      <FormFrame form={form} initial={initial} focusFirst={sought === undefined && contact === null} className={classes['form']}>
        {children}
        <Card>
          <div className={classes['section']}>
            <Segments
              label={fields.kind}
              options={contactKinds.map((value) => {
                const Picture = icons[value]
                return { value, label: words.kind[value], icon: <Picture aria-hidden="true" /> }
              })}
              value={form.values.kind}
              onChange={(kind) => form.set('kind', kind)}
            />
            <IdentitySection {...section} />
          </div>
        </Card>
        <Card title={<Trans>Coordonnées</Trans>}>
          <div className={classes['section']}>
            <ReachSection {...section} />
          </div>
        </Card>
        <Card title={placed ? <Trans>Rattachement</Trans> : <Trans>Étiquettes</Trans>}>
          <div className={classes['section']}>
            {placed && (
              <FieldRow>
                <AgencyField
                  name="agency_id"
                  error={form.errors.agency_id}
                  value={form.values.agency_id || null}
                  shown={form.values.agency_id === initial.agency_id ? placed.agency : null}
                  onChange={(value) => form.set('agency_id', value ?? '')}
                />
                <ColleagueField
                  name="owner_id"
                  label={fields.owner_id}
                  optional
                  error={form.errors.owner_id}
                  value={form.values.owner_id || null}
                  shown={form.values.owner_id === initial.owner_id ? placed.owner : null}
                  agencyId={form.values.agency_id || null}
                  onChange={(value) => form.set('owner_id', value ?? '')}
                />
              </FieldRow>
            )}
            <TagsField
              label={placed ? fields.tags : t`Étiquettes de ce client`}
              optional
              value={form.values.tags}
              onChange={(tags) => form.set('tags', tags)}
              search={searchTags}
            />
          </div>
        </Card>
        <Card>
          <div className={classes['folds']}>
            <RareSections {...section} sought={sought} />
          </div>
        </Card>
        <div className={classes['foot']}>
          <LinkButton to={cancelTo} kind="quiet">
            <Trans>Annuler</Trans>
          </LinkButton>
          <Button type="submit" kind="primary" busy={form.busy}>
            {submit}
          </Button>
        </div>
      </FormFrame>
      <aside className={classes['side']} data-empty={similar.length === 0 ? '' : undefined}>
        <SimilarPanel similar={similar} known={contact !== null} />
      </aside>
    </div>
  )
}
