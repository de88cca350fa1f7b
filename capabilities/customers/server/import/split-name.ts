const allCapitals = /^[\p{Lu}\p{M}'’.-]{2,}$/u

/** A full name parted as Algerian files write it: family name first, or whatever stands in capitals; the rest is the first name. */
export const splitName = (name: string): { last_name: string; first_name: string | null } => {
  const words = name.trim().split(/\s+/)
  const capitals = words.filter((word) => allCapitals.test(word))
  const parted = capitals.length > 0 && capitals.length < words.length
  const last = parted ? capitals : words.slice(0, 1)
  const first = parted ? words.filter((word) => !allCapitals.test(word)) : words.slice(1)
  return { last_name: last.join(' '), first_name: first.length === 0 ? null : first.join(' ') }
}
