import { createContext, use, type ReactNode } from 'react'
import type { Language } from '#kernel/shared/language.ts'
import { reachOf, type Grants, type Reach } from '#kernel/shared/rights.ts'
import type { Density, ThemeChoice } from './theme/appearance.ts'
import type { BrandColors } from './theme/brand.ts'

/** The signed-in person as every screen knows them; `GET /me` answers it. */
export interface SignedIn {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly user_name: string | null
  readonly phone: string | null
  readonly function: string | null
  readonly role: 'administrator' | 'supervisor' | 'editor' | 'user'
  readonly scope: Reach
  readonly agency: { readonly id: string; readonly number: string; readonly name: string }
  readonly preferences: { readonly language: Language; readonly theme: ThemeChoice; readonly density: Density }
  readonly permissions: Grants
  readonly organization: {
    readonly id: string
    readonly name: string
    readonly logo_url: string | null
    readonly brand: BrandColors
    readonly time_zone: string
    readonly wilaya: string | null
    readonly sheet_completed_at: string | null
    readonly is_demo: boolean
    readonly version: number
  }
  readonly version: number
}

export interface Session {
  readonly me: SignedIn
  /** Whether the person holds `object.action` (`contact.create`), however far it reaches. */
  readonly can: (permission: string) => boolean
  /** How far it reaches, null when not held. */
  readonly reach: (permission: string) => Reach | null
  /** Puts a newer answer of `GET /me` on screen at once: name, colours, language, rights. */
  readonly renew: (me: SignedIn) => void
  /** Ends the session and shows the sign-in page. */
  readonly leave: () => Promise<void>
}

const SessionContext = createContext<Session | null>(null)

/** Gives the session to the pages below the shell. */
export const SessionProvider = ({ session, children }: { session: Session; children: ReactNode }) => (
  <SessionContext value={session}>{children}</SessionContext>
)

/** The session of the signed-in person; only below the shell. */
export const useSession = (): Session => {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession outside the shell')
  return session
}

/** The signed-in person. */
export const useMe = (): SignedIn => useSession().me

/** Makes a session of what the server said of the person. */
export const sessionOf = (me: SignedIn, acts: Pick<Session, 'renew' | 'leave'>): Session => ({
  me,
  reach: (permission) => reachOf(me.permissions, permission),
  can: (permission) => reachOf(me.permissions, permission) !== null,
  ...acts,
})
