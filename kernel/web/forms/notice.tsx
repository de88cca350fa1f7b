import type { ReactNode } from 'react'
import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import { joined } from '#kernel/web/ui/joined.ts'
import classes from './form-frame.module.css'

const pictures = { bad: CircleAlert, warn: TriangleAlert, info: Info, good: CircleCheck, neutral: Info } as const

/** A sentence that must be seen, in the flow of a form or a page; a refusal is also announced. */
export const Notice = ({ tone, children }: { tone: keyof typeof pictures; children: ReactNode }) => {
  const Picture = pictures[tone]
  return (
    <div className={joined(classes['notice'], classes[tone])} role={tone === 'bad' ? 'alert' : undefined}>
      <Picture aria-hidden="true" />
      <p>{children}</p>
    </div>
  )
}
