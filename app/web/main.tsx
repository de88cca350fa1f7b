import './styles.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createRouter, RouterProvider } from '@tanstack/react-router'
import { parseAddress, writeAddress } from '#kernel/web/address.ts'
import { LanguageProvider, needTexts } from '#kernel/web/i18n.tsx'
import { wasSignedIn } from '#kernel/web/signed-in-mark.ts'
import { followSystemTheme } from '#kernel/web/theme/appearance.ts'
import { readPersonEarly } from './first-person.ts'
import { routeTree } from './routes.tsx'

const router = createRouter({
  routeTree,
  parseSearch: parseAddress,
  stringifySearch: writeAddress,
  defaultPreload: 'intent',
  defaultPreloadDelay: 60,
  scrollRestoration: true,
  notFoundMode: 'root',
})

// The answer about the person comes while the shell's code does.
if (wasSignedIn()) readPersonEarly()

const start = async () => {
  const root = document.querySelector('#root')
  if (!root) return
  followSystemTheme()
  await needTexts('public')
  createRoot(root).render(
    <StrictMode>
      <LanguageProvider>
        <RouterProvider router={router} />
      </LanguageProvider>
    </StrictMode>,
  )
}
void start()
