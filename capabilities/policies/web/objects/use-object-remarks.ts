import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { useSentence } from '#kernel/web/use-sentence.ts'
import { checkObject } from '../../check-object.ts'
import { readObject } from '../../insured-objects.ts'
import { readDraft, type ObjectDraft } from './object-draft.ts'

/** What there is to say of a thing as it is typed, by path: refusals and doubts. */
export interface Remarks {
  readonly errors: Readonly<Record<string, string>>
  readonly doubts: Readonly<Record<string, string>>
}

/** The same judgement of things as the server's, while they are typed. */
export const useObjectRemarks = () => {
  const { t } = useLingui()
  const say = useSentence()
  const { today } = useFormats()
  return useMemo(() => {
    const remarksOf = (draft: ObjectDraft): Remarks => {
      const { object, unreadable } = readDraft(draft)
      const errors: Record<string, string> = Object.fromEntries(unreadable.map((path) => [path, t`Cette valeur n’est pas comprise.`]))
      const doubts: Record<string, string> = {}
      const read = readObject(object)
      if (read === null) return { errors, doubts }
      for (const { path, severity, sentence } of checkObject(read, Number(today().slice(0, 4)))) {
        if (severity === 'error') errors[path] ??= say(sentence)
        else doubts[path] ??= say(sentence)
      }
      return { errors, doubts }
    }
    return remarksOf
  }, [t, say, today])
}
