import { Trans } from '@lingui/react/macro'
import type { ApiProblem } from '#kernel/web/api.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'

/** Why the server did not do what was asked. */
export const Refusal = ({ problem }: { problem: ApiProblem | null }) =>
  problem === null ? null : (
    <Notice tone="bad">
      {problem.status === 0 ? (
        <Trans>Le serveur ne répond pas. Rien n’est perdu: réessayez quand la connexion revient.</Trans>
      ) : (
        problem.message
      )}
    </Notice>
  )
