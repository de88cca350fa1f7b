import { useMemo } from 'react'
import { call } from '#kernel/web/api.ts'
import { useAddress } from '#kernel/web/address.ts'
import type { Choice } from '#kernel/web/forms/use-choices.ts'
import { useLanguage } from '#kernel/web/i18n.tsx'
import { useMe } from '#kernel/web/session.tsx'
import type { ColumnValues } from '#kernel/web/ui/list/definition.ts'
import { readFilter } from '#kernel/web/ui/list/filter-state.ts'
import { colleagueSearch } from '#capabilities/identity/web/index.ts'
import { organizationOperations, type Commune } from '#capabilities/organization/contract.ts'
import { agencyName, searchAgencies } from '#capabilities/organization/web/index.ts'
import { customerOperations } from '../../contract.ts'
import { accountName, searchAccounts } from '../account-choice.tsx'
import { searchTags } from '../tag-choice.ts'

const communesOf = async (wilaya: string, signal?: AbortSignal): Promise<readonly Commune[]> =>
  (await call(organizationOperations.listCommunes, { wilaya }, { signal })).data

const agency: ColumnValues = { search: searchAgencies, name: agencyName }

const account: ColumnValues = { search: searchAccounts, name: accountName }

const tags: ColumnValues = {
  search: searchTags,
  name: async (id) => (await call(customerOperations.listTags, {})).data.find((tag) => tag.id === id)?.name ?? null,
}

/** Where the values of the contacts' filters come from: agencies, colleagues, accounts, tags, communes of the wilaya at hand. */
export const useContactValues = () => {
  const me = useMe()
  const { language } = useLanguage()
  const { filter } = useAddress()
  const state = readFilter(filter)
  const wilayas = state?.tests.find((test) => test.field === 'wilaya')?.value ?? me.organization.wilaya ?? '16'
  const near = JSON.stringify(Array.isArray(wilayas) ? wilayas : [wilayas])
  return useMemo(() => {
    const nameOf = (commune: Commune) => (language === 'ar' ? commune.name_ar : commune.name_fr)
    const owner: ColumnValues = {
      search: colleagueSearch(),
      name: async (id) => {
        if (id === me.id) return me.name
        const page = await call(customerOperations.listContacts, { filter: JSON.stringify({ owner_id: id }), limit: 1, total: 'none' })
        return page.data[0]?.owner_name ?? null
      },
    }
    const commune: ColumnValues = {
      search: async (text, signal) => {
        const lists = await Promise.all((JSON.parse(near) as string[]).slice(0, 5).map((wilaya) => communesOf(wilaya, signal)))
        const wanted = text.trim().toLocaleLowerCase()
        return lists
          .flat()
          .map((one): Choice => ({ value: one.code, label: nameOf(one), detail: one.postcode ?? undefined }))
          .filter(({ label }) => label.toLocaleLowerCase().includes(wanted))
          .slice(0, 60)
      },
      name: async (code) => {
        const found = (await communesOf(code.slice(0, 2))).find((one) => one.code === code)
        return found ? nameOf(found) : code
      },
    }
    return { agency, account, tags, owner, commune }
  }, [me.id, me.name, language, near])
}
