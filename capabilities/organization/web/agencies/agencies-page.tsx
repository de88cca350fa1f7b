import { useCallback, useMemo, useRef, useState } from 'react'
import { plural } from '@lingui/core/macro'
import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { MapPinned, Plus } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Blank, Failure } from '#kernel/web/ui/blank.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { useListTools } from '#kernel/web/ui/list/list-tools.ts'
import { SearchBox } from '#kernel/web/ui/list/search-box.tsx'
import { Page } from '#kernel/web/ui/page.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import type { Agency, Region } from '../../contract.ts'
import { AgencyPanel } from './agency-panel.tsx'
import { BranchCard } from './branch-card.tsx'
import { RegionDialog } from './region-dialog.tsx'
import { treeOf } from './tree.ts'
import { useAgencies } from './use-agencies.ts'
import { useAgencyActs } from './use-agency-acts.tsx'
import classes from './agencies.module.css'

type Opened =
  | { readonly kind: 'agency'; readonly agency: Agency | null; readonly regionId: string | null }
  | { readonly kind: 'region'; readonly region: Region | null }

const nobody = 'none'

/** The network leaves whole, by number: the search above the tree only finds one's way in it. */
const whole = { q: '', filter: null, sort: 'number' } as const
const written = ['number', 'name', 'type', 'region', 'wilaya', 'commune', 'address', 'phone', 'email', 'active'] as const

/** What other capabilities do with the list of agencies: bring it in from a file, take it out. */
const AgencyTools = ({ count }: { count: number }) => {
  const tools = useListTools()
  const counted = useCallback(() => Promise.resolve(count), [count])
  return tools.map((Tool, at) => (
    <Tool
      key={at}
      list="agency"
      place="bar"
      question={whole}
      columns={written}
      count={counted}
      inWords={(number) => plural(number, { one: '# agence', other: '# agences' })}
    />
  ))
}

/** «Agences»: the network under its regional directorates. */
export const AgenciesPage = () => {
  const { t } = useLingui()
  const { can } = useSession()
  const { regions, agencies, error, again } = useAgencies()
  const acts = useAgencyActs()
  const [search, setSearch] = useState('')
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set())
  const [opened, setOpened] = useState<Opened | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const tree = useMemo(() => treeOf(regions ?? [], agencies ?? [], search), [regions, agencies, search])
  const toggle = (key: string) =>
    setFolded((before) => {
      const next = new Set(before)
      if (!next.delete(key)) next.add(key)
      return next
    })
  const ready = regions !== undefined && agencies !== undefined
  const closed = agencies?.filter(({ active }) => !active).length ?? 0
  const create = (regionId: string | null) => setOpened({ kind: 'agency', agency: null, regionId })
  const newAgency = can('agency.create') && ready && (
    <Button kind="primary" icon={<Plus aria-hidden="true" />} onClick={() => create(null)}>
      <Trans>Nouvelle agence</Trans>
    </Button>
  )
  return (
    <Page
      title={t`Agences`}
      count={
        agencies && (
          <>
            <Plural value={agencies.length} one="# agence" other="# agences" />
            {closed > 0 && (
              <>
                {' · '}
                <Plural value={closed} one="# fermée" other="# fermées" />
              </>
            )}
          </>
        )
      }
      acts={
        ready && (
          <>
            <AgencyTools count={agencies.length} />
            {can('agency.create') && (
              <Button onClick={() => setOpened({ kind: 'region', region: null })}>
                <Trans>Nouvelle direction</Trans>
              </Button>
            )}
            {newAgency}
          </>
        )
      }
    >
      {ready ? (
        <>
          {agencies.length > 0 && (
            <div className={classes['search']}>
              <SearchBox
                input={input}
                label={t`Numéro, agence ou direction`}
                value={search}
                onChange={setSearch}
                onDown={() => list.current?.querySelector<HTMLElement>('button')?.focus()}
              />
            </div>
          )}
          <div ref={list} className={classes['tree']}>
            {tree.map((branch) => {
              const key = branch.region?.id ?? nobody
              return (
                <BranchCard
                  key={key}
                  branch={branch}
                  open={search !== '' || !folded.has(key)}
                  busy={acts.busy}
                  onToggle={() => toggle(key)}
                  onEdit={(agency) => setOpened({ kind: 'agency', agency, regionId: agency.region_id })}
                  onSwitch={(agency) => void acts.switchAgency(agency)}
                  onAdd={() => create(branch.region?.id ?? null)}
                  onRename={(region) => setOpened({ kind: 'region', region })}
                  onRemove={(region) => void acts.removeRegion(region)}
                />
              )
            })}
          </div>
          {tree.length === 0 && (
            <Blank
              icon={<MapPinned aria-hidden="true" />}
              title={search === '' ? <Trans>Aucune agence</Trans> : <Trans>Aucune agence ne correspond</Trans>}
              acts={
                search === '' ? (
                  newAgency
                ) : (
                  <Button onClick={() => setSearch('')}>
                    <Trans>Effacer la recherche</Trans>
                  </Button>
                )
              }
            >
              {search === '' ? (
                <Trans>Ouvrez la première, ou importez votre réseau depuis un fichier.</Trans>
              ) : (
                <Trans>Cherchez par le début du numéro, ou par une partie du nom.</Trans>
              )}
            </Blank>
          )}
        </>
      ) : error ? (
        <Failure error={error} again={again} />
      ) : (
        <SkeletonRows rows={10} />
      )}
      {ready && opened?.kind === 'agency' && (
        <AgencyPanel
          agency={opened.agency}
          regionId={opened.regionId}
          regions={regions}
          agencies={agencies}
          onClose={() => setOpened(null)}
        />
      )}
      {opened?.kind === 'region' && <RegionDialog region={opened.region} onClose={() => setOpened(null)} />}
    </Page>
  )
}
