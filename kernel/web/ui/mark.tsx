import type { Company } from '#kernel/web/theme/brand.ts'
import { Avatar } from './avatar.tsx'
import classes from './mark.module.css'

/** The product's mark: somebody under a roof, which is also an A. */
export const Mark = ({ size = 28 }: { size?: number }) => (
  <svg className={classes['mark']} width={size} height={size} viewBox="0 0 32 32" fill="none" aria-hidden="true">
    <path d="M7.5 21.5 16 8.5l8.5 13" stroke="currentColor" strokeWidth="3" strokeLinecap="round" strokeLinejoin="round" />
    <circle cx="16" cy="21" r="2.6" fill="currentColor" />
  </svg>
)

/** The company's logo and name, or the product's own where no company is known yet. */
export const CompanyMark = ({ company, nameless = false }: { company: Company | null; nameless?: boolean }) => (
  <span className={classes['company']}>
    {company === null ? (
      <Mark />
    ) : company.logoUrl ? (
      <img className={classes['logo']} src={company.logoUrl} alt="" width={28} height={28} />
    ) : (
      <Avatar name={company.name} shape="square" />
    )}
    {!nameless && (
      <span>
        <bdi>{company?.name ?? 'ASSURA-CRM'}</bdi>
      </span>
    )}
  </span>
)
