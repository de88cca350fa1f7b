import { defineConfig } from '@lingui/conf'
import { formatter } from '@lingui/format-po'

export default defineConfig({
  sourceLocale: 'fr',
  locales: ['fr', 'ar', 'en'],
  compileNamespace: 'es',
  format: formatter({ lineNumbers: false }),
  catalogs: [
    {
      path: '<rootDir>/locales/{locale}',
      include: ['app', 'capabilities', 'kernel'],
      exclude: ['**/*.test.ts', '**/*.test.tsx', '**/*.e2e.ts'],
    },
  ],
})
