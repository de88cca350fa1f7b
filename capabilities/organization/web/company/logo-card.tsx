import { useRef, useState } from 'react'
import { Trans, useLingui } from '@lingui/react/macro'
import { ImageUp, Trash2 } from 'lucide-react'
import { call } from '#kernel/web/api.ts'
import { Button } from '#kernel/web/ui/button.tsx'
import { Card } from '#kernel/web/ui/card.tsx'
import { toast } from '#kernel/web/ui/toasts.tsx'
import { organizationOperations, type Organization } from '../../contract.ts'
import { useCompanyAnswers } from './use-company.ts'
import classes from './company.module.css'

const mostBytes = 4 * 1024 * 1024

/** The logo, dropped or chosen: kept at once, and the colours taken from it. */
export const LogoCard = ({ company, onChanged }: { company: Organization; onChanged: (answer: Organization) => void }) => {
  const { t } = useLingui()
  const { show, refused } = useCompanyAnswers()
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const [busy, setBusy] = useState<'replace' | 'remove' | null>(null)
  const run = async (kind: 'replace' | 'remove', act: () => Promise<Organization>, said: string) => {
    setBusy(kind)
    try {
      const answer = await act()
      onChanged(answer)
      show(answer)
      toast(said)
    } catch (error) {
      refused(error)
    } finally {
      setBusy(null)
    }
  }
  const take = (file: File | undefined) => {
    if (!file || busy) return
    if (file.size > mostBytes) toast(t`Cette image dépasse 4 Mo.`, { tone: 'bad' })
    else void run('replace', () => call(organizationOperations.replaceLogo, {}, { file }), t`Logo enregistré, couleurs reprises du logo`)
  }
  return (
    <Card title={<Trans>Logo</Trans>}>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- dropping is the second way; the button is the first */}
      <div
        className={classes['drop']}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files[0])
        }}
      >
        <div className={classes['logo']}>
          {company.logo_url ? <img src={company.logo_url} alt={t`Logo de ${company.name}`} /> : <ImageUp aria-hidden="true" />}
        </div>
        <div className={classes['words']}>
          <p>
            <Trans>Déposez une image ici, ou choisissez-la. PNG, JPEG, WebP ou SVG, 4 Mo au plus.</Trans>
          </p>
          <div className={classes['acts']}>
            <Button icon={<ImageUp aria-hidden="true" />} busy={busy === 'replace'} onClick={() => input.current?.click()}>
              {company.logo_url ? <Trans>Remplacer le logo</Trans> : <Trans>Choisir une image</Trans>}
            </Button>
            {company.logo_url && (
              <Button
                kind="danger"
                icon={<Trash2 aria-hidden="true" />}
                busy={busy === 'remove'}
                onClick={() => void run('remove', () => call(organizationOperations.removeLogo, {}), t`Logo retiré`)}
              >
                <Trans>Retirer</Trans>
              </Button>
            )}
          </div>
        </div>
        <input
          ref={input}
          type="file"
          hidden
          accept="image/png,image/jpeg,image/webp,image/svg+xml"
          aria-label={t`Image du logo`}
          onChange={(event) => {
            take(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </div>
    </Card>
  )
}
