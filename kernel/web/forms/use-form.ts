import { useCallback, useEffect, useMemo, useRef, useState, type ChangeEvent, type FormEvent } from 'react'
import { ApiProblem, randomKey } from '#kernel/web/api.ts'
import { draftsOf } from './drafts.ts'

type Textual = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
export type Rules<V> = { readonly [K in keyof V]?: (value: V[K], values: V) => string | null }
export type Errors<V> = { readonly [K in keyof V]?: string }

export interface FormSpec<V extends object, A> {
  readonly initial: V
  /** Field → the sentence that says what to write, or null; asked on leaving the field and on sending. */
  readonly rules?: Rules<V>
  /** Sends the values; the key stays the same while the same values are sent again. */
  readonly send: (values: V, options: { idempotencyKey: string }) => Promise<A>
  readonly done?: (answer: A, values: V) => void | Promise<void>
  /** Name of the draft kept in this tab; none is kept without it. */
  readonly draft?: string | undefined
  /** Never kept in a draft. */
  readonly secret?: ReadonlyArray<keyof V>
}

export interface Form<V extends object> {
  readonly values: V
  readonly errors: Errors<V>
  /** True while it is being sent. */
  readonly busy: boolean
  /** A refusal that is about no field in particular. */
  readonly problem: ApiProblem | null
  readonly changed: boolean
  /** True when a draft was taken up. */
  readonly resumed: boolean
  /** The frame gives its element here, to find the first refused field. */
  readonly attach: (element: HTMLFormElement | null) => void
  readonly set: <K extends keyof V>(name: K, value: V[K]) => void
  /** Puts other values in place, as after a save by somebody else; drops draft and errors. */
  readonly restart: (values: V) => void
  readonly submit: (event?: FormEvent) => void
  /** Binds a text, a list or a password: `<TextField {...form.text('name')} />`. */
  readonly text: <K extends keyof V & string>(
    name: K,
  ) => {
    name: K
    value: string
    error: string | undefined
    onChange: (event: ChangeEvent<Textual>) => void
    onBlur: () => void
  }
  /** Binds a box to tick. */
  readonly check: <K extends keyof V & string>(
    name: K,
  ) => { name: K; checked: boolean; error: string | undefined; onChange: (event: ChangeEvent<HTMLInputElement>) => void }
  /** Binds a control that gives values: pickers, days, amounts. */
  readonly pick: <K extends keyof V & string>(
    name: K,
  ) => { name: K; value: V[K]; error: string | undefined; onChange: (value: V[K]) => void; onBlur: () => void }
}

const draftAfterMs = 300

const asProblem = (error: unknown): ApiProblem => {
  if (error instanceof ApiProblem) return error
  throw error
}

/** The server's field errors at the fields they name: by whole path, else by its last word. */
export const errorsAtFields = <V extends object>(problem: ApiProblem, values: V): Errors<V> => {
  const found: Record<string, string> = {}
  for (const { path, message } of problem.errors) {
    const last = path.slice(path.lastIndexOf('.') + 1)
    const field = path in values ? path : last in values ? last : null
    if (field) found[field] ??= message
  }
  return found
}

const allErrors = <V extends object>(values: V, rules: Rules<V>): Errors<V> => {
  const found: Partial<Record<keyof V, string>> = {}
  for (const name of Object.keys(rules) as Array<keyof V>) {
    const sentence = rules[name]?.(values[name], values)
    if (sentence) found[name] = sentence
  }
  return found
}

/**
 * A form: checks a field on leaving it, all of them on sending; puts the server's refusals at their fields and the focus on the
 * first; keeps a draft; sends once whatever the presses on Enter.
 */
