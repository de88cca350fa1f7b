import {
  AlarmClock,
  Bell,
  Building2,
  CalendarDays,
  ChartColumn,
  FileClock,
  FileInput,
  FileOutput,
  FileText,
  House,
  Inbox,
  Landmark,
  MapPinned,
  Megaphone,
  MessageSquareText,
  Package,
  Scale,
  ScrollText,
  Search,
  Settings2,
  Shield,
  Sparkles,
  Target,
  Umbrella,
  UserRound,
  UserRoundPlus,
  Users,
  UsersRound,
  Wallet,
} from 'lucide-react'

const icons = {
  agency: MapPinned,
  calendar: CalendarDays,
  campaign: Megaphone,
  claim: Umbrella,
  account: Building2,
  colleague: UserRound,
  company: Landmark,
  contact: UsersRound,
  document: FileText,
  export: FileOutput,
  home: House,
  import: FileInput,
  inbox: Inbox,
  invite: UserRoundPlus,
  journal: FileClock,
  knowledge: ScrollText,
  lead: Sparkles,
  message: MessageSquareText,
  opportunity: Target,
  parameter: Scale,
  people: Users,
  policy: Shield,
  product: Package,
  notification: Bell,
  receivable: Wallet,
  reminder: AlarmClock,
  report: ChartColumn,
  search: Search,
  setting: Settings2,
} as const

/** The kinds of things that navigation, creation and search show, each by one icon. */
export type NavigationIcon = keyof typeof icons

/** The icon of a kind of thing; one picture per kind everywhere. */
export const KindIcon = ({ kind }: { kind: NavigationIcon }) => {
  const Picture = icons[kind]
  return <Picture aria-hidden="true" />
}
