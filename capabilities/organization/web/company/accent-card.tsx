import { useEffect, useRef, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { Check, Pipette } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { Card } from '#kernel/web/ui/card.tsx'
import { Spinner } from '#kernel/web/ui/spinner.tsx'
import { organizationOperations, type Organization } from '../../contract.ts'
import { offeredAccents, presentAccent } from './accents.ts'
import { BrandPreview } from './brand-preview.tsx'
import { useCompanyAnswers } from './use-company.ts'
import classes from './company.module.css'

/** The company's colour, chosen among the logo's or freely; on every screen at once. */
export const AccentCard = ({ company, onChanged }: { company: Organization; onChanged: (answer: Organization) => void }) => {
  const { t } = useLingui()
  const { show, refused } = useCompanyAnswers()
  const [coming, setComing] = useState<string | null>(null)
  const { ofLogo, others } = offeredAccents(company.brand)
  const present = presentAccent(company.brand, [...ofLogo, ...others])
  const choose = async (accent: string) => {
    if (coming !== null) return
    setComing(accent)
    try {
      const answer = await call(organizationOperations.updateOrganization, { version: company.version, accent })
      onChanged(answer)
      show(answer)
    } catch (error) {
      refused(error)
    } finally {
      setComing(null)
    }
  }
  const swatches = (colours: readonly string[], label: string) => (
    <fieldset className={classes['swatches']}>
      <legend>{label}</legend>
      {colours.map((colour) => (
        <button
          key={colour}
          type="button"
          aria-pressed={colour === present}
          aria-label={t`Couleur ${colour}`}
          title={colour}
          style={{ background: colour }}
          onClick={() => void choose(colour)}
        >
          {coming === colour ? <Spinner /> : colour === present && <Check aria-hidden="true" />}
        </button>
      ))}
    </fieldset>
  )
  return (
    <Card title={<Trans>Couleurs</Trans>}>
      <div className={classes['section']}>
        <div className={classes['choices']}>
          {ofLogo.length > 0 && swatches(ofLogo, t`Couleurs du logo`)}
          {swatches(others, ofLogo.length > 0 ? t`Autres couleurs` : t`Couleur principale`)}
          <FreeColour colour={company.brand.light.accent} onChosen={(colour) => void choose(colour)} />
        </div>
        <p className={classes['aside']}>
          <Trans>La couleur est ajustée pour rester lisible, en clair comme en sombre. Toute l’équipe la voit aussitôt.</Trans>
        </p>
        <BrandPreview brand={company.brand} />
      </div>
    </Card>
  )
}

/** Any colour, by the browser's own box; taken once the box is closed, not at every step through it. */
const FreeColour = ({ colour, onChosen }: { colour: string; onChosen: (colour: string) => void }) => {
  const input = useRef<HTMLInputElement>(null)
  const tell = useRef(onChosen)
  useEffect(() => {
    tell.current = onChosen
  })
  useEffect(() => {
    const node = input.current
    if (!node) return undefined
    const chosen = () => tell.current(node.value)
    node.addEventListener('change', chosen)
    return () => node.removeEventListener('change', chosen)
  }, [])
  return (
    <label className={classes['free']}>
      <Pipette aria-hidden="true" />
      <Trans>Une autre couleur</Trans>
      <input ref={input} type="color" defaultValue={colour} />
    </label>
  )
}
