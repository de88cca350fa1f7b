import { Link } from '@tanstack/react-router'
import { Trans } from '@lingui/react/macro'
import { FileText, Phone } from 'lucide-react'
import { fileAddress } from '#kernel/web/api.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { DayText } from '#kernel/web/ui/moment.tsx'
import { documentOperations } from '#capabilities/documents/contract.ts'
import type { RenewalRow } from '../../renewal-contract.ts'
import { outcomeTones, useRenewalWords } from './use-renewal-words.ts'
import classes from './renewals.module.css'

/** A term beside the list: whose, what it costs now and next, what was sent, and the ways to the customer. */
export const RenewalQuick = ({ row }: { row: RenewalRow }) => {
  const words = useRenewalWords()
  const formats = useFormats()
  return (
    <div className={classes['quick']}>
      <header>
        <h2>
          <Link to={`/contacts/${row.contact_id}` as '.'}>
            <bdi>{row.contact_name}</bdi>
          </Link>
        </h2>
        <p>
          <bdi dir="ltr">{row.contact_code}</bdi>
        </p>
        <Chip tone={outcomeTones[row.outcome]}>{words.outcome[row.outcome]}</Chip>
      </header>
      <KeyValues
        facts={[
          {
            key: 'policy',
            name: <Trans>Police</Trans>,
            value: (
              <Link to={`/policies/${row.policy_id}` as '.'}>
                <bdi dir="ltr">{row.number}</bdi>
              </Link>
            ),
          },
          { key: 'product', name: <Trans>Produit</Trans>, value: <bdi>{row.product_name}</bdi> },
          { key: 'formula', name: <Trans>Formule</Trans>, value: row.formula_name && <bdi>{row.formula_name}</bdi> },
          { key: 'insured', name: <Trans>Bien assuré</Trans>, value: row.insured_label && <bdi>{row.insured_label}</bdi> },
          {
            key: 'expiry',
            name: <Trans>Échéance</Trans>,
            value: (
              <>
                <DayText day={row.expiry_date} /> <small>{formats.dayFromToday(row.expiry_date)}</small>
              </>
            ),
          },
          { key: 'premium', name: <Trans>Prime actuelle</Trans>, value: <bdi>{formats.amount(row.total_premium_centimes)}</bdi> },
          {
            key: 'next',
            name: <Trans>Prime annoncée</Trans>,
            value: row.notice_amount_centimes !== null && <bdi>{formats.amount(row.notice_amount_centimes)}</bdi>,
          },
          { key: 'agency', name: <Trans>Agence</Trans>, value: <bdi>{row.agency_name}</bdi> },
        ]}
      />
      <p className={classes['ways']}>
        {row.contact_mobile !== null && (
          <a href={`tel:${row.contact_mobile}`}>
            <Phone aria-hidden="true" />
            <Trans>Appeler</Trans>
          </a>
        )}
        {row.notice_document_id !== null && (
          <a href={fileAddress(documentOperations.readFile, { id: row.notice_document_id })} target="_blank" rel="noopener noreferrer">
            <FileText aria-hidden="true" />
            <Trans>Avis d’échéance</Trans>
          </a>
        )}
        <Link to={`/policies/${row.policy_id}` as '.'}>
          <Trans>Renouveler ou clore</Trans>
        </Link>
      </p>
    </div>
  )
}
