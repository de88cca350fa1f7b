import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { PickField } from '#kernel/web/forms/pick-field.tsx'
import type { FieldProps } from '#kernel/web/forms/field.tsx'
import type { Choice } from '#kernel/web/forms/use-choices.ts'
import { useLanguage } from '#kernel/web/i18n.tsx'
import { useRead } from '#kernel/web/query.ts'
import { organizationOperations, type Commune } from '../contract.ts'

const forGood = Number.POSITIVE_INFINITY

/** The wilayas in the reader's language, by code: `16` → «Alger»; what one of them is called. */
export const useWilayas = () => {
  const { language } = useLanguage()
  const { data } = useRead(organizationOperations.listWilayas, {}, { staleTime: forGood })
  return useMemo(() => {
    const options: Choice[] = (data?.data ?? []).map(({ code, name_fr, name_ar }) => ({
      value: code,
      label: language === 'ar' ? name_ar : name_fr,
      detail: code,
    }))
    const names = new Map(options.map(({ value, label }) => [value, label]))
    return { options, nameOf: (code: string | null): string | null => (code === null ? null : (names.get(code) ?? code)) }
  }, [data, language])
}

const nothing: readonly Commune[] = []

/** The communes of a wilaya; none while no wilaya is chosen. */
export const useCommunes = (wilaya: string | null) => {
  const { language } = useLanguage()
  const { data } = useRead(organizationOperations.listCommunes, { wilaya: wilaya ?? '' }, { staleTime: forGood, enabled: wilaya !== null })
  const communes = data?.data ?? nothing
  return useMemo(() => {
    const nameOf = (commune: Commune) => (language === 'ar' ? commune.name_ar : commune.name_fr)
    const byCode = new Map(communes.map((commune) => [commune.code, commune]))
    return {
      options: communes.map((commune): Choice => ({ value: commune.code, label: nameOf(commune), detail: commune.postcode ?? undefined })),
      find: (code: string | null): Commune | null => (code === null ? null : (byCode.get(code) ?? null)),
      nameOf: (code: string | null): string | null => {
        const commune = code === null ? undefined : byCode.get(code)
        return commune ? nameOf(commune) : code
      },
    }
  }, [communes, language])
}

/** The name of a commune, once its wilaya's are known. */
export const CommuneName = ({ wilaya, code }: { wilaya: string | null; code: string }) => <bdi>{useCommunes(wilaya).nameOf(code)}</bdi>

type PlaceFieldProps = Omit<FieldProps, 'label'> & {
  readonly name?: string
  readonly value: string | null
  readonly onChange: (value: string | null) => void
}

/** A wilaya, by name in either language's letters or by number. */
export const WilayaField = ({ value, onChange, ...field }: PlaceFieldProps) => {
  const { t } = useLingui()
  const { options } = useWilayas()
  return <PickField {...field} label={t`Wilaya`} source={{ options }} value={value} clearable onChange={(next) => onChange(next)} />
}

/** A commune of the wilaya chosen before it; tells the postcode that goes with it. */
export const CommuneField = ({
  wilaya,
  value,
  onChange,
  ...field
}: Omit<PlaceFieldProps, 'onChange'> & {
  readonly wilaya: string | null
  readonly onChange: (value: string | null, postcode: string | null) => void
}) => {
  const { t } = useLingui()
  const { options, find, nameOf } = useCommunes(wilaya)
  return (
    <PickField
      {...field}
      label={t`Commune`}
      source={{ options }}
      value={value}
      shown={nameOf(value)}
      clearable
      disabled={wilaya === null}
      placeholder={wilaya === null ? t`D’abord la wilaya` : t`Choisir…`}
      onChange={(next) => onChange(next, find(next)?.postcode ?? null)}
    />
  )
}
