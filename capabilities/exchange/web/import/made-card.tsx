import { Plural, Trans } from '@lingui/react/macro'
import { useFormats } from '#kernel/web/formats.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import { KeyValues } from '#kernel/web/ui/key-values.tsx'
import type { ImportRun } from '../../contract.ts'

/** How many records of each kind a file of several makes and changes, beside what became of its rows. */
export const MadeCard = ({ made, trial = false }: { made: ImportRun['per_object']; trial?: boolean }) => {
  const { count } = useFormats()
  if (made.length < 2) return null
  return (
    <Card title={trial ? <Trans>Les fiches que l’import ferait</Trans> : <Trans>Les fiches</Trans>}>
      <KeyValues
        facts={made.map(({ object, label, created, updated }) => ({
          key: object,
          name: label,
          value: (
            <>
              <Plural
                value={created}
                one={
                  <>
                    <bdi>{count(created)}</bdi> créée
                  </>
                }
                other={
                  <>
                    <bdi>{count(created)}</bdi> créées
                  </>
                }
              />
              {updated > 0 && (
                <>
                  {' · '}
                  <Plural
                    value={updated}
                    one={
                      <>
                        <bdi>{count(updated)}</bdi> modifiée
                      </>
                    }
                    other={
                      <>
                        <bdi>{count(updated)}</bdi> modifiées
                      </>
                    }
                  />
                </>
              )}
            </>
          ),
        }))}
      />
    </Card>
  )
}
