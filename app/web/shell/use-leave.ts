import { useLingui } from '@lingui/react/macro'
import { useSession } from '#kernel/web/session.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'

/** Signs out, and says so when the server could not be told: nobody walks away from a session that is still open. */
export const useLeave = (): (() => void) => {
  const { t } = useLingui()
  const { leave } = useSession()
  return () => {
    leave().catch(() => toast(t`La déconnexion n’a pas abouti. Vérifiez la connexion et réessayez.`, { tone: 'bad' }))
  }
}
