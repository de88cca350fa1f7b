import { Trans } from '@lingui/react/macro'
import { addDays } from '#kernel/shared/days.ts'
import { dayAt } from '#kernel/shared/time-zone.ts'
import { useFormats } from '#kernel/web/formats.ts'
import { Notice } from '#kernel/web/forms/notice.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import type { Contact } from '../../contract.ts'
import { useContactActs } from './use-contact-acts.tsx'

const daysInBin = 90

/** Says that a contact is in the bin, until when, and how to take it out. */
export const InBin = ({ contact, at }: { contact: Contact; at: string }) => {
  const { day, timeZone } = useFormats()
  const { restore } = useContactActs(contact)
  const since = dayAt(timeZone, new Date(at))
  const until = addDays(since, daysInBin)
  return (
    <Notice tone="warn">
      <Trans>
        Ce client est dans la corbeille depuis le {day(since)}; il y reste jusqu’au {day(until)}.
      </Trans>{' '}
      {contact.can.restore && (
        <Button kind="link" onClick={restore}>
          <Trans>Restaurer</Trans>
        </Button>
      )}
    </Notice>
  )
}
