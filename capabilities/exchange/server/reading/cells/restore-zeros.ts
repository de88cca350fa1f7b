const mobileOrFixed = /^(?:[567]\d{8}|[234]\d{7})$/

/**
 * Puts back the leading zeros that a spreadsheet dropped: a phone number gets its one zero, a code is filled up to
 * `digits`. Anything but digits stays as it is.
 */
export const restoreZeros = (text: string, kind: 'phone' | 'code', digits: number): string => {
  const trimmed = text.trim()
  if (kind === 'phone') return mobileOrFixed.test(trimmed) ? `0${trimmed}` : text
  return /^\d+$/.test(trimmed) ? trimmed.padStart(digits, '0') : text
}
