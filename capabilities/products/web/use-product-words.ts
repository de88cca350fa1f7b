import { useMemo } from 'react'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useLanguage } from '#kernel/web/i18n.tsx'
import type { branches, carriers, cashRules, clienteles, deductibleBases, objectKinds, renewals, tariffKinds } from '../product-shapes.ts'

type Words<T extends readonly string[]> = Readonly<Record<T[number], string>>

/** The words of the catalogue's choices, by value; names of products and guarantees in the reader's language. */
export const useProductWords = () => {
  const { t } = useLingui()
  const { language } = useLanguage()
  return useMemo(() => {
    const branch: Words<typeof branches> = {
      '11': t`Automobile`,
      '12': t`Incendie et éléments naturels`,
      '13': t`Construction`,
      '14': t`Responsabilité civile générale`,
      '15': t`Autres dommages aux biens`,
      '16': t`Pertes pécuniaires`,
      '17': t`Protection juridique`,
      '18': t`Assistance`,
      '21': t`Récoltes`,
      '22': t`Animaux`,
      '31': t`Transport terrestre`,
      '32': t`Transport ferroviaire`,
      '33': t`Transport aérien`,
      '34': t`Transport maritime`,
      '51': t`Crédit`,
      '52': t`Caution`,
      '90': t`Assurances de personnes`,
    }
    const object: Words<typeof objectKinds> = {
      vehicle: t`Un véhicule`,
      home: t`Un logement`,
      building: t`Un bâtiment`,
      business: t`Un local professionnel`,
      boat: t`Un bateau`,
      trip: t`Un voyage`,
      person: t`Une personne`,
      goods: t`Des marchandises`,
      farm: t`Une exploitation agricole`,
      none: t`Rien en particulier`,
    }
    const tariff: Words<typeof tariffKinds> = {
      motor: t`Tarif automobile`,
      home: t`Tarif habitation`,
      catnat: t`Tarif catastrophes naturelles`,
      typed: t`Prime par garantie`,
    }
    const renewal: Words<typeof renewals> = { tacit: t`Tacite reconduction`, on_request: t`À la demande` }
    const clientele: Words<typeof clienteles> = {
      all: t`Tous les clients`,
      individual: t`Particuliers`,
      professional: t`Professionnels`,
      company: t`Entreprises`,
      farmer: t`Agriculteurs`,
    }
    const carrier: Words<typeof carriers> = { own: t`La compagnie`, partner: t`Un partenaire` }
    const cash: Words<typeof cashRules> = {
      block: t`Refusées`,
      warn: t`Déconseillées (avertissement)`,
      allow: t`Acceptées`,
    }
    const deductibleOf: Words<typeof deductibleBases> = { loss: t`du dommage`, sum: t`de la somme assurée` }
    /** `12m` → «12 mois», `10d` → «10 jours». */
    const duration = (code: string): string => {
      const count = Number.parseInt(code, 10)
      return code.endsWith('m') ? plural(count, { one: '# mois', other: '# mois' }) : plural(count, { one: '# jour', other: '# jours' })
    }
    const nameOf = (named: { readonly name: string; readonly name_ar?: string | null | undefined }): string =>
      language === 'ar' ? named.name_ar || named.name : named.name
    return { branch, object, tariff, renewal, clientele, carrier, cash, deductibleOf, duration, nameOf }
  }, [t, language])
}
export type ProductWords = ReturnType<typeof useProductWords>
