import type { ReactNode } from 'react'
import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { useWilayas } from '#capabilities/organization/web/index.ts'
import type { Policy, PolicyParty } from '../../contract.ts'
import { usePolicyWords } from '../use-policy-words.ts'
import { HolderLink } from './policy-warnings.tsx'
import classes from './policy.module.css'

const Details = ({ party }: { party: PolicyParty }) => {
  const formats = useFormats()
  const { nameOf } = useWilayas()
  const { birth_date: birth, licence_number: licence, licence_date: since, licence_wilaya: wilaya } = party
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['birth', birth !== null && <Trans>né(e) le {formats.day(birth)}</Trans>],
    [
      'licence',
      licence !== null && (
        <Trans>
          permis <bdi dir="ltr">{licence}</bdi> {party.licence_category ?? ''}
        </Trans>
      ),
    ],
    ['since', since !== null && <Trans>délivré le {formats.day(since)}</Trans>],
    ['wilaya', wilaya !== null && nameOf(wilaya)],
  ]
  const known = facts.filter(([, fact]) => fact !== false)
  if (known.length === 0) return null
  return (
    <p>
      {known.map(([key, fact], at) => (
        <span key={key}>
          {at > 0 && ' · '}
          {fact}
        </span>
      ))}
    </p>
  )
}

/** «Intervenants»: the subscriber, then everybody else whom the contract names. */
export const PartiesTab = ({ policy }: { policy: Policy }) => {
  const words = usePolicyWords()
  return (
    <ul className={classes['list']}>
      <li>
        <header>
          <b>
            <HolderLink policy={policy} />
          </b>
          <span>
            <bdi dir="ltr">{policy.contact_code}</bdi>
          </span>
          <span>
            <Trans>Souscripteur</Trans>
          </span>
        </header>
      </li>
      {policy.parties.map((party) => (
        <li key={party.id}>
          <header>
            <b>
              {party.contact_id !== null && party.contact_code !== null ? (
                <Link to={`/contacts/${party.contact_id}` as '.'}>
                  <bdi>{party.name}</bdi>
                </Link>
              ) : (
                <bdi>{party.name}</bdi>
              )}
            </b>
            {party.contact_code !== null && (
              <span>
                <bdi dir="ltr">{party.contact_code}</bdi>
              </span>
            )}
            <span>{words.role[party.role]}</span>
          </header>
          <Details party={party} />
        </li>
      ))}
    </ul>
  )
}
