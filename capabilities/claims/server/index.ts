import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import { claimOperations as operations } from '../contract.ts'
import { listClaims } from './claim-list.ts'
import { checkDeclaration, coverageOf } from './coverage.ts'
import { declareClaim } from './declare-claim.ts'
import { grantIndemnity, nameExpert, recordExpertise } from './expertise.ts'
import { claimExport } from './export/claim-export.ts'
import { claimImport } from './import/claim-import.ts'
import { claimLetterTemplates } from './letters/templates.ts'
import { moveClaim } from './move-claim.ts'
import { assignClaim, deleteClaim, restoreClaim } from './place-claim.ts'
import { recordMovement, reverseMovement } from './record-movement.ts'
import { setPaper } from './set-paper.ts'
import { setParties } from './set-parties.ts'
import { setRecovery } from './set-recovery.ts'
import { getClaim } from './show-claim.ts'
import { updateClaim } from './update-claim.ts'
import { watchClocks } from './watch-clocks.ts'
import { writeLetter } from './write-letter.ts'

export { claimList } from './claim-list.ts'
export { claimsOfContact } from './claims-of-contact.ts'
export { loadClaim } from './load-claim.ts'
export { lossesOf } from './losses-of.ts'
export { watchClocksOf } from './watch-clocks.ts'

export const claimsServer: Capability = {
  name: 'claims',
  implementations: [
    implement(operations.listClaims, listClaims),
    implement(operations.getClaim, getClaim),
    implement(operations.coverageOf, coverageOf),
    implement(operations.checkDeclaration, checkDeclaration),
    implement(operations.declareClaim, declareClaim),
    implement(operations.updateClaim, updateClaim),
    implement(operations.setParties, setParties),
    implement(operations.moveClaim, moveClaim),
    implement(operations.nameExpert, nameExpert),
    implement(operations.recordExpertise, recordExpertise),
    implement(operations.grantIndemnity, grantIndemnity),
    implement(operations.setRecovery, setRecovery),
    implement(operations.recordMovement, recordMovement),
    implement(operations.reverseMovement, reverseMovement),
    implement(operations.setPaper, setPaper),
    implement(operations.writeLetter, writeLetter),
    implement(operations.assignClaim, assignClaim),
    implement(operations.deleteClaim, deleteClaim),
    implement(operations.restoreClaim, restoreClaim),
  ],
  jobs: [watchClocks],
  searches: [{ kind: 'claim', permission: 'claim.view', path: '/claims' }],
  importables: [claimImport],
  exportables: [claimExport],
  attachments: [{ table: 'claim', columns: ['contact_id', 'policy_id'] }],
  templates: Object.values(claimLetterTemplates),
}
