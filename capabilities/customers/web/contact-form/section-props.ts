import type { Form } from '#kernel/web/forms/use-form.ts'
import type { Contact } from '../../contract.ts'
import type { ContactFormValues } from './contact-values.ts'

/** What every part of the contact form is given. */
export interface SectionProps {
  readonly form: Form<ContactFormValues>
  /** What looks wrong in a value that is taken all the same. */
  readonly doubt: (field: keyof ContactFormValues) => string | undefined
  /** The contact as it was opened; null for a new one. */
  readonly contact: Contact | null
}
