import { Trans, useLingui } from '@lingui/react/macro'
import { CircleHelp } from 'lucide-react'
import { Button } from '#kernel/web/ui/button.tsx'
import type { ImportRun } from '../../contract.ts'
import type { SettingsHand } from './use-settings.ts'
import classes from './questions.module.css'

type Asked = ImportRun['questions'][number]

const Examples = ({ question }: { question: Asked }) =>
  question.examples.length === 0 ? null : (
    <p className={classes['examples']}>
      <Trans>Par exemple:</Trans>{' '}
      {question.examples.slice(0, 4).map((example) => (
        <code key={example}>
          <bdi>{example}</bdi>
        </code>
      ))}
    </p>
  )

/** What the file alone can't tell: asked with values from it, answered by one press. The others are answered where they stand. */
export const Questions = ({ run, hand }: { run: ImportRun; hand: SettingsHand }) => {
  const { t } = useLingui()
  const dates = run.questions.filter(({ kind }) => kind === 'date_order')
  const numbers = run.questions.filter(({ kind }) => kind === 'decimal_mark')
  if (dates.length + numbers.length === 0) return null
  return (
    <section className={classes['questions']} aria-label={t`Questions`}>
      {dates[0] && (
        <div>
          <CircleHelp aria-hidden="true" />
          <div>
            {dates.map((question) => (
              <div key={question.column}>
                <p>{question.message}</p>
                <Examples question={question} />
              </div>
            ))}
            <div className={classes['answers']}>
              <Button onClick={() => hand.change({ date_order: 'day-first' })}>
                <Trans>Le jour d’abord (03/04 est le 3 avril)</Trans>
              </Button>
              <Button onClick={() => hand.change({ date_order: 'month-first' })}>
                <Trans>Le mois d’abord (03/04 est le 4 mars)</Trans>
              </Button>
            </div>
          </div>
        </div>
      )}
      {numbers[0] && (
        <div>
          <CircleHelp aria-hidden="true" />
          <div>
            {numbers.map((question) => (
              <div key={question.column}>
                <p>{question.message}</p>
                <Examples question={question} />
              </div>
            ))}
            <div className={classes['answers']}>
              <Button onClick={() => hand.change({ decimal_mark: ',' })}>
                <Trans>La virgule sépare les décimales (1.234 est mille deux cent trente-quatre)</Trans>
              </Button>
              <Button onClick={() => hand.change({ decimal_mark: '.' })}>
                <Trans>Le point sépare les décimales (1,234 est mille deux cent trente-quatre)</Trans>
              </Button>
            </div>
          </div>
        </div>
      )}
    </section>
  )
}
