import { lazy, Suspense, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Pencil, Users } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Blank } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import type { Claim, ClaimParty } from '../../contract.ts'
import { useCompanyName } from '../company-field.tsx'
import { useClaimWords } from '../use-claim-words.ts'
import classes from './claim.module.css'

const PartiesDialog = lazy(() => import('./parties-dialog.tsx').then((module) => ({ default: module.PartiesDialog })))

const Party = ({ party }: { party: ClaimParty }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { day } = useFormats()
  const companyName = useCompanyName()
  const valid = [party.policy_from, party.policy_until].map((one) => (one === null ? '…' : day(one))).join(' – ')
  const facts = [
    {
      key: 'phone',
      name: t`Téléphone`,
      value: party.phone && (
        <a href={`tel:${party.phone}`}>
          <bdi dir="ltr">{party.phone}</bdi>
        </a>
      ),
    },
    { key: 'address', name: t`Adresse`, value: party.address && <bdi>{party.address}</bdi> },
    { key: 'vehicle', name: t`Véhicule`, value: party.vehicle && <bdi>{party.vehicle}</bdi> },
    { key: 'plate', name: t`Immatriculation`, value: party.plate && <bdi dir="ltr">{party.plate}</bdi> },
    { key: 'driver', name: t`Conducteur`, value: party.driver_name && <bdi>{party.driver_name}</bdi> },
    { key: 'company', name: t`Compagnie`, value: party.company && <bdi>{companyName(party.company)}</bdi> },
    { key: 'policy', name: t`Police`, value: party.policy_number && <bdi dir="ltr">{party.policy_number}</bdi> },
    { key: 'valid', name: t`Valable`, value: (party.policy_from || party.policy_until) && <bdi dir="ltr">{valid}</bdi> },
    { key: 'damage', name: t`Dégâts`, value: party.damage && <bdi>{party.damage}</bdi> },
  ].filter(({ value }) => value !== null && value !== '')
  return (
    <li>
      <h2>
        <bdi>{party.name}</bdi> <Chip plain>{words.party[party.role]}</Chip>
      </h2>
      {facts.length > 0 && <KeyValues facts={facts} />}
    </li>
  )
}

/** «Tiers»: who else was there, their vehicle and insurer. */
export const PartiesTab = ({ claim }: { claim: Claim }) => {
  const [editing, setEditing] = useState(false)
  const edit = claim.can.edit && (
    <Button size="small" icon={<Pencil aria-hidden="true" />} onClick={() => setEditing(true)}>
      {claim.parties.length === 0 ? <Trans>Ajouter</Trans> : <Trans>Modifier</Trans>}
    </Button>
  )
  return (
    <>
      {claim.parties.length === 0 ? (
        <Blank icon={<Users aria-hidden="true" />} title={<Trans>Aucun tiers ni témoin</Trans>} acts={edit || undefined}>
          <Trans>Notez les autres parties, leur véhicule et leur compagnie.</Trans>
        </Blank>
      ) : (
        <>
          {edit && <div className={classes['tabActs']}>{edit}</div>}
          <ul className={classes['parties']}>
            {claim.parties.map((party) => (
              <Party key={party.id} party={party} />
            ))}
          </ul>
        </>
      )}
      <Suspense>{editing && <PartiesDialog claim={claim} onClose={() => setEditing(false)} />}</Suspense>
    </>
  )
}
