import { useMemo, useRef, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Package, Plus } from 'lucide-react'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { SearchBox } from '#kernel/web/ui/list/search-box.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { productOperations, type ProductRow } from '../../contract.ts'
import { ProductDialog } from '../product-dialog.tsx'
import { useProductWords } from '../use-product-words.ts'
import { byBranch } from './by-branch.ts'
import classes from './products.module.css'

const Line = ({ row }: { row: ProductRow }) => {
  const words = useProductWords()
  return (
    <li data-off={row.active ? undefined : ''}>
      <Link to={`/products/${row.id}`}>
        <span className={classes['name']}>
          <bdi>{words.nameOf(row)}</bdi>
          <small>
            {words.clientele[row.clientele]} · {row.durations.map(words.duration).slice(0, 4).join(', ')}
            {row.durations.length > 4 ? ' …' : ''} · {words.renewal[row.renewal]}
          </small>
        </span>
        <code>{row.code}</code>
        <span className={classes['figures']}>
          <Plural value={row.guarantees} one="# garantie" other="# garanties" />
          <small>
            <Plural value={row.formulas} one="# formule" other="# formules" />
          </small>
        </span>
        <span className={classes['chips']}>
          {row.compulsory && (
            <Chip tone="accent">
              <Trans>Obligatoire</Trans>
            </Chip>
          )}
          {row.carrier === 'partner' && (
            <Chip tone="info">
              <Trans>Partenaire</Trans>
            </Chip>
          )}
          {!row.active && (
            <Chip>
              <Trans>Plus en vente</Trans>
            </Chip>
          )}
        </span>
      </Link>
    </li>
  )
}

/** «Produits»: what the company sells, by branch. */
export const ProductsPage = () => {
  const { t } = useLingui()
  const { can } = useSession()
  const navigate = useNavigate()
  const words = useProductWords()
  const { data, error, refetch } = useRead(productOperations.listProducts, { limit: 200, total: 'none' })
  const [search, setSearch] = useState('')
  const [ended, setEnded] = useState(false)
  const [creating, setCreating] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const branches = useMemo(() => byBranch(data?.data ?? [], search, ended), [data, search, ended])
  const sold = data?.data.filter(({ active }) => active).length ?? 0
  const gone = (data?.data.length ?? 0) - sold
  const create = can('product.create') && (
    <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => setCreating(true)}>
      <Trans>Nouveau produit</Trans>
    </Button>
  )
  return (
    <Page
      title={t`Produits`}
      count={
        data && (
          <>
            <Plural value={sold} one="# en vente" other="# en vente" />
            {gone > 0 && (
              <>
                {' · '}
                <Plural value={gone} one="# retiré" other="# retirés" />
              </>
            )}
          </>
        )
      }
      acts={create || undefined}
    >
      {data ? (
        <>
          <div className={classes['tools']}>
            <SearchBox
              input={input}
              label={t`Code ou nom du produit`}
              value={search}
              onChange={setSearch}
              onDown={() => list.current?.querySelector<HTMLElement>('a')?.focus()}
            />
            {gone > 0 && (
              <CheckField
                label={t`Avec ceux qui ne sont plus vendus`}
                checked={ended}
                onChange={(event) => setEnded(event.target.checked)}
              />
            )}
          </div>
          <div ref={list} className={classes['branches']}>
            {branches.map(({ branch, products }) => (
              <Card key={branch} title={words.branch[branch]} aside={<span className={classes['branch']}>{branch}</span>} flush>
                <ul className={classes['products']}>
                  {products.map((row) => (
                    <Line key={row.id} row={row} />
                  ))}
                </ul>
              </Card>
            ))}
          </div>
          {branches.length === 0 && (
            <Blank
              icon={<Package aria-hidden="true" />}
              title={search === '' ? <Trans>Aucun produit en vente</Trans> : <Trans>Aucun produit ne correspond</Trans>}
              acts={
                search === '' ? (
                  create
                ) : (
                  <Button onClick={() => setSearch('')}>
                    <Trans>Effacer la recherche</Trans>
                  </Button>
                )
              }
            >
              {search === '' ? (
                <Trans>Ajoutez ce que la compagnie vend.</Trans>
              ) : (
                <Trans>Cherchez par le code, ou par une partie du nom.</Trans>
              )}
            </Blank>
          )}
        </>
      ) : error ? (
        <Failure error={error} again={() => refetch()} />
      ) : (
        <SkeletonRows rows={12} />
      )}
      {creating && (
        <ProductDialog product={null} onClose={() => setCreating(false)} onMade={(made) => void navigate({ to: `/products/${made.id}` })} />
      )}
    </Page>
  )
}
