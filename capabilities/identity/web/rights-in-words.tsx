import { Trans, useLingui } from '@lingui/react/macro'
import { Check, Minus } from 'lucide-react'
import type { Reach } from '#kernel/shared/rights.ts'
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
    own: t`les siens`,
    agency: t`de son agence`,
    region: t`de sa région`,
    organization: t`de toute la compagnie`,
  }
  return { objects, actions, where }
}

/** What a role with this reach lets a person do, object by object, read from the very rule that the server applies. */
export const RightsInWords = ({ role, scope }: { role: Role; scope: Reach }) => {
  const { objects, actions, where } = useWords()
  const grants = grantsOf(role, scope)
  return (
    <section className={classes['rights']} aria-live="polite">
      <h3>
        <Trans>Ce que cette personne pourra faire</Trans>
      </h3>
      <ul>
        {Object.entries(objects).map(([object, name]) => {
          const held = grants[object] ?? {}
          const widest = held['view']
          const wide = told.filter((action) => held[action] !== undefined && held[action] === widest)
          const narrow = told.filter((action) => held[action] !== undefined && held[action] !== widest)
          return (
            <li key={object} data-none={widest === undefined ? '' : undefined}>
              {widest === undefined ? <Minus aria-hidden="true" /> : <Check aria-hidden="true" />}
              <span>
                <b>{name}</b>
                <small>
                  {widest === undefined ? (
                    <Trans>pas d’accès</Trans>
                  ) : (
                    <>
                      {wide.map((action) => actions[action]).join(', ')}: {where[widest]}
                      {narrow.length > 0 && (
                        <>
                          {'; '}
                          {narrow.map((action) => actions[action]).join(', ')}: {where[held[narrow[0] ?? 'view'] ?? 'own']}
                        </>
                      )}
                    </>
                  )}
                </small>
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
