const key = 'assura_signed_in'

/** Whether somebody is probably signed in in this browser: only to choose the first page without asking the server. */
export const wasSignedIn = (): boolean => {
  try {
    return localStorage.getItem(key) === '1'
  } catch {
    return false
  }
}

/** Remembers that somebody signed in, or left. */
export const markSignedIn = (signedIn: boolean): void => {
  try {
    if (signedIn) localStorage.setItem(key, '1')
    else localStorage.removeItem(key)
  } catch {
    // Storage refused: the welcome page is shown once more.
  }
}
