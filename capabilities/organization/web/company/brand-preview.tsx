import { Trans, useLingui } from '@lingui/react/macro'
import { brandStyle } from '#kernel/web/theme/brand.ts'
import { Chip } from '#kernel/web/ui/chip.tsx'
import type { Brand } from '../../contract.ts'
import classes from './company.module.css'

/** What the colours give, in light and in dark: a button, a chip, a selected row. Shown only, never pressed. */
export const BrandPreview = ({ brand }: { brand: Brand }) => {
  const { t } = useLingui()
  const themes = [
    ['light', t`En clair`],
    ['dark', t`En sombre`],
  ] as const
  return (
    <div className={classes['previews']}>
      {themes.map(([theme, label]) => (
        <figure key={theme}>
          <div className={classes['preview']} data-theme={theme} style={brandStyle(brand)} aria-hidden="true">
            <header>
              <b>
                <Trans>Contrats</Trans>
              </b>
              <Chip tone="accent" plain>
                <Trans>Nouveau</Trans>
              </Chip>
            </header>
            <p data-selected>
              <i />
              <Trans>Automobile, tous risques</Trans>
            </p>
            <p>
              <i />
              <Trans>Multirisque habitation</Trans>
            </p>
            <footer>
              <u>
                <Trans>Voir tout</Trans>
              </u>
              <span>
                <Trans>Enregistrer</Trans>
              </span>
            </footer>
          </div>
          <figcaption>{label}</figcaption>
        </figure>
      ))}
    </div>
  )
}
