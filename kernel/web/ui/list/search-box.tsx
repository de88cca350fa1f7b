import { useEffect, useRef, useState, type Ref } from 'react'
import { useLingui } from '@lingui/react/macro'
import { Search, X } from 'lucide-react'
import classes from './search-box.module.css'

interface SearchBoxProps {
  readonly input: Ref<HTMLInputElement>
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** The arrow down leads to the rows. */
  readonly onDown: () => void
}

const pauseMs = 180

/** Free search of a list; asks after a pause in typing. */
export const SearchBox = ({ input, label, value, onChange, onDown }: SearchBoxProps) => {
  const { t } = useLingui()
  const [typed, setTyped] = useState(value)
  const [sent, setSent] = useState(value)
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })
  useEffect(() => {
    if (typed === sent) return undefined
    const timer = setTimeout(() => {
      setSent(typed)
      tell.current(typed)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [typed, sent])
  const [seen, setSeen] = useState(value)
  if (seen !== value) {
    setSeen(value)
    // The address was changed elsewhere: by «Effacer», by the way back.
    if (value !== sent) {
      setSent(value)
      setTyped(value)
    }
  }
  return (
    <div className={classes['box']} role="search">
      <Search aria-hidden="true" />
      <input
        ref={input}
        type="search"
        aria-label={label}
        placeholder={label}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && typed !== '') {
            event.preventDefault()
            event.stopPropagation()
            setTyped('')
          } else if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault()
            onDown()
          }
        }}
      />
      {typed !== '' && (
        <button type="button" aria-label={t`Effacer la recherche`} title={t`Effacer la recherche`} onClick={() => setTyped('')}>
          <X aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
