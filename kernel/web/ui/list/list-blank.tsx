import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { SearchX } from 'lucide-react'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import type { ListDefinition } from './definition.ts'
import type { RowStore } from './row-store.ts'
import type { ListAddress } from './use-list-address.ts'
import classes from './list.module.css'

interface ListBlankProps<Row extends { readonly id: string }> {
  readonly definition: ListDefinition<Row>
  readonly address: ListAddress
  readonly store: RowStore<Row>
  readonly empty: ReactNode
  readonly acts: ReactNode
}

/** What stands where no row does: a failure, a question that finds nothing and the ways out of it, or the first step. */
export const ListBlank = <Row extends { readonly id: string }>({ definition, address, store, empty, acts }: ListBlankProps<Row>) => {
  const { q, filter, change, view } = address
  const text = q.trim()
  const narrowed = text !== '' || filter !== undefined || view?.filter != null
  return (
    <div className={classes['blank']}>
      {store.error !== null ? (
        <Failure error={store.error} again={() => store.retry()} />
      ) : narrowed ? (
        <Blank
          icon={<SearchX aria-hidden="true" />}
          title={definition.words.noMatch}
          acts={
            <>
              {text !== '' && (
                <Button onClick={() => change({ q: null })}>
                  <Trans>Effacer la recherche</Trans>
                </Button>
              )}
              {filter !== undefined && (
                <Button onClick={() => change({ filter: null })}>
                  <Trans>Effacer les filtres</Trans>
                </Button>
              )}
              {text === '' && filter === undefined && (
                <Button onClick={() => change({ view: null })}>
                  <Trans>Tout afficher</Trans>
                </Button>
              )}
              {acts}
            </>
          }
        >
          {text !== '' && (
            <Trans>
              Rien ne correspond à «<bdi>{text}</bdi>». Les accents, la casse et une faute de frappe sont pardonnés.
            </Trans>
          )}
        </Blank>
      ) : (
        empty
      )}
    </div>
  )
}
