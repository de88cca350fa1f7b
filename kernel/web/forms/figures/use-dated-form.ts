import { useLingui } from '@lingui/react/macro'
import { isDay } from '#kernel/shared/days.ts'
import { useForm, type Form } from '#kernel/web/forms/use-form.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { readFigures, textsOf, type FigureShape, type FigureTexts } from './figures.ts'
import { useFigureWords } from './use-figure-words.ts'

/** What is typed for a value that begins on a day. */
export interface DatedTexts {
  effective_from: string
  legal_basis: string
  reason: string
  figures: FigureTexts
}

/** A value that begins on a day, as it is sent. */
export interface DatedFigures {
  readonly effective_from: string
  readonly value: unknown
  readonly legal_basis: string | null
  readonly reason: string | null
}

interface DatedFormSpec<A> {
  readonly shape: FigureShape
  /** What was in force, to begin from. */
  readonly present: unknown
  readonly from: string
  /** Further faults of a value whose figures are right, by path. */
  readonly check?: (value: unknown) => Readonly<Record<string, string>>
  readonly send: (figures: DatedFigures, options: { idempotencyKey: string }) => Promise<A>
  readonly done: (answer: A) => void | Promise<void>
}

/** The form of a value that begins on a day: figures, their source, and the reason where the day is past. */
export const useDatedForm = <A>({
  shape,
  present,
  from,
  check,
  send,
  done,
}: DatedFormSpec<A>): {
  readonly form: Form<DatedTexts>
  readonly faults: Readonly<Record<string, string>>
  readonly past: boolean
} => {
  const { t } = useLingui()
  const { language, today } = useFormats()
  const words = useFigureWords()
  const faultsOf = (texts: FigureTexts): Readonly<Record<string, string>> => {
    const read = readFigures(shape, texts)
    return read.faults
      ? Object.fromEntries(Object.entries(read.faults).map(([where, fault]) => [where, words.faults[fault]]))
      : (check?.(read.value) ?? {})
  }
  const isPast = (day: string): boolean => isDay(day) && day < today()
  const form = useForm<DatedTexts, A>({
    initial: { effective_from: from, legal_basis: '', reason: '', figures: textsOf(shape, present, language) },
    rules: {
      effective_from: (day) => (isDay(day) ? null : t`Écrivez une date, comme 01/01/2027.`),
      figures: (texts) => Object.values(faultsOf(texts))[0] ?? null,
      reason: (text, { effective_from: day }) =>
        isPast(day) && text.trim() === '' ? t`Cette date est passée: dites pourquoi cette valeur s’applique déjà.` : null,
    },
    send: ({ effective_from, legal_basis, reason, figures }, options) =>
      send(
        {
          effective_from,
          value: readFigures(shape, figures).value,
          legal_basis: legal_basis.trim() || null,
          reason: isPast(effective_from) ? reason.trim() : null,
        },
        options,
      ),
    done,
  })
  return {
    form,
    // Said once the person tried to send, and until it is put right.
    faults: form.errors.figures === undefined ? {} : faultsOf(form.values.figures),
    past: isPast(form.values.effective_from),
  }
}
