import type { ReactNode } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ArrowRight, FileSpreadsheet, MapPin, NotebookPen, Phone, Search } from 'lucide-react'
import { Chip } from '#kernel/web/ui/chip.tsx'
import classes from './for-whom.module.css'

interface GainProps {
  readonly who: ReactNode
  readonly gain: ReactNode
  readonly children: ReactNode
}

/** One kind of person, what they gain, and a glimpse of the screen where they do. */
const Gain = ({ who, gain, children }: GainProps) => (
  <li className={classes['gain']}>
    <div aria-hidden="true" className={classes['glimpse']}>
      {children}
    </div>
    <h3>{who}</h3>
    <p>{gain}</p>
  </li>
)

const Found = () => {
  const { t } = useLingui()
  return (
    <>
      <div className={classes['field']}>
        <Search />
        <span>{t`benali amna`}</span>
        <i />
      </div>
      <div className={classes['result']}>
        <span className={classes['face']}>AB</span>
        <span>
          <b>{t`Amina Benali`}</b>
          <small>
            <bdi>16083-004512</bdi> · <bdi>0550 12 34 56</bdi>
          </small>
        </span>
      </div>
      <div className={classes['result']}>
        <span className={classes['face']}>MB</span>
        <span>
          <b>{t`Mohamed Amine Benali`}</b>
          <small>
            <bdi>31012-000731</bdi> · <bdi>0661 40 22 18</bdi>
          </small>
        </span>
      </div>
    </>
  )
}

const Imported = () => {
  const { t } = useLingui()
  const columns: ReadonlyArray<readonly [string, string]> = [
    [t`NOM ASSURE`, t`Nom`],
    [t`TEL`, t`Mobile`],
    [t`NE LE`, t`Date de naissance`],
  ]
  return (
    <>
      <div className={classes['file']}>
        <FileSpreadsheet />
        <bdi>clients_2026.xlsx</bdi>
        <Chip tone="good">{t`12 480 lignes`}</Chip>
      </div>
      {columns.map(([from, to]) => (
        <div key={from} className={classes['mapping']}>
          <span>{from}</span>
          <ArrowRight />
          <b>{to}</b>
        </div>
      ))}
    </>
  )
}

const Network = () => {
  const { t } = useLingui()
  const regions: ReadonlyArray<readonly [string, string, string]> = [
    [t`Alger`, '42', '100%'],
    [t`Sétif`, '39', '93%'],
    [t`Oran`, '29', '69%'],
    [t`Annaba`, '22', '52%'],
  ]
  return (
    <>
      {regions.map(([name, count, width]) => (
        <div key={name} className={classes['region']}>
          <span>
            <MapPin />
            {name}
          </span>
          <i>
            <u style={{ width }} />
          </i>
          <b>{count}</b>
        </div>
      ))}
    </>
  )
}

const Timeline = () => (
  <>
    <div className={classes['event']}>
      <Phone />
      <span>
        <b>
          <Trans>Appel sortant</Trans>
        </b>
        <small>
          <Trans>Rappel demandé pour dimanche</Trans>
        </small>
      </span>
      <bdi>16:40</bdi>
    </div>
    <div className={classes['event']}>
      <MapPin />
      <span>
        <b>
          <Trans>Visite à l’agence</Trans>
        </b>
        <small>
          <Trans>Devis habitation remis</Trans>
        </small>
      </span>
      <bdi>11:05</bdi>
    </div>
    <div className={classes['event']}>
      <NotebookPen />
      <span>
        <b>
          <Trans>Note</Trans>
        </b>
        <small>
          <Trans>Préfère être appelée en arabe</Trans>
        </small>
      </span>
      <bdi>09:12</bdi>
    </div>
  </>
)

/** What the product does for each kind of person. */
export const ForWhom = () => (
  <ul className={classes['gains']}>
    <Gain
      who={<Trans>À l’agence</Trans>}
      gain={<Trans>Un nom mal orthographié, un numéro dicté à la hâte: le client est trouvé avant qu’il ait fini de parler.</Trans>}
    >
      <Found />
    </Gain>
    <Gain
      who={<Trans>Au service client</Trans>}
      gain={<Trans>Appels, visites, notes et messages sur un seul fil: celui qui décroche sait ce que le précédent a promis.</Trans>}
    >
      <Timeline />
    </Gain>
    <Gain
      who={<Trans>Au siège</Trans>}
      gain={
        <Trans>
          Vos fichiers Excel entrent tels qu’ils sont: colonnes reconnues, doublons signalés, et tout l’import s’annule d’un geste.
        </Trans>
      }
    >
      <Imported />
    </Gain>
    <Gain
      who={<Trans>À la direction</Trans>}
      gain={<Trans>Le réseau entier, région par région et agence par agence, sur les mêmes chiffres que ceux du terrain.</Trans>}
    >
      <Network />
    </Gain>
  </ul>
)
