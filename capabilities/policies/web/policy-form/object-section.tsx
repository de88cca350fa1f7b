import { useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { Button, IconButton } from '#kernel/web/ui/button.tsx'
import type { Product } from '#capabilities/products/contract.ts'
import { newDraft, type ObjectDraft } from '../objects/object-draft.ts'
import { ObjectEditor } from '../objects/object-editor.tsx'
import { useObjectRemarks } from '../objects/use-object-remarks.ts'
import { usePolicyWords } from '../use-policy-words.ts'
import classes from './policy-form.module.css'

interface SectionProps {
  readonly product: Product
  readonly objects: readonly ObjectDraft[]
  readonly wilaya: string | null
  readonly onChange: (objects: readonly ObjectDraft[]) => void
  /** True once the form was sent: all that is wrong is then said, not only what was left. */
  readonly sent: boolean
  /** What the server refused, by path (`0.details.power`). */
  readonly refused: Readonly<Record<string, string>>
}

const of = (errors: Readonly<Record<string, string>>, at: number): Record<string, string> =>
  Object.fromEntries(
    Object.entries(errors).flatMap(([path, sentence]) =>
      path.startsWith(`${at}.`) ? [[path.slice(String(at).length + 1), sentence]] : [],
    ),
  )

/** What is insured: one thing in most contracts, many in a fleet; what does not look right is said as each is left. */
export const ObjectSection = ({ product, objects, wilaya, onChange, sent, refused }: SectionProps) => {
  const { t } = useLingui()
  const words = usePolicyWords()
  const remarksOf = useObjectRemarks()
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const kind = product.object_kind
  return (
    <>
      {objects.map((draft, at) => {
        const told = sent || left.has(at) ? remarksOf(draft) : { errors: {}, doubts: {} }
        const position = at + 1
        return (
          <div key={draft.id ?? at} className={classes['object']}>
            {objects.length > 1 && (
              <header>
                <h3>
                  {words.objectKind[kind]} {position}
                </h3>
                <IconButton label={t`Retirer l’objet ${position}`} onClick={() => onChange(objects.filter((_, index) => index !== at))}>
                  <Trash2 aria-hidden="true" />
                </IconButton>
              </header>
            )}
            <ObjectEditor
              draft={draft}
              tariff={product.tariff}
              errors={{ ...told.errors, ...of(refused, at) }}
              doubts={told.doubts}
              onChange={(next) => onChange(objects.map((one, index) => (index === at ? next : one)))}
              onLeave={() => setLeft((before) => new Set([...before, at]))}
            />
          </div>
        )
      })}
      {kind !== 'none' && (
        <div className={classes['adders']}>
          <Button size="small" icon={<Plus aria-hidden="true" />} onClick={() => onChange([...objects, newDraft(kind, wilaya)])}>
            {objects.length === 0 ? <Trans>Décrire ce qui est assuré</Trans> : <Trans>Ajouter un autre objet</Trans>}
          </Button>
        </div>
      )}
    </>
  )
}
