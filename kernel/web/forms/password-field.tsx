import { useId, useState, type ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Eye, EyeOff } from 'lucide-react'
import { passwordStrength, type Strength } from './password-strength.ts'
import { TextField, type TextFieldProps } from './text-field.tsx'
import classes from './password-field.module.css'

type PasswordFieldProps = Omit<TextFieldProps, 'type' | 'end' | 'ltr' | 'about'> & {
  /** What others know of the person: weakens a password that holds it. Given, the strength is shown. */
  readonly about?: readonly string[] | undefined
}

const useStrengthWords = () => {
  const { t } = useLingui()
  const scores: Record<Strength['score'], string> = { 0: '', 1: t`Faible`, 2: t`Moyen`, 3: t`Bon`, 4: t`Très bon` }
  const advices: Record<NonNullable<Strength['advice']>, string> = {
    longer: t`quelques caractères de plus le rendraient plus sûr`,
    common: t`il fait partie de ceux que l’on essaie d’abord`,
    personal: t`il contient votre nom, votre adresse ou votre compagnie`,
    repeated: t`il répète ou suit une série`,
    varied: t`mêlez majuscules, chiffres ou plusieurs mots`,
  }
  return { scores, advices }
}

const Meter = ({ strength, id }: { strength: Strength; id: string }) => {
  const { scores, advices } = useStrengthWords()
  return (
    <>
      <div className={classes['meter']} data-score={strength.score} aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
      <p id={id} className={classes['words']} aria-live="polite">
        {strength.score > 0 && (
          <>
            <b>{scores[strength.score]}</b>
            {strength.advice && <> · {advices[strength.advice]}</>}
          </>
        )}
      </p>
    </>
  )
}

/** A password, hidden until asked for, with its strength when it is being chosen. */
export const PasswordField = ({ about, onKeyUp, hint, ...field }: PasswordFieldProps) => {
  const { t } = useLingui()
  const id = useId()
  const [shown, setShown] = useState(false)
  const [capitals, setCapitals] = useState(false)
  const value = String(field.value ?? '')
  const told: ReactNode = capitals ? <Trans>La touche Verr. Maj est active.</Trans> : hint
  return (
    <div className={classes['group']}>
      <TextField
        spellCheck={false}
        autoCapitalize="none"
        maxLength={200}
        {...field}
        hint={told}
        ltr
        type={shown ? 'text' : 'password'}
        onKeyUp={(event) => {
          setCapitals(event.getModifierState?.('CapsLock') ?? false)
          onKeyUp?.(event)
        }}
        end={
          <button
            type="button"
            className={classes['toggle']}
            aria-pressed={shown}
            aria-label={t`Afficher le mot de passe`}
            title={shown ? t`Masquer le mot de passe` : t`Afficher le mot de passe`}
            onClick={() => setShown(!shown)}
          >
            {shown ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
          </button>
        }
      />
      {about && value !== '' && <Meter id={id} strength={passwordStrength(value, about)} />}
    </div>
  )
}
