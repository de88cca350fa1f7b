import { Chip } from '#kernel/web/ui/chip.tsx'
import type { PolicyStatus } from '../rules.ts'
import { statusTones, usePolicyWords } from './use-policy-words.ts'

/** The state of a policy, by word, colour and shape. */
export const PolicyState = ({ status }: { status: PolicyStatus }) => (
  <Chip tone={statusTones[status]}>{usePolicyWords().status[status]}</Chip>
)
