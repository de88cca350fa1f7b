import { readPhone } from '#kernel/shared/phone.ts'

/** What a phone dials, or null when the text is no number. */
export const telLink = (phone: string | null): string | null => {
  const read = phone === null ? null : readPhone(phone)
  return read && `tel:${read.e164}`
}

/** A WhatsApp conversation with a mobile number, or null: fixed lines have none. */
export const whatsappLink = (phone: string | null): string | null => {
  const read = phone === null ? null : readPhone(phone)
  return read && read.kind !== 'fixed' ? `https://wa.me/${read.e164.slice(1)}` : null
}

/** A message to an address in the person's own mail program, or null without one. */
export const mailLink = (email: string | null): string | null =>
  email !== null && email.includes('@') ? `mailto:${encodeURIComponent(email).replace('%40', '@')}` : null
