/** What staff write of their customers, by what happened. Nobody real is meant. */

/** In the file, without having met anybody. */
export const notes: readonly string[] = [
  'Préfère être contacté en arabe, après 16 h.',
  'Client fidèle depuis l’ouverture de l’agence.',
  'A changé de numéro de téléphone, fiche mise à jour.',
  'Intéressé par une multirisque habitation pour l’appartement des parents.',
  'Relevé d’informations demandé à son ancienne compagnie.',
  'Dossier complet, attestation prête au guichet.',
  'Copie de la carte nationale reçue par e-mail, versée au dossier.',
  'Demande à être prévenu par SMS plutôt que par courrier.',
  'Recommandé par un confrère, geste commercial possible au renouvellement.',
  'Adresse vérifiée, le courrier précédent était revenu.',
  'Envisage l’achat d’un véhicule neuf avant la fin de l’année.',
  'Souhaite regrouper ses contrats sur une seule échéance.',
  'Parle surtout tamazight, prévoir un collègue de Tizi Ouzou.',
  'Absent en août chaque année, relancer dès juillet.',
]
/** Told on the telephone to somebody who answered. */
export const callNotes: readonly string[] = [
  'Souhaite comparer la formule Tous risques avant l’échéance.',
  'Demande un échéancier pour le solde de sa prime.',
  'Confirme son rendez-vous de mardi matin.',
  'Demande si le bris de glace est compris.',
  'Renseigné sur les catastrophes naturelles, rappellera après la paie.',
  'Voulait les horaires du samedi.',
  'Satisfait de l’accueil, pense à assurer la voiture de son épouse.',
  'Hésite avec un concurrent moins cher, devis à refaire avec réduction.',
  'Demande où en est son dossier, rassuré.',
  'Nouvelle adresse communiquée, justificatif à envoyer.',
  'Interrogé sur le paiement par Edahabia, procédure expliquée.',
]
/** Of a call that reached nobody. */
export const missedNotes: readonly string[] = [
  'Ne répond pas ; message laissé.',
  'Sonne dans le vide, à rappeler en fin de journée.',
  'Numéro injoignable ce matin.',
  'Occupé deux fois de suite.',
  'Une autre personne a décroché, rappeler après 17 h.',
]
/** At the counter. */
export const visitNotes: readonly string[] = [
  'Passage en agence pour déposer une copie de la carte grise.',
  'Demande un duplicata de son attestation. Remis au guichet.',
  'Se plaint de l’attente au guichet le samedi matin.',
  'Venu se renseigner sur l’assurance voyage, documentation remise.',
  'A présenté l’original du permis, copie au dossier.',
  'Mise à jour de la fiche : profession et téléphone.',
  'Accompagne un proche qui souhaite s’assurer.',
  'Demande une attestation en arabe pour l’administration.',
]

/** When a contract was taken out, over the counter. */
export const signingNotes: readonly string[] = [
  'Souscription au guichet : {objet}. Conditions expliquées, contrat signé.',
  'Contrat établi pour {objet}, attestation et conditions remises.',
  'Devis accepté ({objet}). Prime et garanties relues ensemble.',
  'Souscription : {objet}. Franchises expliquées, le client a bien compris.',
  'Nouveau contrat pour {objet}, venu sur conseil d’un ami.',
]
/** While a contract ran. */
export const policyNotes: readonly string[] = [
  'Attestation renvoyée par e-mail pour {objet}.',
  'Demande de duplicata de la carte d’assurance ({objet}).',
  'Question sur l’étendue des garanties de {objet}, réponse donnée.',
  'Carte grise définitive attendue pour {objet}.',
  'Vérifié avec le client : usage et conducteurs inchangés ({objet}).',
  'Demande le coût d’un passage en formule supérieure pour {objet}.',
  'Signale un changement de conducteur habituel ({objet}).',
  'Relevé d’informations établi à sa demande ({objet}).',
]
/** Before a contract fell due. */
export const renewalNotes: readonly string[] = [
  'Échéance proche de {objet} : passera avant la fin du mois.',
  'Rappelé pour le renouvellement de {objet}, attend l’avis d’échéance.',
  'Renouvellement de {objet} : demande la même formule.',
  'Trouve la prime de {objet} élevée, proposition avec réduction à faire.',
  'Confirme le renouvellement de {objet}, paiement par carte.',
  'Va vendre le véhicule, ne renouvellera peut-être pas {objet}.',
]

/** About a claim. */
export const claimNotes: readonly string[] = [
  'Dossier {numero} : demande la date de passage de l’expert.',
  'Dossier {numero} : pièces manquantes rappelées, les apportera cette semaine.',
  'Dossier {numero} : devis du réparateur reçu et versé au dossier.',
  'Dossier {numero} : informé de l’avancement, attend le règlement.',
  'Dossier {numero} : conteste l’évaluation, demande un second avis.',
  'Dossier {numero} : photos complémentaires reçues par e-mail.',
  'Dossier {numero} : le réparateur agréé a été indiqué.',
  'Dossier {numero} : mécontent du délai, excuses présentées.',
  'Dossier {numero} : relevé d’identité bancaire déposé au guichet.',
]

/** About a bill that was not paid in time. */
export const overdueNotes: readonly string[] = [
  'Quittance {numero} : promet de régler avant la fin de la semaine.',
  'Quittance {numero} : demande un paiement en deux fois.',
  'Quittance {numero} : dit avoir déjà payé, justificatif à fournir.',
  'Quittance {numero} : rappel du montant dû et du risque de suspension.',
  'Quittance {numero} : en déplacement, passera à son retour.',
]
