import { Trans, useLingui } from '@lingui/react/macro'
import { DoorClosed } from 'lucide-react'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { usePageTitle } from '#kernel/web/ui/page.tsx'

/** A page that the person's role does not open. */
export const NotOpen = () => {
  const { t } = useLingui()
  usePageTitle(t`Page non ouverte`)
  return (
    <Blank
      icon={<DoorClosed aria-hidden="true" />}
      title={<Trans>Cette page n’est pas ouverte à votre rôle</Trans>}
      acts={
        <LinkButton to="/home">
          <Trans>Revenir à l’accueil</Trans>
        </LinkButton>
      }
    >
      <Trans>Votre administrateur peut élargir vos droits.</Trans>
    </Blank>
  )
}
