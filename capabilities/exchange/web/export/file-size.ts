import { intlLocales, type Language } from '#kernel/shared/language.ts'

const steps = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

/** `1 234 567` bytes → `1,2 Mo`, in the units that the language uses (thousands, as files are counted on every screen). */
export const fileSize = (bytes: number, language: Language): string => {
  const step = bytes < 1000 ? 0 : Math.min(steps.length - 1, Math.floor(Math.log10(bytes) / 3))
  const value = bytes / 1000 ** step
  return new Intl.NumberFormat(intlLocales[language], {
    style: 'unit',
    unit: steps[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step < 2 || value >= 100 ? 0 : 1,
  }).format(value)
}
