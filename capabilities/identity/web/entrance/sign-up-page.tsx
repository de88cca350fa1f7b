import { useEffect, useState } from 'react'
import { Link, useNavigate } from '@tanstack/react-router'
import { Trans, useLingui } from '@lingui/react/macro'
import { isEmail } from '#kernel/shared/email.ts'
import { readPhone } from '#kernel/shared/phone.ts'
import type { OutputOf } from '#kernel/shared/contract.ts'
import { call } from '#kernel/web/api.ts'
import { CheckField } from '#kernel/web/forms/check-field.tsx'
import { FieldRow, FormFrame, FormSection } from '#kernel/web/forms/form-frame.tsx'
import { PasswordField } from '#kernel/web/forms/password-field.tsx'
import { PhoneField } from '#kernel/web/forms/phone-field.tsx'
import { SelectField } from '#kernel/web/forms/select-field.tsx'
import { TextField } from '#kernel/web/forms/text-field.tsx'
import { useForm } from '#kernel/web/forms/use-form.ts'
import { useRules } from '#kernel/web/forms/use-rules.ts'
import { useLanguage } from '#kernel/web/i18n.tsx'
import { Button } from '#kernel/web/ui/button.tsx'
import { listWilayas, readWelcome, signUp } from './calls.ts'
import { ClosedSignUp } from './closed-sign-up.tsx'
import { EntranceHead } from './entrance-head.tsx'
import classes from './entrance.module.css'

type Welcome = OutputOf<typeof readWelcome>
type Wilayas = OutputOf<typeof listWilayas>['data']

const empty = {
  'organization.name': '',
  'organization.wilaya': '16',
  'administrator.name': '',
  'administrator.function': '',
  'administrator.email': '',
  'administrator.phone': '',
  'administrator.address': '',
  'administrator.password': '',
  accept_terms: false,
}

const orNull = (text: string): string | null => text.trim() || null

const useOpening = () => {
  const [welcome, setWelcome] = useState<Welcome | null>(null)
  const [wilayas, setWilayas] = useState<Wilayas>([])
  useEffect(() => {
    const leaving = new AbortController()
    const { signal } = leaving
    const nothing = () => undefined
    call(readWelcome, {}, { signal }).then(setWelcome, nothing)
    call(listWilayas, {}, { signal }).then(({ data }) => setWilayas(data), nothing)
    return () => leaving.abort()
  }, [])
  return { welcome, wilayas }
}

const useSignUpForm = (termsVersion: string | null) => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const navigate = useNavigate()
  const { needed, between, password, optional } = useRules()
  return useForm({
    initial: empty,
    draft: 'sign-up',
    secret: ['administrator.password'],
    rules: {
      'organization.name': (value) => needed(t`Écrivez le nom de votre compagnie.`)(value) ?? between(2, 160)(value),
      'administrator.name': (value) => needed(t`Écrivez votre nom et votre prénom.`)(value) ?? between(2, 120)(value),
      'administrator.email': (value) => (isEmail(value) ? null : t`Écrivez une adresse complète, comme nom@compagnie.dz.`),
      'administrator.phone': optional((value) => (readPhone(value) ? null : t`Ce numéro n’est pas complet.`)),
      'administrator.password': password,
      accept_terms: (value) => (value ? null : t`Acceptez les conditions pour ouvrir l’espace de votre compagnie.`),
    },
    send: (values, options) =>
      call(
        signUp,
        {
          administrator: {
            name: values['administrator.name'].trim(),
            email: values['administrator.email'].trim(),
            function: orNull(values['administrator.function']),
            phone: orNull(values['administrator.phone']),
            address: orNull(values['administrator.address']),
            password: values['administrator.password'],
          },
          organization: { name: values['organization.name'].trim(), wilaya: values['organization.wilaya'], language },
          accept_terms: termsVersion ?? '',
        },
        options,
      ),
    done: ({ email }) => navigate({ to: '/check-mailbox', search: { login: email, new: '1' }, replace: true }),
  })
}

/** G4 «Inscription administrateur»: the company's name, who answers for it, and acceptance of the conditions. */
export const SignUpPage = () => {
  const { t } = useLingui()
  const { language } = useLanguage()
  const { welcome, wilayas } = useOpening()
  const form = useSignUpForm(welcome?.terms_version ?? null)
  if (welcome?.sign_up === 'closed') return <ClosedSignUp />
  const { values } = form
  const options =
    wilayas.length === 0
      ? [{ value: '16', label: language === 'ar' ? '16 – الجزائر' : '16 – Alger' }]
      : wilayas.map((wilaya) => ({ value: wilaya.code, label: `${wilaya.code} – ${language === 'ar' ? wilaya.name_ar : wilaya.name_fr}` }))
  return (
    <>
      <EntranceHead title={t`Inscrire votre compagnie`}>
        <Trans>Vous en serez l’administrateur: vous inviterez ensuite vos collègues et vos agences.</Trans>
      </EntranceHead>
      <FormFrame form={form} initial={empty} focusFirst>
        <FormSection title={<Trans>Votre compagnie</Trans>}>
          <TextField
            label={<Trans>Nom de la compagnie</Trans>}
            {...form.text('organization.name')}
            autoComplete="organization"
            maxLength={160}
          />
          <SelectField
            label={<Trans>Wilaya du siège</Trans>}
            {...form.text('organization.wilaya')}
            options={options}
            hint={<Trans>La première agence, celle du siège, en prendra le numéro.</Trans>}
          />
        </FormSection>
        <FormSection title={<Trans>Vous</Trans>}>
          <FieldRow>
            <TextField label={<Trans>Nom et prénom</Trans>} {...form.text('administrator.name')} autoComplete="name" maxLength={120} />
            <TextField
              label={<Trans>Fonction</Trans>}
              {...form.text('administrator.function')}
              optional
              autoComplete="organization-title"
              maxLength={120}
            />
          </FieldRow>
          <TextField
            label={<Trans>E-mail professionnel</Trans>}
            {...form.text('administrator.email')}
            type="email"
            autoComplete="email"
            maxLength={254}
            hint={<Trans>Un message vous y sera envoyé pour confirmer l’adresse.</Trans>}
          />
          <FieldRow>
            <PhoneField label={<Trans>Téléphone</Trans>} {...form.pick('administrator.phone')} optional />
            <TextField
              label={<Trans>Adresse</Trans>}
              {...form.text('administrator.address')}
              optional
              autoComplete="street-address"
              maxLength={300}
            />
          </FieldRow>
          <PasswordField
            label={<Trans>Mot de passe</Trans>}
            {...form.text('administrator.password')}
            autoComplete="new-password"
            about={[values['administrator.name'], values['administrator.email'], values['organization.name']]}
            hint={<Trans>Dix caractères au moins; une phrase de quelques mots convient bien.</Trans>}
          />
        </FormSection>
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
          <Trans>Créer l’espace de ma compagnie</Trans>
        </Button>
      </FormFrame>
      <p className={classes['other']}>
        <Trans>
          Votre compagnie est déjà inscrite? <Link to="/sign-in">Se connecter</Link>
        </Trans>
      </p>
    </>
  )
}
