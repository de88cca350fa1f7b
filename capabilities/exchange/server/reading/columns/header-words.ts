/** Small words that say nothing about a column. */
const emptyWords = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'l', 'd', 'the', 'of', 'a', 'au', 'en', 'et', 'and', 'for', 'pour'])

const marks = /[\u0300-\u036f\u064b-\u0655\u0670ـ]/g

/**
 * A header as it is compared: small letters without accents, words cut at capitals, underscores and punctuation, Arabic
 * letter variants joined, `n°` read as `numero`.
 */
export const normaliseHeader = (header: string): string =>
  header
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/\bn\s?[°º]\s?|№/g, 'numero ')
    .replace(/œ/g, 'oe')
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The words of a header that say something. */
export const headerTokens = (header: string): string[] => {
  const words = normaliseHeader(header).split(' ')
  const telling = words.filter((word) => !emptyWords.has(word))
  return telling.length > 0 ? telling : words
}

/** Words that stand in headers of lists of customers, policies and bills, in the three languages, normalised. */
export const knownHeaderWords: ReadonlySet<string> = new Set(
  `id code nom prenom prenoms nom complet raison sociale societe entreprise civilite titre email e mail courriel adresse mail telephone tel
  mobile gsm portable fax adresse rue ville commune wilaya code postal cp pays date naissance date de naissance sexe profession fonction
  statut etat type categorie montant prime solde date echeance date effet numero police numero contrat agence region proprietaire
  commercial source remarque note notes commentaire observation nin nif nis rc rib site web langue tags produit branche
  name first name last name full name company account account name phone mobile phone street city zip postal code country birth date
  birthday gender title owner status industry website amount description label text key value date created time created at
  الاسم اللقب الاسم الكامل الهاتف الجوال البريد الالكتروني العنوان الولايه البلديه الرمز البريدي تاريخ الميلاد الرمز الوكاله المبلغ التاريخ`
    .split(/\s+/)
    .concat([
      'nom complet',
      'raison sociale',
      'code postal',
      'date naissance',
      'first name',
      'last name',
      'full name',
      'account name',
      'رقم الهاتف',
      'البريد الالكتروني',
      'تاريخ الميلاد',
      'الرمز البريدي',
    ]),
)
