import { Link } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { CircleCheck } from 'lucide-react'
import { useFormats } from '#kernel/web/formats.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import { PolicyLink, PolicyState } from '#capabilities/policies/web/index.ts'
import type { ComponentProps } from 'react'
import type { Coverage, DeclarationCheck } from '../../contract.ts'
import { FlagList } from '../flag-list.tsx'
import { useClaimProduct } from '../use-claim-product.ts'
import { usePaperWords } from '../use-paper-words.ts'
import classes from './declare.module.css'

/** Beside the form: the policy, what is pointed out as it is typed, and the papers to ask for at once. */
export const DeclarationAside = ({
  coverage,
  check,
  declaredOn,
}: {
  coverage: Coverage | undefined
  check: DeclarationCheck | undefined
  declaredOn: string
}) => {
  const { t } = useLingui()
  const { day } = useFormats()
  const { productOf } = useClaimProduct()
  const names = usePaperWords()
  return (
    <aside className={classes['aside']}>
      {coverage && (
        <Card
          title={<Trans>Police</Trans>}
          aside={<PolicyState status={coverage.policy.status as ComponentProps<typeof PolicyState>['status']} />}
        >
          <KeyValues
            facts={[
              { key: 'number', name: t`Numéro`, value: <PolicyLink id={coverage.policy.id} number={coverage.policy.number} /> },
              {
                key: 'holder',
                name: t`Client`,
                value: (
                  <Link to={`/contacts/${coverage.policy.contact_id}` as '.'}>
                    <bdi>{coverage.policy.contact_name}</bdi>
                  </Link>
                ),
              },
              { key: 'product', name: t`Produit`, value: <bdi>{productOf(coverage.policy)}</bdi> },
              {
                key: 'period',
                name: t`Période`,
                value: (
                  <Trans>
                    du {day(coverage.policy.effective_date)} au {day(coverage.policy.expiry_date)}
                  </Trans>
                ),
              },
            ]}
          />
        </Card>
      )}
      {check && (
        <Card flush title={<Trans>À vérifier</Trans>}>
          {check.flags.length > 0 ? (
            <FlagList
              flags={check.flags}
              duplicates={check.duplicates}
              dueOn={check.declaration_due_on}
              declaredOn={declaredOn}
              suspension={check.suspension}
            />
          ) : (
            <p className={classes['fine']}>
              <CircleCheck aria-hidden="true" />
              <Trans>Garantie en vigueur, déclaré dans les délais.</Trans>
            </p>
          )}
        </Card>
      )}
      {check && (
        <Card title={<Trans>Pièces à demander</Trans>}>
          <ul className={classes['papers']}>
            {check.papers.map((paper) => (
              <li key={paper.code} data-optional={paper.required ? undefined : ''}>
                {names[paper.code]}
                {!paper.required && (
                  <small>
                    {' '}
                    <Trans>facultative</Trans>
                  </small>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </aside>
  )
}
