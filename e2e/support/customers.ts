import type { InputOf } from '#kernel/shared/contract.ts'
import type { customerOperations } from '#capabilities/customers/contract.ts'

/** A customer as typed into the form, without agency. */
export type NewCustomer = Omit<InputOf<typeof customerOperations.createContact>, 'agency_id' | 'owner_id' | 'accept_duplicate'>

/** A family of the Hydra agency that the tests know by name. Nobody real is meant. */
export const amina: NewCustomer = {
  kind: 'individual',
  title: 'mrs',
  last_name: 'BENALI',
  first_name: 'Amina',
  name_ar: 'أمينة بن علي',
  birth_date: '1984-03-17',
  email: 'amina.benali@exemple.dz',
  mobile: '0550 12 34 56',
  nin: '198403170012345678',
  rib: '00799999000012345657',
  profession: 'Pharmacienne',
  address: '12, rue des Frères Oudek, Hydra',
  address_ar: '12، شارع الإخوة أوديك، حيدرة',
  wilaya: '16',
  postcode: '16035',
  status: 'active',
  tags: ['Fidèle', 'Flotte'],
  registered_on: '2019-05-02',
  remarks: 'Préfère être appelée après 16 h.',
}

/** Names that try a screen: long, Arabic, with apostrophe and hyphen, of a company. */
export const variedCustomers: readonly NewCustomer[] = [
  { kind: 'individual', title: 'mr', last_name: 'KACI', first_name: 'Mourad', mobile: '0661 20 30 40', wilaya: '16', status: 'prospect' },
  { kind: 'individual', last_name: 'AÏT-OUYAHIA', first_name: 'Nna Djouher', mobile: '0770 55 44 33', wilaya: '15', status: 'active' },
  { kind: 'individual', last_name: 'بوعلام', first_name: 'سعيد', mobile: '0555 01 02 03', wilaya: '16', language: 'ar', status: 'active' },
  {
    kind: 'individual',
    last_name: 'BEN ABDERRAHMANE EL-HADJ MESSAOUD',
    first_name: 'Mohamed Abdelkader Zine El-Abidine',
    email: 'mohamed.abdelkader.benabderrahmane.elhadjmessaoud@messagerie-professionnelle.exemple.dz',
    mobile: '0540 98 76 54',
    wilaya: '31',
    status: 'active',
  },
  {
    kind: 'company',
    company_name: 'SARL Les Moulins du Sahel',
    nif: '001216098765432',
    phone: '023 45 67 89',
    wilaya: '16',
    status: 'active',
  },
  { kind: 'professional', last_name: 'D’ALMEIDA', first_name: 'Rosa', email: 'rosa@exemple.dz', wilaya: '16', status: 'inactive' },
]

const lastNames = ['HADDAD', 'MANSOURI', 'CHERIF', 'BOUDIAF', 'ZERROUKI', 'SAADI', 'BELKACEM', 'TOUMI', 'OUALI', 'GUERFI']
const firstNames = ['Yasmine', 'Karim', 'Lynda', 'Farid', 'Samia', 'Hakim', 'Nassima', 'Riad', 'Dalila', 'Omar', 'Warda']

/** As many ordinary customers as wanted, the same ones each time. */
export const ordinaryCustomers = (count: number): NewCustomer[] =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'individual',
    last_name: lastNames[at % lastNames.length] ?? '',
    first_name: `${firstNames[at % firstNames.length] ?? ''}`,
    birth_date: `${1950 + (at % 50)}-${String(1 + (at % 12)).padStart(2, '0')}-${String(1 + (at % 28)).padStart(2, '0')}`,
    mobile: `0555 ${String(100_000 + at).replace(/(..)(..)(..)/, '$1 $2 $3')}`,
    wilaya: '16',
    status: at % 3 === 0 ? 'prospect' : 'active',
    registered_on: `2024-${String(1 + (at % 12)).padStart(2, '0')}-15`,
  }))
