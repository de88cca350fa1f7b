import { useState } from 'react'
import { useParams } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { useNavigate } from '@tanstack/react-router'
import { Calculator, Copy, MoreHorizontal, Pencil } from 'lucide-react'
import { useRead } from '#kernel/web/query.ts'
import { useSession } from '#kernel/web/session.tsx'
import { AddressTabs, useTab } from '#kernel/web/ui/address-tabs.tsx'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { IconButton, LinkButton } from '#kernel/web/ui/button.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { Menu } from '#kernel/web/ui/menu.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { productOperations, type Product } from '../../contract.ts'
import { ProductDialog } from '../product-dialog.tsx'
import { RatesTab } from '../rates/rates-tab.tsx'
import { SimulatorTab } from '../simulator/simulator-tab.tsx'
import { useProductWords } from '../use-product-words.ts'
import { CoversTab } from './covers-tab.tsx'
import { SheetTab } from './sheet-tab.tsx'
import classes from './product.module.css'

const tabs = ['covers', 'rates', 'simulator', 'sheet'] as const

const Acts = ({ product, tab }: { product: Product; tab: (typeof tabs)[number] }) => {
  const { t } = useLingui()
  const { can } = useSession()
  const navigate = useNavigate()
  const [dialog, setDialog] = useState<'edit' | 'copy' | null>(null)
  const entries = [
    ...(can('product.edit')
      ? [{ key: 'edit', label: t`Modifier la fiche`, icon: <Pencil aria-hidden="true" />, act: () => setDialog('edit') }]
      : []),
    ...(can('product.create')
      ? [{ key: 'copy', label: t`Dupliquer le produit`, icon: <Copy aria-hidden="true" />, act: () => setDialog('copy') }]
      : []),
  ]
  return (
    <>
      {tab !== 'simulator' && (
        <LinkButton kind="primary" to={`/products/${product.id}`} search={{ tab: 'simulator' }} icon={<Calculator aria-hidden="true" />}>
          <Trans>Simuler une prime</Trans>
        </LinkButton>
      )}
      {entries.length > 0 && (
        <Menu label={t`Autres actions`} entries={entries}>
          {(opener) => (
            <IconButton {...opener} kind="secondary" label={t`Autres actions`}>
              <MoreHorizontal aria-hidden="true" />
            </IconButton>
          )}
        </Menu>
      )}
      {dialog === 'edit' && <ProductDialog product={product} onClose={() => setDialog(null)} />}
      {dialog === 'copy' && (
        <ProductDialog
          product={null}
          model={product}
          onClose={() => setDialog(null)}
          onMade={(made) => void navigate({ to: `/products/${made.id}` })}
        />
      )}
    </>
  )
}

/** A product: what it covers, what it costs and cost, a premium tried out, its sheet. */
export const ProductPage = () => {
  const { t } = useLingui()
  const { id } = useParams({ strict: false }) as { id: string }
  const words = useProductWords()
  const tab = useTab(tabs)
  const { data, error, refetch } = useRead(productOperations.getProduct, { id })
  const back = { to: '/products', label: <Trans>Produits</Trans> }
  if (!data)
    return (
      <Page title={t`Produit`} back={back}>
        {error ? <Failure error={error} again={() => refetch()} /> : <SkeletonRows rows={10} />}
      </Page>
    )
  return (
    <Page
      title={words.nameOf(data)}
      heading={<bdi>{words.nameOf(data)}</bdi>}
      back={back}
      count={
        <span className={classes['marks']}>
          <bdi dir="ltr">{data.code}</bdi>
          <span>{words.branch[data.branch]}</span>
          {data.compulsory && (
            <Chip tone="accent">
              <Trans>Obligatoire</Trans>
            </Chip>
          )}
          {data.carrier === 'partner' && (
            <Chip tone="info">
              <Trans>Partenaire</Trans>
            </Chip>
          )}
          {!data.active && (
            <Chip tone="neutral">
              <Trans>Plus en vente</Trans>
            </Chip>
          )}
        </span>
      }
      acts={<Acts product={data} tab={tab} />}
    >
      <AddressTabs
        label={t`Produit`}
        current={tab}
        tabs={[
          { key: 'covers', label: <Trans>Garanties et formules</Trans>, count: data.guarantees.length },
          { key: 'rates', label: <Trans>Tarifs</Trans> },
          { key: 'simulator', label: <Trans>Simuler une prime</Trans> },
          { key: 'sheet', label: <Trans>Fiche</Trans> },
        ]}
      />
      {tab === 'covers' && <CoversTab product={data} />}
      {tab === 'rates' && <RatesTab product={data} />}
      {tab === 'simulator' && <SimulatorTab key={data.id} product={data} />}
      {tab === 'sheet' && <SheetTab product={data} />}
    </Page>
  )
}
