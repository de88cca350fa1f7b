import { Problem } from '#kernel/shared/problem.ts'

/** The refusal of a workbook that cannot be followed to its end; `detail` is for the log only. */
export const damagedWorkbook = (detail: string): Problem =>
  Object.assign(
    new Problem(
      422,
      'exchange.file.damaged',
      /*i18n*/ {
        id: 'exchange.file.damaged',
        message: 'Ce classeur est abîmé ou incomplet. Ouvrez-le dans Excel, enregistrez-le de nouveau et réessayez',
      },
    ),
    { cause: detail },
  )

/** The refusal of an archive that unpacks to far more than it should. */
export const tooMuchInside = (): Problem =>
  new Problem(
    413,
    'exchange.file.too_much_inside',
    /*i18n*/ {
      id: 'exchange.file.too_much_inside',
      message: 'Ce classeur contient beaucoup plus de données qu’il ne devrait : il est refusé par prudence',
    },
  )

/** The refusal of a workbook protected by a password. */
export const encryptedWorkbook = (): Problem =>
  new Problem(
    422,
    'exchange.file.encrypted',
    /*i18n*/ {
      id: 'exchange.file.encrypted',
      message: 'Ce classeur est protégé par un mot de passe. Retirez la protection dans Excel, enregistrez-le et réessayez',
    },
  )
