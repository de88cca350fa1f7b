import type { ReactNode } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { CommuneName, useWilayas } from '#capabilities/organization/web/index.ts'
import type { Claim } from '../../contract.ts'
import { useClaimProduct } from '../use-claim-product.ts'
import { useClaimWords } from '../use-claim-words.ts'
import classes from './claim.module.css'

interface Fact {
  readonly key: string
  readonly name: string
  readonly value: ReactNode
}

/** «Déclaration»: what was said of the event, its place, the driver and the authority. */
export const DeclarationTab = ({ claim }: { claim: Claim }) => {
  const { t } = useLingui()
  const words = useClaimWords()
  const { day, count, instant } = useFormats()
  const { inLanguage } = useClaimProduct()
  const { nameOf } = useWilayas()
  const { details } = claim
  const said = (value: string | null | undefined): ReactNode => value && <bdi>{value}</bdi>
  const on = (value: string | null | undefined): ReactNode => value && day(value)
  const guarantees = claim.guarantees.map((code) => {
    const held = claim.policy.guarantees.find((one) => one.code === code)
    return held ? inLanguage(held.name, held.name_ar) : code
  })
  const only = (facts: readonly Fact[]): Fact[] => facts.filter(({ value }) => value !== null && value !== undefined && value !== '')
  const driver = details.driver ?? {}
  const authority = details.authority ?? {}
  const authorityName =
    authority.kind === 'police'
      ? t`Police`
      : authority.kind === 'gendarmerie'
        ? t`Gendarmerie`
        : authority.kind === 'civil_protection'
          ? t`Protection civile`
          : null
  const parts: ReadonlyArray<{ title: string; facts: readonly Fact[] }> = [
    {
      title: t`Événement`,
      facts: [
        { key: 'nature', name: t`Nature`, value: words.nature[claim.nature] },
        {
          key: 'when',
          name: t`Survenu le`,
          value: <bdi dir="ltr">{[day(claim.occurred_on), claim.occurred_at_time].filter(Boolean).join(' ')}</bdi>,
        },
        {
          key: 'place',
          name: t`Lieu`,
          value: (claim.place || claim.wilaya) && (
            <>
              {said(claim.place)}
              {claim.place && claim.wilaya && ', '}
              {claim.commune && (
                <>
                  <CommuneName wilaya={claim.wilaya} code={claim.commune} />,{' '}
                </>
              )}
              {nameOf(claim.wilaya)}
            </>
          ),
        },
        { key: 'guarantees', name: t`Garanties touchées`, value: guarantees.length > 0 && <bdi>{guarantees.join(', ')}</bdi> },
        ...only([
          { key: 'cause', name: t`Cause`, value: said(claim.cause) },
          { key: 'injured', name: t`Blessés`, value: claim.injured > 0 ? count(claim.injured) : null },
          { key: 'deaths', name: t`Décès`, value: details.deaths ? count(details.deaths) : null },
          { key: 'published', name: t`Publié au Journal officiel le`, value: on(details.catnat_published_on) },
        ]),
      ],
    },
    {
      title: t`Déclaration`,
      facts: [
        {
          key: 'declared',
          name: t`Déclaré le`,
          value: <bdi dir="ltr">{[day(claim.declared_on), claim.declared_at_time].filter(Boolean).join(' ')}</bdi>,
        },
        { key: 'channel', name: t`Canal`, value: words.channel[claim.channel] },
        { key: 'by', name: t`Saisi par`, value: said(claim.created_by_name) },
        { key: 'at', name: t`Saisi le`, value: <bdi dir="ltr">{instant(claim.created_at)}</bdi> },
        ...only([
          {
            key: 'liability',
            name: t`Responsabilité`,
            value: claim.liability_rate === null ? null : <bdi dir="ltr">{`${String(claim.liability_rate)} %`}</bdi>,
          },
          { key: 'convention', name: t`Convention`, value: claim.convention === null ? null : words.convention[claim.convention] },
          { key: 'external', name: t`Identifiant externe`, value: claim.external_id && <bdi dir="ltr">{claim.external_id}</bdi> },
        ]),
      ],
    },
    {
      title: t`Conducteur`,
      facts: only([
        { key: 'driver', name: t`Nom`, value: said(driver.name) },
        { key: 'relation', name: t`Lien avec l’assuré`, value: said(driver.relation) },
        { key: 'licence', name: t`Permis n°`, value: driver.licence_number && <bdi dir="ltr">{driver.licence_number}</bdi> },
        { key: 'category', name: t`Catégorie`, value: driver.licence_category && <bdi dir="ltr">{driver.licence_category}</bdi> },
        { key: 'licence_date', name: t`Permis du`, value: on(driver.licence_date) },
      ]),
    },
    {
      title: t`Autorité`,
      facts: only([
        { key: 'authority', name: t`Autorité`, value: authorityName },
        { key: 'unit', name: t`Brigade ou unité`, value: said(authority.unit) },
        { key: 'report', name: t`N° de PV`, value: authority.report_number && <bdi dir="ltr">{authority.report_number}</bdi> },
        { key: 'report_on', name: t`PV du`, value: on(authority.report_on) },
      ]),
    },
    {
      title: t`Vol`,
      facts: only([
        { key: 'complaint', name: t`Plainte du`, value: on(details.theft?.complaint_on) },
        { key: 'serial', name: t`N° de série`, value: details.theft?.serial_number && <bdi dir="ltr">{details.theft.serial_number}</bdi> },
        { key: 'found', name: t`Retrouvé le`, value: on(details.theft?.found_on) },
      ]),
    },
    {
      title: t`Véhicule`,
      facts: only([
        { key: 'pledge', name: t`Gagé au profit de`, value: said(details.pledge_creditor) },
        { key: 'load', name: t`Chargement`, value: said(details.heavy?.load) },
        { key: 'trailer', name: t`Remorque`, value: details.heavy?.trailer_plate && <bdi dir="ltr">{details.heavy.trailer_plate}</bdi> },
        { key: 'second', name: t`Assureur de la remorque`, value: said(details.heavy?.second_insurer) },
        { key: 'other_damage', name: t`Autres dégâts matériels`, value: said(details.other_damage) },
      ]),
    },
  ]
  return (
    <div className={classes['declaration']}>
      {claim.circumstances && (
        <section className={classes['wide']}>
          <h2>{t`Circonstances`}</h2>
          <p className={classes['said']}>
            <bdi>{claim.circumstances}</bdi>
          </p>
        </section>
      )}
      {parts
        .filter(({ facts }) => facts.length > 0)
        .map(({ title, facts }) => (
          <section key={title}>
            <h2>{title}</h2>
            <KeyValues facts={facts} />
          </section>
        ))}
    </div>
  )
}
