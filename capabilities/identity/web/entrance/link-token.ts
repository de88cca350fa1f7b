import { useState } from 'react'

/**
 * The token of a link received by mail, from the part after `#`, which no server log or referrer sees; taken out of the address
 * so that it does not stay in the history.
 */
export const useLinkToken = (): string => {
  const [token] = useState(() => {
    const found = location.hash.slice(1) || new URLSearchParams(location.search).get('token') || ''
    return decodeURIComponent(found)
  })
  return token
}
