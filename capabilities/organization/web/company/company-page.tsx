import { useState } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { ApiProblem, call } from '#kernel/web/api.ts'
import { ConflictDialog } from '#kernel/web/forms/conflict-dialog.tsx'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRead } from '#kernel/web/query.ts'
import { useMe } from '#kernel/web/session.tsx'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { organizationOperations, type Organization } from '../../contract.ts'
import { useWilayas } from '../places.tsx'
import { AccentCard } from './accent-card.tsx'
import { CompanyForm } from './company-form.tsx'
import { changedCompanyFields, companyChanges, companyValuesOf, type CompanyValues } from './company-values.ts'
import { LogoCard } from './logo-card.tsx'
import { useCompanyAnswers } from './use-company.ts'
import { useCompanyRules } from './use-company-rules.ts'
import { useCompanyWords } from './use-company-words.ts'
import classes from './company.module.css'

const isOrganization = (value: unknown): value is Organization =>
  typeof value === 'object' && value !== null && 'version' in value && 'brand' in value

const Sheet = ({ company, opened }: { company: Organization; opened: Organization }) => {
  const { t } = useLingui()
  const me = useMe()
  const navigate = useNavigate()
  const words = useCompanyWords()
  const { nameOf } = useWilayas()
  const { show } = useCompanyAnswers()
  // The fields as they were opened, and the version that bears them: logo and colour raise it on their own, a colleague's save does not.
  const [base, setBase] = useState(opened)
  const [version, setVersion] = useState(opened.version)
  const [first] = useState(opened.sheet_completed_at === null)
  const [theirs, setTheirs] = useState<Organization | null>(null)
  const initial = companyValuesOf(base)
  const rules = useCompanyRules(initial)
  const save = (values: CompanyValues, over: Organization, at: number, options: { idempotencyKey?: string } = {}) =>
    call(organizationOperations.updateOrganization, { version: at, ...companyChanges(companyValuesOf(over), values) }, options)
  const saved = (answer: Organization) => {
    setBase(answer)
    setVersion(answer.version)
    form.restart(companyValuesOf(answer))
    show(answer)
    toast(t`Fiche de l’entreprise enregistrée`)
    if (first) void navigate({ to: '/home' })
  }
  const form = useForm<CompanyValues, Organization>({
    initial,
    rules,
    draft: `organization:${opened.id}:${opened.version}`,
    send: async (values, options) => {
      try {
        return await save(values, base, version, options)
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 409 && isOrganization(error.current)) setTheirs(error.current)
        throw error
      }
    },
    done: saved,
  })
  const changedElsewhere = (answer: Organization) => {
    if (answer.version === version + 1) setVersion(answer.version)
  }
  return (
    <>
      {first && (
        <Notice tone="info">
          <Trans>
            Bienvenue, {me.name}. Complétez la fiche de votre entreprise: son logo donne ses couleurs à l’application. Vous pourrez y
            revenir à tout moment.
          </Trans>
        </Notice>
      )}
      <LogoCard company={company} onChanged={changedElsewhere} />
      <AccentCard company={company} onChanged={changedElsewhere} />
      <CompanyForm form={form} initial={initial} first={first} />
      {theirs && (
        <ConflictDialog
          title={t`Cette fiche vient d’être modifiée`}
          versions={{ base: initial, mine: form.values, theirs: companyValuesOf(theirs) }}
          changed={changedCompanyFields}
          nameOf={(field) => words[field]}
          say={(field, values) => (field === 'wilaya' ? (nameOf(values.wilaya || null) ?? '') : values[field]) || t`vide`}
          onClose={() => setTheirs(null)}
          onSettle={async (values) => {
            saved(await save(values, theirs, theirs.version))
            setTheirs(null)
          }}
        />
      )}
    </>
  )
}

/** «Fiche de l’entreprise»: the company's sheet, logo and colours; where its administrator begins. */
export const CompanyPage = () => {
  const { t } = useLingui()
  const { data, error, refetch } = useRead(organizationOperations.getOrganization, {})
  const [opened, setOpened] = useState(data)
  if (data && !opened) setOpened(data)
  return (
    <Page title={t`Fiche de l’entreprise`} width="narrow" intro={<Trans>Identité, logo et couleurs de l’entreprise.</Trans>}>
      {data && opened ? (
        <div className={classes['page']}>
          <Sheet company={data} opened={opened} />
        </div>
      ) : error ? (
        <Failure error={error} again={() => refetch()} />
      ) : (
        <SkeletonRows rows={10} />
      )}
    </Page>
  )
}
