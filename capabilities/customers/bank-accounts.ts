import { compact, doubtful, isFiller, refused, tidied, type Checked } from '#kernel/shared/checked.ts'

/** Banks and other holders of accounts by the three digits that open a RIB. */
export const bankNames: Readonly<Record<string, string>> = {
  '001': 'BNA',
  '002': 'BEA',
  '003': 'BADR',
  '004': 'CPA',
  '005': 'BDL',
  '006': 'Al Baraka',
  '007': 'Algérie Poste (CCP)',
  '008': 'Trésor public',
  '010': 'CNMA',
  '011': 'CNEP-Banque',
  '012': 'Citibank',
  '014': 'ABC',
  '020': 'Natixis',
  '021': 'Société Générale Algérie',
  '026': 'Arab Bank',
  '027': 'BNP Paribas El Djazaïr',
  '029': 'Trust Bank',
  '031': 'Housing Bank',
  '032': 'AGB',
  '035': 'Fransabank',
  '036': 'Calyon',
  '037': 'HSBC',
  '038': 'Al Salam Bank',
  '111': 'Banque d’Algérie',
}

/** The name of the bank that holds a RIB, or null when its code is unknown. */
export const bankOf = (rib: string): string | null => bankNames[compact(rib).slice(0, 3)] ?? null

/** Key of a RIB: 97 less the remainder by 97 of branch and account followed by 00; the bank does not count (instruction BA 06-2004). */
export const ribKey = (branch: string, account: string): string =>
  String(97 - Number((BigInt(branch + account) * 100n) % 97n)).padStart(2, '0')

/** Key of a postal account: its digits from the right by 4, 5, 6…, added, the last two digits of the sum. */
export const ccpKey = (account: string): string => {
  const sum = account
    .padStart(10, '0')
    .split('')
    .toReversed()
    .reduce((total, digit, at) => total + Number(digit) * (at + 4), 0)
  return String(sum % 100).padStart(2, '0')
}

/** The RIP of a postal account number without its key (at most 10 digits). */
export const ripOf = (account: string): string => `00799999${account.padStart(10, '0')}${ribKey('99999', account.padStart(10, '0'))}`

/** A RIB in its groups: bank, branch, account, key. */
export const formatRib = (rib: string): string => rib.replace(/^(\d{3})(\d{5})(\d{10})(\d{2})$/, '$1 $2 $3 $4')

/** Bank account: 20 digits, bank 3, branch 5, account 10, key 2. An unknown bank is a warning, a wrong key a refusal. */
export const checkRib = (text: string): Checked => {
  const value = compact(tidied(text).replace(/^(?:RIB|RIP)\s*:?/, ''))
  if (!/^\d{20}$/.test(value)) {
    return refused(
      'rib.form',
      /*i18n*/ {
        id: 'rib.form',
        message: 'Un RIB compte 20 chiffres ; celui-ci en a {count}. Il figure en bas du chèque.',
        values: { count: value.replace(/\D/g, '').length },
      },
    )
  }
  if (ribKey(value.slice(3, 8), value.slice(8, 18)) !== value.slice(18)) {
    return refused(
      'rib.key',
      /*i18n*/ { id: 'rib.key', message: 'La clé du RIB (ses deux derniers chiffres) ne correspond pas : un chiffre est faux ou manque.' },
    )
  }
  if (isFiller(value.slice(8, 18))) {
    return doubtful(
      value,
      'rib.filler',
      /*i18n*/ { id: 'rib.filler', message: 'Tous les chiffres du compte sont les mêmes : vérifiez le RIB sur le chèque.' },
    )
  }
  if (bankOf(value) === null) {
    return doubtful(
      value,
      'rib.bank',
      /*i18n*/ {
        id: 'rib.bank',
        message: 'Le RIB commence par {bank}, qui n’est le code d’aucune banque connue.',
        values: { bank: value.slice(0, 3) },
      },
    )
  }
  return { value }
}

/**
 * Postal account: up to 10 digits and their key of 2, as `200 clé 12`, `200/12` or in one piece. The value is `account
 * key` without leading zeros, `200 12`.
 */
export const checkCcp = (text: string): Checked => {
  const plain = tidied(text).replace(/^(?:N°\s*)?CCP\s*(?:N°)?\s*:?\s*/, '')
  const parted = /^(\d[\d\s.]{0,13}?)\s*(?:CLÉ|CLE|\/|-|\s)\s*:?\s*(\d{2})$/.exec(plain)
  const whole = /^(\d{1,10})(\d{2})$/.exec(compact(plain))
  const [account, key] = parted ? [compact(parted[1] ?? ''), parted[2]] : [whole?.[1], whole?.[2]]
  if (account === undefined || key === undefined || !/^\d{1,10}$/.test(account)) {
    return refused('ccp.form', /*i18n*/ { id: 'ccp.form', message: 'Un compte CCP s’écrit avec sa clé, par exemple 1234567 clé 89.' })
  }
  if (ccpKey(account) !== key) {
    return refused(
      'ccp.key',
      /*i18n*/ {
        id: 'ccp.key',
        message: 'La clé {key} ne correspond pas à ce compte CCP : un chiffre est faux ou manque.',
        values: { key },
      },
    )
  }
  return { value: `${account.replace(/^0+(?=\d)/, '')} ${key}` }
}
