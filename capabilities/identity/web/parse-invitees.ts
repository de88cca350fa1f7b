import { readEmail } from '#kernel/shared/email.ts'

/** One line of a pasted list, as understood. */
export interface ParsedInvitee {
  /** From 1, as the person counts. */
  readonly line: number
  readonly email: string
  readonly agency_number: string
  readonly name: string | null
  readonly fault: 'email' | 'agency' | 'twice' | null
}

const digits = (text: string): string => text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
const isHead = (line: string): boolean => /e-?mail|courriel|adresse|البريد/i.test(line) && !line.includes('@')

/**
 * People to invite from pasted text, one a line: agency number, e-mail and name in any order, parted by spaces, tabs, commas or
 * semicolons (a piece of a spreadsheet will do); `agency` serves lines without a number. Empty lines and a head are left out.
 */
export const parseInvitees = (text: string, agency = ''): ParsedInvitee[] => {
  const seen = new Set<string>()
  return text.split(/\r?\n/).flatMap((raw, at) => {
    const line = digits(raw.replace(/^\uFEFF/, '')).trim()
    if (line === '' || isHead(line)) return []
    const apart = /[\t;,]/.test(line)
    const parts = line
      .split(apart ? /[\t;,]+/ : /\s+/)
      .map((part) => part.trim().replace(/^["'<(]+|["'>)]+$/g, ''))
      .filter((part) => part !== '')
    const emailPart = parts.find((part) => part.includes('@')) ?? ''
    const numberPart = parts.find((part) => /^\d{4,5}$/.test(part)) ?? ''
    const name = parts.filter((part) => part !== emailPart && part !== numberPart).join(' ') || null
    const email = readEmail(emailPart)
    // A spreadsheet drops the zero of 01012.
    const agencyNumber = numberPart === '' ? agency : numberPart.padStart(5, '0')
    const twice = email !== null && seen.has(email)
    if (email !== null) seen.add(email)
    const fault = email === null ? 'email' : twice ? 'twice' : /^\d{5}$/.test(agencyNumber) ? null : 'agency'
    return [{ line: at + 1, email: email ?? emailPart, agency_number: agencyNumber, name, fault }]
  })
}
