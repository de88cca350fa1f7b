import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { Building2, Plus } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { useSession } from '#kernel/web/session.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { HomeFigures } from './home-figures.tsx'
import { NewestContacts, RecentRecords } from './home-records.tsx'
import classes from './home.module.css'

/** U1 and A1, first form: the figures that matter today, each leading to its rows, and the records at hand. */
export const HomePage = () => {
  const { t } = useLingui()
  const formats = useFormats()
  const { me, can } = useSession()
  const firstSteps = can('setting.edit') && me.organization.sheet_completed_at === null
  return (
    <Page
      title={t`Accueil`}
      heading={<Trans>Bonjour {me.name}</Trans>}
      intro={
        <>
          {formats.day(formats.today(), 'full')} · {me.agency.number} <bdi>{me.agency.name}</bdi>
        </>
      }
      acts={
        can('contact.create') && (
          <LinkButton to="/contacts/new" kind="primary" icon={<Plus aria-hidden="true" />}>
            <Trans>Nouveau client</Trans>
          </LinkButton>
        )
      }
    >
      {firstSteps && (
        <aside className={classes['steps']}>
          <Building2 aria-hidden="true" />
          <p>
            <b>
              <Trans>Complétez la fiche de votre entreprise</Trans>
            </b>
            <Trans>Votre logo donne ses couleurs à l’application, pour tous vos collègues et aussitôt.</Trans>
          </p>
          <Link to="/organization">
            <Trans>Ouvrir la fiche</Trans>
          </Link>
        </aside>
      )}
      <HomeFigures />
      <div className={classes['columns']}>
        {can('contact.view') && <NewestContacts />}
        <RecentRecords userId={me.id} />
      </div>
    </Page>
  )
}
