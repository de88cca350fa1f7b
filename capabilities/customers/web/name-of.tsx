import { Trans } from '@lingui/react/macro'

/** A record's name, isolated from the direction of what stands around it; a nameless one says so. */
export const NameOf = ({ name }: { name: string }) =>
  name.trim() === '' ? (
    <em>
      <Trans>Sans nom</Trans>
    </em>
  ) : (
    <bdi>{name}</bdi>
  )
