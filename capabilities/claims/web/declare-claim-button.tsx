import { Trans } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { LinkButton } from '#kernel/web/ui/button.tsx'

interface DeclareClaimButtonProps {
  readonly policyId?: string
  readonly contactId?: string
  readonly kind?: 'primary' | 'secondary' | 'quiet'
  readonly size?: 'small' | 'medium'
}

/** «Déclarer un sinistre», for who may: with the policy or the customer already known. */
export const DeclareClaimButton = ({ policyId, contactId, kind = 'secondary', size = 'medium' }: DeclareClaimButtonProps) => {
  const { can } = useSession()
  if (!can('claim.create')) return null
  return (
    <LinkButton
      to="/claims/new"
      search={{ ...(policyId !== undefined && { policy: policyId }), ...(contactId !== undefined && { contact: contactId }) }}
      kind={kind}
      size={size}
      icon={<Plus aria-hidden="true" />}
    >
      <Trans>Déclarer un sinistre</Trans>
    </LinkButton>
  )
}
