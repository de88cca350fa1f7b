import type { ImportField } from '#kernel/server/importable.ts'
import { contactBusinessFields } from './contact-fields-business.ts'
import { contactIdentityFields } from './contact-fields-identity.ts'

/** The fields of a contact that a file can fill, with the names that files give them. */
export const contactImportFields: readonly ImportField[] = [...contactIdentityFields, ...contactBusinessFields]
