import { lazy, type ComponentType } from 'react'
import { useSession } from '#kernel/web/session.tsx'

const NotOpen = lazy(() => import('./shell/not-open.tsx').then((part) => ({ default: part.NotOpen })))

/** A page for those who hold a permission; others read that it isn't open to them. */
export const guarded = (Shown: ComponentType, needs: string): ComponentType => {
  const Guarded = () => (useSession().can(needs) ? <Shown /> : <NotOpen />)
  return Guarded
}
