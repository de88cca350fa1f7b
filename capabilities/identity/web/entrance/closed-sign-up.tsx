import { Trans, useLingui } from '@lingui/react/macro'
import { DoorClosed } from 'lucide-react'
import { LinkButton } from '#kernel/web/ui/button.tsx'
import { EntranceHead } from './entrance-head.tsx'

/** Registration is closed on this installation: said politely, with the way on. */
export const ClosedSignUp = () => {
  const { t } = useLingui()
  return (
    <>
      <EntranceHead title={t`Les inscriptions sont closes`} icon={<DoorClosed aria-hidden="true" />}>
        <Trans>
          Une compagnie est déjà inscrite sur cette installation. Pour la rejoindre, demandez une invitation à son administrateur.
        </Trans>
      </EntranceHead>
      <LinkButton to="/sign-in" kind="primary" size="large" wide>
        <Trans>Se connecter</Trans>
      </LinkButton>
    </>
  )
}
