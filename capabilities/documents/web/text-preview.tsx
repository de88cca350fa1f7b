import { useQuery } from '@tanstack/react-query'
import { Trans, useLingui } from '@lingui/react/macro'
import { fileAddress } from '#kernel/web/api.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { SkeletonRows } from '#kernel/web/ui/skeleton.tsx'
import { documentOperations } from '../contract.ts'
import classes from './documents.module.css'

/** Bytes of a text that are shown; nobody reads further here. */
const most = 200 * 1024

/** The beginning of a text file in its own encoding, and whether there is more of it. */
const readText = async (address: string, signal: AbortSignal): Promise<{ text: string; more: boolean }> => {
  const response = await fetch(address, { credentials: 'same-origin', signal })
  if (!response.ok || !response.body) throw new Error(`the text was refused: ${response.status}`)
  const charset = /charset=([\w-]+)/.exec(response.headers.get('content-type') ?? '')?.[1] ?? 'utf-8'
  const decoder = new TextDecoder(charset)
  const reader = response.body.getReader()
  let text = ''
  let bytes = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return { text: text + decoder.decode(), more: false }
    bytes += value.length
    text += decoder.decode(value, { stream: true })
    if (bytes > most) {
      await reader.cancel()
      return { text: text.slice(0, most), more: true }
    }
  }
}

/** A text or a table as text. */
export const TextPreview = ({ id, version }: { id: string; version: number }) => {
  const { t } = useLingui()
  const { data, error, refetch } = useQuery({
    queryKey: ['document.text', id, version],
    queryFn: ({ signal }) => readText(fileAddress(documentOperations.readFile, { id, version, inline: true }), signal),
    staleTime: Infinity,
  })
  if (error) return <Failure error={error} again={refetch} />
  if (!data) return <SkeletonRows rows={6} />
  return (
    <div className={classes['text']}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a long text scrolls by keyboard too */}
      <pre dir="auto" tabIndex={0} aria-label={t`Contenu`}>
        {data.text}
      </pre>
      {data.more && (
        <p>
          <Trans>Seul le début est montré; téléchargez le fichier pour le lire en entier.</Trans>
        </p>
      )}
    </div>
  )
}
