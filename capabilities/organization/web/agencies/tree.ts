import { fold } from '#kernel/shared/fold.ts'
import type { Agency, Region } from '../../contract.ts'

/** A regional directorate with its agencies; `region` is null for those that belong to none. */
export interface Branch {
  readonly region: Region | null
  readonly agencies: readonly Agency[]
}

/**
 * Agencies under their directorates, directorates by code, those without one last. With a search, only what is found: an agency by the
 * start of its number or a part of its name, a directorate with all its agencies by its own name or code.
 */
export const treeOf = (regions: readonly Region[], agencies: readonly Agency[], search: string): readonly Branch[] => {
  const wanted = fold(search.trim())
  const found = (agency: Agency): boolean => wanted === '' || agency.number.startsWith(wanted) || fold(agency.name).includes(wanted)
  const branches = [...regions, null].map((region): Branch => {
    const own = agencies.filter((agency) => agency.region_id === (region?.id ?? null))
    const whole = region !== null && wanted !== '' && (fold(region.name).includes(wanted) || fold(region.code) === wanted)
    return { region, agencies: whole ? own : own.filter(found) }
  })
  return branches.filter(({ region, agencies: own }) => own.length > 0 || (region !== null && wanted === ''))
}