export const useForm = <V extends object, A = unknown>(spec: FormSpec<V, A>): Form<V> => {
  const [drafts] = useState(() => draftsOf<V>(spec.draft, spec.secret ?? []))
  const [start] = useState(() => ({ initial: spec.initial, kept: drafts.read() }))
  const [base, setBase] = useState(start.initial)
  const [values, setValues] = useState<V>(() => ({ ...start.initial, ...start.kept }))
  const [errors, setErrors] = useState<Errors<V>>({})
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ApiProblem | null>(null)
  const [resumed, setResumed] = useState(() => start.kept !== null)
  const element = useRef<HTMLFormElement | null>(null)
  const attach = useCallback((node: HTMLFormElement | null) => {
    element.current = node
  }, [])
  const attempt = useRef({ text: '', key: '' })
  const [seekError, setSeekError] = useState(0)
  const changed = useMemo(() => JSON.stringify(values) !== JSON.stringify(base), [values, base])

  useEffect(() => {
    if (!changed) return undefined
    const keep = () => drafts.keep(values)
    const timer = setTimeout(keep, draftAfterMs)
    // Left in mid-word: the last of it too.
    window.addEventListener('pagehide', keep)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('pagehide', keep)
    }
  }, [values, changed, drafts])

  useEffect(() => {
    if (seekError > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [seekError])

  const refuse = (found: Errors<V>) => {
    setErrors(found)
    setSeekError((count) => count + 1)
  }
  const set = <K extends keyof V>(name: K, value: V[K]) => {
    setValues((before) => ({ ...before, [name]: value }))
    setErrors((before) => Object.fromEntries(Object.entries(before).filter(([field]) => field !== name)) as Errors<V>)
  }
  const leave = (name: keyof V) => {
    const rule = spec.rules?.[name]
    // An empty field left in passing is no mistake yet; sending says so.
    if (!rule || values[name] === '' || values[name] === null) return
    const sentence = rule(values[name], values)
    setErrors((before) => (sentence ? { ...before, [name]: sentence } : before))
  }
  const keyFor = (sent: V): string => {
    const text = JSON.stringify(sent)
    if (attempt.current.text !== text) attempt.current = { text, key: randomKey() }
    return attempt.current.key
  }
  const restart = (next: V) => {
    drafts.forget()
    setBase(next)
    setValues(next)
    setErrors({})
    setProblem(null)
    setResumed(false)
  }
  const sendNow = async () => {
    const { send, done } = spec
    const found = allErrors<V>(values, spec.rules ?? {})
    setProblem(null)
    if (Object.keys(found).length > 0) {
      refuse(found)
      return
    }
    setBusy(true)
    try {
      const answer = await send(values, { idempotencyKey: keyFor(values) })
      attempt.current = { text: '', key: '' }
      drafts.forget()
      setBase(values)
      setErrors({})
      setResumed(false)
      await done?.(answer, values)
    } catch (error) {
      const refusal = asProblem(error)
      const atFields = errorsAtFields(refusal, values)
      if (Object.keys(atFields).length > 0) refuse(atFields)
      else setProblem(refusal)
      // A refusal is an answer: the next sending is another one, even of the same values.
      if (refusal.status !== 0 && refusal.status < 500) attempt.current = { text: '', key: '' }
    } finally {
      setBusy(false)
    }
  }
  const bind = (name: keyof V) => ({ error: errors[name] })

  return {
    values,
    errors,
    busy,
    problem,
    changed,
    resumed,
    attach,
    set,
    restart,
    submit: (event) => {
      event?.preventDefault()
      if (!busy) void sendNow()
    },
    text: (name) => ({
      name,
      value: String(values[name] ?? ''),
      ...bind(name),
      onChange: (event) => set(name, event.target.value as V[typeof name]),
      onBlur: () => leave(name),
    }),
    check: (name) => ({
      name,
      checked: values[name] === true,
      ...bind(name),
      onChange: (event) => set(name, event.target.checked as V[typeof name]),
    }),
    pick: (name) => ({ name, value: values[name], ...bind(name), onChange: (value) => set(name, value), onBlur: () => leave(name) }),
  }
}
