import type { ImportRun } from '../../contract.ts'

/** The screens of an import, in their order. */
export type ImportStep = 'file' | 'settings' | 'trial' | 'run' | 'report'

/**
 * The screen that fits the state of an import, so that whoever comes back, by reload or tomorrow, stands where it stands. A file that
 * is read again under new settings keeps the settings in sight; a trial may be left for them; what is being stopped
 * stays where it was.
 */
export const stepOf = (
  run: Pick<ImportRun, 'state' | 'can'>,
  seen: { readonly read: boolean; readonly wanted: string | undefined; readonly before?: ImportStep | undefined },
): ImportStep => {
  switch (run.state) {
    case 'reading':
      return seen.read ? 'settings' : 'file'
    case 'needs_answer':
    case 'ready':
      return 'settings'
    case 'checking':
      return 'trial'
    case 'checked':
      return seen.wanted === 'settings' && run.can.edit ? 'settings' : 'trial'
    case 'cancelling':
      return seen.before ?? 'run'
    case 'queued':
    case 'staging':
    case 'applying':
      return 'run'
    default:
      return 'report'
  }
}
