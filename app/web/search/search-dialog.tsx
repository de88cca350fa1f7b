import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { CornerDownLeft, Plus, Search } from 'lucide-react'
import { useSession } from '#kernel/web/session.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { Shortcut } from '#kernel/web/ui/shortcut.tsx'
import { Spinner } from '#kernel/web/ui/spinner.tsx'
import { capabilities } from '../capabilities.ts'
import { useFindings, type Finding } from './use-findings.tsx'
import classes from './search-dialog.module.css'

const queryOf = (search: Readonly<Record<string, string>> | undefined): string => {
  const text = new URLSearchParams(search).toString()
  return text === '' ? '' : `?${text}`
}

/** ⌘K: any record by a piece of its name, code, phone or e-mail; by keyboard alone. */
export const SearchDialog = ({ onClose }: { onClose: () => void }) => {
  const { t } = useLingui()
  const id = useId()
  const navigate = useNavigate()
  const { can } = useSession()
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const { groups, corrected, state } = useFindings(text, capabilities)
  const typed = text.trim()
  const nothing = typed.length > 1 && groups.length === 0 && state === 'ready'
  const create: Finding | null =
    nothing && can('contact.create')
      ? {
          key: 'create-contact',
          icon: <Plus aria-hidden="true" />,
          title: t`Créer un client «${typed}»`,
          detail: '',
          code: null,
          to: '/contacts/new',
          search: { name: typed },
        }
      : null
  const items = create ? [create] : groups.flatMap((group) => group.items)
  const place = Math.min(at, items.length - 1)
  const active = items[place]
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [place])
  const open = (item: Finding, apart: boolean) => {
    if (apart) {
      window.open(item.to + queryOf(item.search), '_blank', 'noopener')
      return
    }
    onClose()
    void navigate({ to: item.to, search: () => item.search ?? {} })
  }
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault()
      if (items.length > 0) setAt((place + (event.key === 'ArrowDown' ? 1 : -1) + items.length) % items.length)
    } else if (event.key === 'Enter' && active) {
      event.preventDefault()
      open(active, event.ctrlKey || event.metaKey)
    } else if (event.key === 'Escape' && text !== '') {
      event.preventDefault()
      setText('')
    }
  }
  const option = (item: Finding) => (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the keys are the input's
    <div
      key={item.key}
      id={`${id}-${item.key}`}
      role="option"
      tabIndex={-1}
      aria-selected={item === active}
      className={joined(classes['item'], item === active && classes['active'])}
      onPointerMove={() => setAt(items.indexOf(item))}
      onPointerDown={(event) => event.preventDefault()}
      onClick={(event) => open(item, event.ctrlKey || event.metaKey)}
    >
      {item.icon}
      <span className={classes['title']}>
        <bdi>{item.title}</bdi>
      </span>
      {item.detail !== '' && (
        <span className={classes['detail']}>
          <bdi>{item.detail}</bdi>
        </span>
      )}
      <span className={classes['end']}>
        {item.code !== null && (
          <code>
            <bdi dir="ltr">{item.code}</bdi>
          </code>
        )}
        <CornerDownLeft aria-hidden="true" />
      </span>
    </div>
  )
  return (
    <Dialog title={t`Rechercher`} kind="top" size="medium" bare onClose={onClose}>
      <div className={classes['field']}>
        {state === 'waiting' ? <Spinner /> : <Search aria-hidden="true" />}
        <input
          data-first=""
          type="text"
          role="combobox"
          aria-label={t`Rechercher un client, un compte…`}
          aria-expanded={items.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${id}-${active.key}` : undefined}
          placeholder={t`Nom, code, téléphone, e-mail…`}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={keys}
        />
        <button type="button" className={classes['close']} onClick={onClose}>
          <Trans>Fermer</Trans>
        </button>
      </div>
      {corrected !== null && (
        <p className={classes['note']}>
          <Trans>
            Résultats pour <b>{corrected}</b>
          </Trans>
        </p>
      )}
      {state === 'failed' && (
        <p className={classes['note']} role="alert">
          <Trans>La recherche n’a pas abouti. Vérifiez la connexion et réessayez.</Trans>
        </p>
      )}
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t`Résultats`} className={classes['list']}>
        {create ? (
          <>
            <p className={classes['none']} role="presentation">
              <Trans>
                Rien ne correspond à «<bdi>{typed}</bdi>».
              </Trans>
            </p>
            {option(create)}
          </>
        ) : (
          groups.map((group) => (
            <div key={group.key} role="group" aria-label={group.label}>
              <p className={classes['group']} aria-hidden="true">
                {group.label}
              </p>
              {group.items.map(option)}
            </div>
          ))
        )}
      </div>
      {nothing && !create && (
        <p className={classes['none']}>
          <Trans>
            Rien ne correspond à «<bdi>{typed}</bdi>».
          </Trans>
        </p>
      )}
      <p className={classes['help']} aria-hidden="true">
        <span>
          <Shortcut keys={['↑', '↓']} /> <Trans>choisir</Trans>
        </span>
        <span>
          <Shortcut keys={['↵']} /> <Trans>ouvrir</Trans>
        </span>
        <span>
          <Shortcut keys={['mod', '↵']} /> <Trans>nouvel onglet</Trans>
        </span>
        <span>
          <Shortcut keys={['Esc']} /> <Trans>fermer</Trans>
        </span>
      </p>
    </Dialog>
  )
}
