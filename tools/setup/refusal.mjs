// @ts-check

/** Why the installation cannot go on, in one sentence for the person at the console. */
export class Refusal extends Error {
  /**
   * @param {string} sentence
   * @param {string} [details] what the failed tool said, shown below the sentence
   */
  constructor(sentence, details = '') {
    super(sentence)
    this.name = 'Refusal'
    this.details = details
  }
}

/**
 * The sentence for an error of the file system, whatever step met it.
 * @param {unknown} error
 * @param {string} root
 * @returns {Refusal | null} null when it is not of that kind
 */
export function fileSystemRefusal(error, root) {
  const code = /** @type {NodeJS.ErrnoException} */ (error)?.code
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return notWritable(root)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull(root)
  return null
}

/** @param {string} root */
export const notWritable = (root) =>
  new Refusal(
    `Le dossier ${root} n’est pas accessible en écriture pour cet utilisateur : donnez-lui ce droit, ou installez le programme dans un dossier à lui.`,
  )

/** @param {string} root */
export const diskFull = (root) => new Refusal(`Le disque de ${root} est plein : libérez environ 1 Go, puis relancez la commande.`)
