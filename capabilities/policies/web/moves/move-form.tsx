import type { ReactNode } from 'react'
import { Trans } from '@lingui/react/macro'
import { FormFrame } from '#kernel/web/forms/form-frame.tsx'
import type { Form } from '#kernel/web/forms/use-form.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Dialog } from '#kernel/web/ui/dialog.tsx'
import classes from './moves.module.css'

/** The box in which a policy is moved: what is asked, what follows from it, the verb. */
export const MoveForm = <V extends object>({
  title,
  intro,
  form,
  act,
  danger = false,
  size = 'small',
  onClose,
  children,
}: {
  title: ReactNode
  intro?: ReactNode
  form: Form<V>
  /** The verb that does it. */
  act: ReactNode
  danger?: boolean
  size?: 'small' | 'medium' | 'large'
  onClose: () => void
  children: ReactNode
}) => (
  <Dialog title={title} {...(intro !== undefined && { intro })} size={size} onClose={onClose}>
    <FormFrame form={form}>
      {children}
      <div className={classes['acts']}>
        <Button kind="quiet" onClick={onClose}>
          <Trans>Annuler</Trans>
        </Button>
        <Button type="submit" kind={danger ? 'dangerPrimary' : 'primary'} busy={form.busy}>
          {act}
        </Button>
      </div>
    </FormFrame>
  </Dialog>
)
