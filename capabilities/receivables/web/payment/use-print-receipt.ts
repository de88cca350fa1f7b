import { useState } from 'react'
import { useLingui } from '@lingui/react/macro'
import { ApiProblem, call, fileAddress } from '#kernel/web/api.ts'
import { useLanguage } from '#kernel/web/i18n.tsx'
import { documentOperations } from '#capabilities/documents/contract.ts'
import { receivableOperations } from '../../contract.ts'

/** Makes the receipt of a payment, or finds it, and opens it for printing in a page of its own; `print` says why it could not. */
export const usePrintReceipt = (paymentId: string) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)
  const print = async (): Promise<string | null> => {
    // Opened before the answer: a browser lets no page open by itself later.
    const page = window.open('', '_blank')
    setBusy(true)
    setRefusal(null)
    try {
      const made = await call(receivableOperations.makeReceipt, { id: paymentId, language: language === 'ar' ? 'ar' : 'fr' })
      const address = fileAddress(documentOperations.readFile, { id: made.document_id, inline: true })
      if (page) page.location.href = address
      else location.href = address
      return null
    } catch (error) {
      page?.close()
      const said =
        error instanceof ApiProblem && error.status > 0
          ? error.message
          : t`Le serveur ne répond pas. Le paiement est enregistré: réessayez d’imprimer.`
      setRefusal(said)
      return said
    } finally {
      setBusy(false)
    }
  }
  return { print, busy, refusal }
}
