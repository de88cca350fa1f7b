import { Trans, useLingui } from '@lingui/react/macro'
import { Check, Lock } from 'lucide-react'
import { reaches, type Reach } from '#kernel/shared/rights.ts'
import type { Role } from '../contract.ts'
import { grantsOf } from '../rights.ts'
import classes from './rights-in-words.module.css'

/** What is told of an object, in the order of importance: `view` first, `delete` last. */
const told = ['view', 'create', 'edit', 'assign', 'delete', 'comment', 'attach', 'export', 'import'] as const

const useWords = () => {
  const { t } = useLingui()
  const objects: Readonly<Record<string, string>> = {
    contact: t`Clients et comptes`,
    activity: t`Appels, visites et notes`,
    agency: t`Agences et directions régionales`,
    user: t`Utilisateurs`,
    setting: t`Fiche de l’entreprise et réglages`,
    import: t`Imports`,
    export: t`Exports`,
    journal: t`Journal`,
  }
  const actions: Record<(typeof told)[number], string> = {
    view: t`voir`,
    create: t`créer`,
    edit: t`modifier`,
    assign: t`affecter`,
    delete: t`supprimer`,
    comment: t`commenter`,
    attach: t`joindre des pièces`,
    export: t`exporter`,
    import: t`importer`,
  }
  const where: Record<Reach, string> = {
    own: t`les siens seulement`,
    agency: t`dans son agence`,
    region: t`dans sa région`,
    organization: t`dans toute la compagnie`,
  }
  return { objects, actions, where }
}

/** What a role with this reach lets a person do, object by object, read from the very rule that the server applies. */
export const RightsInWords = ({ role, scope }: { role: Role; scope: Reach }) => {
  const { objects, actions, where } = useWords()
  const grants = grantsOf(role, scope)
  const open = Object.entries(objects).filter(([object]) => grants[object]?.['view'] !== undefined)
  const closed = Object.entries(objects).filter(([object]) => grants[object]?.['view'] === undefined)
  const verbs = (object: string, reach: Reach): string =>
    told
      .filter((action) => grants[object]?.[action] === reach)
      .map((action) => actions[action])
      .join(', ')
  return (
    <section className={classes['rights']} aria-live="polite">
      <h3>
        <Trans>Ce que ce rôle permet</Trans>
      </h3>
      <ul>
        {open.map(([object, name]) => (
          <li key={object}>
            <Check aria-hidden="true" />
            <div>
              <b>{name}</b>
              {reaches
                .filter((reach) => verbs(object, reach) !== '')
                .reverse()
                .map((reach) => (
                  <p key={reach}>
                    {verbs(object, reach)} <span>{where[reach]}</span>
                  </p>
                ))}
            </div>
          </li>
        ))}
      </ul>
      {closed.length > 0 && (
        <p className={classes['closed']}>
          <Lock aria-hidden="true" />
          <span>
            <Trans>Sans accès</Trans> · {closed.map(([, name]) => name).join(' · ')}
          </span>
        </p>
      )}
    </section>
  )
}
