import { useEffect, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import type { OutputOf } from '#kernel/shared/contract.ts'
import { readPhone } from '#kernel/shared/phone.ts'
import { ApiProblem, call, isOffline } from '#kernel/web/api.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { FieldRow, FormFrame } from '#kernel/web/forms/form-frame.tsx'
import { PasswordField } from '#kernel/web/forms/password-field.tsx'
import { PhoneField } from '#kernel/web/forms/phone-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { useLanguage } from '#kernel/web/i18n.tsx'
import { markSignedIn } from '#kernel/web/signed-in-mark.ts'
import { Failure } from '#kernel/web/ui/blank.tsx'
import { Button, LinkButton } from '#kernel/web/ui/button.tsx'
import { CompanyMark } from '#kernel/web/ui/mark.tsx'
import { Spinner } from '#kernel/web/ui/spinner.tsx'
import { useRoleNames } from './role-names.ts'
import { acceptInvitation, readInvitation, readWelcome, signIn } from './calls.ts'
import { DeadLink } from './dead-link.tsx'
import { EntranceHead } from './entrance-head.tsx'
import { useLinkToken } from './link-token.ts'
import classes from './entrance.module.css'

type Offer = OutputOf<typeof readInvitation>

const orNull = (text: string): string | null => text.trim() || null

const useOffer = (token: string) => {
  const [offer, setOffer] = useState<Offer | null>(null)
  const [terms, setTerms] = useState('')
  const [error, setError] = useState<unknown>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    Promise.all([call(readInvitation, { token }, { signal }), call(readWelcome, {}, { signal })]).then(
      ([found, welcome]) => {
        setOffer(found)
        setTerms(welcome.terms_version)
      },
      (refusal: unknown) => {
        if (!signal.aborted) setError(refusal)
      },
    )
    return () => leaving.abort()
  }, [token, attempt])
  return { offer, terms, error, again: () => (setError(null), setAttempt(attempt + 1)) }
}

const useAcceptance = (token: string, offer: Offer, terms: string) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { needed, between, password, optional } = useRules()
  return useForm({
    initial: { name: offer.name ?? '', function: '', phone: '', user_name: '', password: '', accept_terms: false },
    draft: `invitation:${offer.email}`,
    secret: ['password'],
    rules: {
      name: (value) => needed(t`Écrivez votre nom et votre prénom.`)(value) ?? between(2, 120)(value),
      phone: optional((value) => (readPhone(value) ? null : t`Ce numéro n’est pas complet.`)),
      user_name: optional((value) =>
        /^[a-z0-9][a-z0-9._-]{2,39}$/i.test(value.trim()) ? null : t`Trois à quarante lettres sans accent, chiffres, points ou tirets.`,
      ),
      password,
      accept_terms: (value) => (value ? null : t`Acceptez les conditions pour rejoindre votre équipe.`),
    },
    send: async (values, options) => {
      const { email } = await call(
        acceptInvitation,
        {
          token,
          name: values.name.trim(),
          function: orNull(values.function),
          phone: orNull(values.phone),
          user_name: orNull(values.user_name),
          language,
          password: values.password,
          accept_terms: terms,
        },
        options,
      )
      return email
    },
    done: async (email, values) => {
      try {
        await call(signIn, { login: email, password: values.password })
        markSignedIn(true)
        await navigate({ to: '/home', replace: true })
      } catch {
        // Joined all the same: only the sign-in is left.
        await navigate({ to: '/sign-in', search: { login: email }, replace: true })
      }
    },
  })
}

const Join = ({ token, offer, terms }: { token: string; offer: Offer; terms: string }) => {
  const { t } = useLingui()
  const roleNames = useRoleNames()
  const form = useAcceptance(token, offer, terms)
  const { organization, agency, invited_by: inviter } = offer
  const company = organization.name
  return (
    <>
      <EntranceHead
        title={t`Rejoignez ${company}`}
        above={
          <div className={classes['company']}>
            <CompanyMark company={{ name: organization.name, logoUrl: organization.logo_url }} />
          </div>
        }
      >
        <Trans>
          {inviter} vous ouvre un accès, agence <bdi>{`${agency.name} (${agency.number})`}</bdi>, avec le rôle «{roleNames[offer.role]}».
        </Trans>
      </EntranceHead>
      <FormFrame form={form} focusFirst>
        <TextField label={<Trans>E-mail</Trans>} value={offer.email} readOnly ltr type="email" name="email" autoComplete="username" />
        <FieldRow>
          <TextField label={<Trans>Nom et prénom</Trans>} {...form.text('name')} autoComplete="name" maxLength={120} />
          <TextField
            label={<Trans>Fonction</Trans>}
            {...form.text('function')}
            optional
            autoComplete="organization-title"
            maxLength={120}
          />
        </FieldRow>
        <FieldRow>
          <PhoneField label={<Trans>Téléphone</Trans>} {...form.pick('phone')} optional />
          <TextField
            label={<Trans>Nom d’utilisateur</Trans>}
            {...form.text('user_name')}
            optional
            ltr
            autoCapitalize="none"
            spellCheck={false}
            maxLength={40}
            autoComplete="off"
          />
        </FieldRow>
        <PasswordField
          label={<Trans>Mot de passe</Trans>}
          {...form.text('password')}
          autoComplete="new-password"
          about={[form.values.name, offer.email, company]}
          hint={<Trans>Dix caractères au moins; une phrase de quelques mots convient bien.</Trans>}
        />
        <CheckField
          {...form.check('accept_terms')}
          label={
            <Trans>
              J’accepte les{' '}
              <Link to="/terms" target="_blank">
                règles et conditions d’utilisation
              </Link>
              .
            </Trans>
          }
        />
        <Button type="submit" kind="primary" size="large" wide busy={form.busy}>
          <Trans>Rejoindre mon équipe</Trans>
        </Button>
      </FormFrame>
    </>
  )
}

/** G7 «Invitation»: what is offered and by whom, then name and password. */
export const InvitationPage = () => {
  const { t } = useLingui()
  const token = useLinkToken()
  const { offer, terms, error, again } = useOffer(token)
  if (error !== null) {
    if (isOffline(error)) return <Failure error={error} again={again} />
    return (
      <DeadLink sentence={error instanceof ApiProblem ? error.message : null}>
        <p className={classes['steps']}>
          <Trans>Demandez à la personne qui vous a invité de renvoyer l’invitation: un nouveau lien vous parviendra.</Trans>
        </p>
        <LinkButton to="/sign-in" size="large" wide>
          <Trans>J’ai déjà un compte</Trans>
        </LinkButton>
      </DeadLink>
    )
  }
  if (offer === null) return <EntranceHead title={t`Lecture de votre invitation…`} icon={<Spinner />} />
  return <Join token={token} offer={offer} terms={terms} />
}
