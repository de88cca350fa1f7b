import { useCallback, type ReactNode } from 'react'
import { Plural, Trans } from '@lingui/react/macro'
import { isOffline } from '#kernel/web/api.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { joined } from '#kernel/web/ui/joined.ts'
import { Notice } from './notice.tsx'
import type { Form } from './use-form.ts'
import classes from './form-frame.module.css'

interface FormFrameProps<V extends object> {
  readonly form: Form<V>
  /** The values of a new start, for «Repartir de zéro»; without it a resumed draft is only announced. */
  readonly initial?: V
  /** Puts the cursor in the first empty field, where the form is what the page was opened for. */
  readonly focusFirst?: boolean
  readonly className?: string | undefined
  readonly children: ReactNode
}

const firstEmpty = (form: HTMLFormElement): HTMLElement | undefined =>
  [...form.querySelectorAll<HTMLInputElement>('input:not([type=checkbox], [type=radio], :disabled), select, textarea')].find(
    (field) => field.value === '',
  )

/** Brings a refusal before the eyes of who pressed a button far below it. */
const intoView = (node: HTMLElement | null): void => node?.scrollIntoView({ block: 'center' })

/** The frame of every form: Enter sends, what is refused is said above, a draft taken up is said too. */
export const FormFrame = <V extends object>({ form, initial, focusFirst = false, className, children }: FormFrameProps<V>) => {
  const { attach } = form
  const frame = useCallback(
    (node: HTMLFormElement | null) => {
      attach(node)
      // On a phone the keyboard would hide the page that was just opened.
      if (node && focusFirst && matchMedia('(pointer: fine)').matches) firstEmpty(node)?.focus()
    },
    [attach, focusFirst],
  )
  return (
    <form ref={frame} noValidate onSubmit={form.submit} className={joined(classes['form'], className)}>
      {form.resumed && (
        <Notice tone="neutral">
          <Trans>Votre saisie précédente a été reprise.</Trans>{' '}
          {initial && (
            <Button kind="link" onClick={() => form.restart(initial)}>
              <Trans>Repartir de zéro</Trans>
            </Button>
          )}
        </Notice>
      )}
      {form.problem && (
        <div ref={intoView}>
          <Notice tone="bad">
            {isOffline(form.problem) ? (
              <Trans>Le serveur ne répond pas. Votre saisie est conservée: renvoyez-la quand la connexion revient.</Trans>
            ) : (
              form.problem.message
            )}
            {form.problem.retryAfterSeconds !== null && (
              <>
                {' '}
                <Plural value={form.problem.retryAfterSeconds} one="Réessayez dans # seconde." other="Réessayez dans # secondes." />
              </>
            )}
            {form.problem.status >= 500 && form.problem.requestId && (
              <>
                {' '}
                <bdi>{form.problem.requestId}</bdi>
              </>
            )}
          </Notice>
        </div>
      )}
      {children}
    </form>
  )
}

/** Fields side by side where there is room. */
export const FieldRow = ({ children }: { children: ReactNode }) => <div className={classes['row']}>{children}</div>

/** A named part of a long form. */
export const FormSection = ({ title, intro, children }: { title: ReactNode; intro?: ReactNode; children: ReactNode }) => (
  <section className={classes['section']}>
    <h2>{title}</h2>
    {intro !== undefined && <p>{intro}</p>}
    {children}
  </section>
)
