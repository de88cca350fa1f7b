import { useMemo } from 'react'
import { useLingui } from '@lingui/react/macro'
import type { Tone } from '#kernel/web/ui/chip.tsx'
import type {
  AgeBucket,
  AllocationState,
  Breakdown,
  PaymentMode,
  PaymentState,
  PromiseState,
  ReceivableKind,
  ReceivableStatus,
} from '../fields.ts'

export const statusTones: Readonly<Record<ReceivableStatus, Tone>> = {
  issued: 'neutral',
  partial: 'info',
  paid: 'good',
  unpaid: 'bad',
  litigation: 'bad',
  void: 'neutral',
  refunded: 'good',
  written_off: 'neutral',
}
export const promiseTones: Readonly<Record<PromiseState, Tone>> = {
  waiting: 'info',
  kept: 'good',
  part_kept: 'bad',
  broken: 'bad',
  cancelled: 'neutral',
}
export const stateTones: Readonly<Record<PaymentState, Tone>> = { recorded: 'good', bounced: 'bad', void: 'neutral' }

/** Bills and payments in words. */
export const useReceivableWords = () => {
  const { t } = useLingui()
  return useMemo(
    () => ({
      kind: {
        cash: t`Comptant`,
        term: t`Terme`,
        refund: t`Ristourne`,
        adjustment: t`Régularisation`,
        amendment: t`Avenant`,
      } satisfies Record<ReceivableKind, string>,
      status: {
        issued: t`Émise`,
        partial: t`Partiellement réglée`,
        paid: t`Réglée`,
        unpaid: t`Impayée`,
        litigation: t`En contentieux`,
        void: t`Annulée`,
        refunded: t`Ristournée`,
        written_off: t`Irrécouvrable`,
      } satisfies Record<ReceivableStatus, string>,
      bucket: {
        not_due: t`Non échu`,
        d0_30: t`0-30 j`,
        d31_60: t`31-60 j`,
        d61_90: t`61-90 j`,
        d91_180: t`91-180 j`,
        d181_365: t`181-365 j`,
        d365_more: t`> 365 j`,
      } satisfies Record<AgeBucket, string>,
      mode: {
        cash: t`Espèces`,
        cheque: t`Chèque bancaire`,
        postal_cheque: t`Chèque CCP`,
        transfer: t`Virement bancaire`,
        postal_transfer: t`Virement CCP`,
        cib_card: t`Carte CIB`,
        edahabia_card: t`Carte Edahabia`,
        cib_online: t`En ligne CIB`,
        edahabia_online: t`En ligne Edahabia`,
        baridimob: t`BaridiMob`,
        bank_deposit: t`Versement bancaire`,
        offset: t`Compensation`,
      } satisfies Record<PaymentMode, string>,
      state: {
        recorded: t`Encaissé`,
        bounced: t`Impayé`,
        void: t`Annulé`,
      } satisfies Record<PaymentState, string>,
      allocation: {
        full: t`Affecté`,
        part: t`Affecté en partie`,
        none: t`Non affecté`,
      } satisfies Record<AllocationState, string>,
      promise: {
        waiting: t`Promesse en cours`,
        kept: t`Promesse tenue`,
        part_kept: t`Promesse tenue à moitié`,
        broken: t`Promesse non tenue`,
        cancelled: t`Promesse annulée`,
      } satisfies Record<PromiseState, string>,
      part: {
        net_premium_centimes: t`Prime nette`,
        fee_centimes: t`Coût de police`,
        vat_centimes: t`TVA`,
        fga_centimes: t`FGA`,
        stamp_centimes: t`Timbre de dimension`,
        graded_stamp_centimes: t`Timbre gradué`,
        vehicle_tax_centimes: t`Taxe sur les véhicules`,
      } satisfies Record<keyof Breakdown, string>,
    }),
    [t],
  )
}

/** A dictionary of words as the choices of a filter or a list. */
export const optionsOf = <K extends string>(words: Readonly<Record<K, string>>): readonly { value: K; label: string }[] =>
  Object.entries<string>(words).map(([value, label]) => ({ value: value as K, label }))
