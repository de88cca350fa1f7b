import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { ChevronRight, MoreHorizontal, Pencil, Plus, Trash2 } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Chip } from '#kernel/web/ui/chip.tsx'
import { IconButton } from '#kernel/web/ui/button.tsx'
import { Menu, type MenuEntry } from '#kernel/web/ui/menu.tsx'
import type { Agency, Region } from '../../contract.ts'
import { useWilayas } from '../places.tsx'
import type { Branch } from './tree.ts'
import { useAgencyTypes } from './use-agency-words.ts'
import classes from './agencies.module.css'

interface BranchCardProps {
  readonly branch: Branch
  readonly open: boolean
  readonly busy: string | null
  readonly onToggle: () => void
  readonly onEdit: (agency: Agency) => void
  readonly onSwitch: (agency: Agency) => void
  readonly onAdd: () => void
  readonly onRename: (region: Region) => void
  readonly onRemove: (region: Region) => void
}

/** A regional directorate and its agencies, folded or not. */
export const BranchCard = ({ branch, open, busy, onToggle, onEdit, onSwitch, onAdd, onRename, onRemove }: BranchCardProps) => {
  const { t } = useLingui()
  const { can } = useSession()
  const types = useAgencyTypes()
  const { nameOf } = useWilayas()
  const { region, agencies } = branch
  const mayEdit = can('agency.edit')
  const entries: MenuEntry[] = [
    ...(can('agency.create') ? [{ key: 'add', label: t`Ouvrir une agence ici`, icon: <Plus aria-hidden="true" />, act: onAdd }] : []),
    ...(region && mayEdit ? [{ key: 'rename', label: t`Renommer`, icon: <Pencil aria-hidden="true" />, act: () => onRename(region) }] : []),
    ...(region && region.agencies === 0 && can('agency.delete')
      ? [
          {
            key: 'remove',
            label: t`Supprimer`,
            icon: <Trash2 aria-hidden="true" />,
            danger: true,
            apart: true,
            act: () => onRemove(region),
          },
        ]
      : []),
  ]
  return (
    <section className={classes['branch']}>
      <header>
        <h2>
          <button type="button" aria-expanded={open} onClick={onToggle}>
            <ChevronRight aria-hidden="true" />
            {region ? (
              <>
                <bdi>{region.name}</bdi>
                <code>{region.code}</code>
              </>
            ) : (
              <Trans>Sans direction régionale</Trans>
            )}
            <small>
              <Plural value={agencies.length} one="# agence" other="# agences" />
            </small>
          </button>
        </h2>
        {entries.length > 0 && (
          <Menu label={t`Actions sur la direction`} entries={entries}>
            {(opener) => (
              <IconButton {...opener} size="small" label={region ? t`Actions: ${region.name}` : t`Actions`}>
                <MoreHorizontal aria-hidden="true" />
              </IconButton>
            )}
          </Menu>
        )}
      </header>
      {open && agencies.length > 0 && (
        <ul>
          {agencies.map((agency) => (
            <li key={agency.id} data-off={agency.active ? undefined : ''}>
              <code>{agency.number}</code>
              <div className={classes['name']}>
                {mayEdit ? (
                  <button type="button" onClick={() => onEdit(agency)}>
                    <bdi>{agency.name}</bdi>
                  </button>
                ) : (
                  <bdi>{agency.name}</bdi>
                )}
                <small>
                  {types[agency.type]} · <bdi>{nameOf(agency.wilaya)}</bdi>
                </small>
              </div>
              <span className={classes['people']}>
                <Plural value={agency.people} _0="Personne" one="# personne" other="# personnes" />
              </span>
              {mayEdit ? (
                <label className={classes['switch']} title={agency.active ? t`En service` : t`Fermée`}>
                  <input
                    type="checkbox"
                    role="switch"
                    aria-label={t`${agency.name}: en service`}
                    aria-checked={agency.active}
                    checked={agency.active}
                    disabled={busy === agency.id}
                    onChange={() => onSwitch(agency)}
                  />
                </label>
              ) : (
                !agency.active && (
                  <Chip>
                    <Trans>Fermée</Trans>
                  </Chip>
                )
              )}
            </li>
          ))}
        </ul>
      )}
      {open && agencies.length === 0 && (
        <p className={classes['none']}>
          <Trans>Aucune agence dans cette direction.</Trans>
        </p>
      )}
    </section>
  )
}
