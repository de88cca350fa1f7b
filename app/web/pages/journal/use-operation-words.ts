import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import { useClaimActs } from './words/use-claim-acts.ts'
import { useDocumentActs } from './words/use-document-acts.ts'
import { usePolicyActs } from './words/use-policy-acts.ts'
import { useProductActs } from './words/use-product-acts.ts'
import { useReceivableActs } from './words/use-receivable-acts.ts'
import { useRenewalActs } from './words/use-renewal-acts.ts'
import { useRecoveryActs } from './words/use-recovery-acts.ts'
import { useReminderActs } from './words/use-reminder-acts.ts'

/** What was done, in words, by the name of the operation: `contact.update` → «Client modifié». */
export const useOperationWords = (): Readonly<Record<string, string>> => {
  const { t } = useLingui()
  const documentActs = useDocumentActs()
  const productActs = useProductActs()
  const policyActs = usePolicyActs()
  const receivableActs = useReceivableActs()
  const claimActs = useClaimActs()
  const recoveryActs = useRecoveryActs()
  const renewalActs = useRenewalActs()
  const reminderActs = useReminderActs()
  return useMemo(
    () => ({
      ...documentActs,
      ...productActs,
      ...policyActs,
      ...receivableActs,
      ...claimActs,
      ...recoveryActs,
      ...renewalActs,
      ...reminderActs,
      'contact.create': t`Client créé`,
      'contact.update': t`Client modifié`,
      'contact.assign': t`Client affecté`,
      'contact.delete': t`Client mis à la corbeille`,
      'contact.restore': t`Client restauré`,
      'contact.unmask': t`Données sensibles affichées`,
      'contact.bulk': t`Clients créés en nombre`,
      'contact.bulk_assign': t`Clients affectés en nombre`,
      'contact.bulk_tag': t`Étiquettes posées en nombre`,
      'contact.bulk_delete': t`Clients mis à la corbeille en nombre`,
      'contact.undo': t`Action en nombre annulée`,
      'account.create': t`Compte créé`,
      'account.update': t`Compte modifié`,
      'account.assign': t`Compte affecté`,
      'account.delete': t`Compte mis à la corbeille`,
      'account.restore': t`Compte restauré`,
      'account.set_member': t`Membre d’un compte ajouté ou modifié`,
      'account.remove_member': t`Membre d’un compte retiré`,
      'activity.log': t`Échange noté`,
      'activity.edit': t`Échange modifié`,
      'activity.delete': t`Échange supprimé`,
      'note.create': t`Note écrite`,
      'consent.record': t`Consentement enregistré`,
      'import.reverted': t`Import annulé`,
      'import.cancelled': t`Import arrêté`,
      'import.create': t`Fichier d’import déposé`,
      'import.edit': t`Import réglé`,
      'import.dry_run': t`Essai d’un import demandé`,
      'import.start': t`Import lancé`,
      'import.apply': t`Lignes importées`,
      'import.done': t`Import terminé`,
      'import.fail': t`Import échoué`,
      'import.cancel': t`Arrêt d’un import demandé`,
      'import.resume': t`Import repris`,
      'import.reverting': t`Annulation d’un import commencée`,
      'import.revert': t`Annulation d’un import demandée`,
      'export.create': t`Export demandé`,
      'export.cancel': t`Export arrêté`,
      'export.done': t`Export terminé`,
      'export.fail': t`Export échoué`,
      'export.download': t`Export téléchargé`,
      'auth.sign_up': t`Organisation inscrite`,
      'auth.verify_email': t`Adresse e-mail confirmée`,
      'exchange.clean_up': t`Anciens fichiers supprimés`,
      'auth.verify_email_sent': t`Lien de confirmation envoyé`,
      'auth.sign_in': t`Connexion`,
      'auth.sign_in_failed': t`Connexion refusée`,
      'auth.sign_out': t`Déconnexion`,
      'auth.forgot_password': t`Mot de passe oublié`,
      'auth.reset_password_sent': t`Lien de mot de passe envoyé`,
      'auth.reset_password': t`Mot de passe réinitialisé`,
      'me.update': t`Profil modifié`,
      'me.change_password': t`Mot de passe changé`,
      'session.end': t`Session fermée`,
      'session.end_others': t`Autres sessions fermées`,
      'user.admit': t`Utilisateur ajouté`,
      'user.update': t`Utilisateur modifié`,
      'user.suspend': t`Utilisateur suspendu`,
      'user.reactivate': t`Utilisateur réactivé`,
      'user.end_sessions': t`Sessions d’un utilisateur fermées`,
      'invitation.create': t`Invitation envoyée`,
      'invitation.resend': t`Invitation renvoyée`,
      'invitation.cancel': t`Invitation annulée`,
      'invitation.accept': t`Invitation acceptée`,
      'organization.found': t`Organisation créée`,
      'organization.update': t`Fiche de l’entreprise modifiée`,
      'organization.replace_logo': t`Logo remplacé`,
      'organization.remove_logo': t`Logo retiré`,
      'region.create': t`Direction régionale créée`,
      'region.update': t`Direction régionale renommée`,
      'region.delete': t`Direction régionale supprimée`,
      'api_key.create': t`Clé d’accès créée`,
      'demo.load': t`Données de démonstration chargées`,
      'agency.create': t`Agence ouverte`,
      'agency.update': t`Agence modifiée`,
    }),
    [t, documentActs, productActs, policyActs, receivableActs, claimActs, recoveryActs, renewalActs, reminderActs],
  )
}
