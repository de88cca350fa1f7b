import type { Capability } from '#kernel/server/capability.ts'
import { implement } from '#kernel/server/door.ts'
import type { Services } from '#kernel/server/services.ts'
import { identityOperations as operations } from '../contract.ts'
import { acceptInvitation, prepareAcceptance, readInvitation } from './accept-invitation.ts'
import { userExport } from './export/user-export.ts'
import { userImport } from './import/user-import.ts'
import { cancelInvitation, inviteColleagues, listInvitations, resendInvitation } from './invite-colleagues.ts'
import { changePassword, preparePasswordChange, readMe, updateMe } from './me.ts'
import { readWelcome } from './read-welcome.ts'
import { forgotPassword, prepareReset, resendVerification, resetPassword, sendRecovery, verifyEmail } from './recover.ts'
import { endOtherSessions, endSession, listSessions, signOut } from './sessions.ts'
import { personNamer } from './person-namer.ts'
import { prepareSignIn, signIn } from './sign-in.ts'
import { prepareSignUp, signUp } from './sign-up.ts'
import { countUsers, endUserSessions, getUser, listColleagues, listUsers, reactivateUser, suspendUser, updateUser } from './users.ts'

export { actorOfUser, authenticateCaller } from './authenticate-caller.ts'
export { admitPerson } from './admit-person.ts'
export { colleagueCan } from './colleague-can.ts'
export { createApiKey } from './create-api-key.ts'
export { makeResetLink } from './recover.ts'
export { openSession } from './open-session.ts'
export { hashPassword } from './secrets.ts'
export { grantsOf } from '../rights.ts'

const withServices = { prepare: async (services: Services): Promise<Services> => services }

export const identityServer: Capability = {
  name: 'identity',
  implementations: [
    implement(operations.readWelcome, readWelcome, withServices),
    implement(operations.signUp, signUp, { prepare: prepareSignUp }),
    implement(operations.verifyEmail, verifyEmail),
    implement(operations.resendVerification, resendVerification),
    implement(operations.signIn, signIn, { prepare: prepareSignIn }),
    implement(operations.signOut, signOut),
    implement(operations.forgotPassword, forgotPassword),
    implement(operations.resetPassword, resetPassword, { prepare: prepareReset }),
    implement(operations.readInvitation, readInvitation),
    implement(operations.acceptInvitation, acceptInvitation, { prepare: prepareAcceptance }),
    implement(operations.readMe, readMe),
    implement(operations.updateMe, updateMe),
    implement(operations.changePassword, changePassword, { prepare: preparePasswordChange }),
    implement(operations.listSessions, listSessions),
    implement(operations.endSession, endSession),
    implement(operations.endOtherSessions, endOtherSessions),
    implement(operations.listUsers, listUsers),
    implement(operations.countUsers, countUsers),
    implement(operations.getUser, getUser),
    implement(operations.updateUser, updateUser),
    implement(operations.suspendUser, suspendUser),
    implement(operations.reactivateUser, reactivateUser),
    implement(operations.endUserSessions, endUserSessions),
    implement(operations.listColleagues, listColleagues),
    implement(operations.createInvitations, inviteColleagues, withServices),
    implement(operations.listInvitations, listInvitations),
    implement(operations.resendInvitation, resendInvitation, withServices),
    implement(operations.cancelInvitation, cancelInvitation),
  ],
  jobs: [sendRecovery],
  namers: [personNamer],
  importables: [userImport],
  exportables: [userExport],
}
