import { defineConfig } from '@playwright/test'

const isRoot = process.geteuid?.() === 0

/** The journeys in a real browser; `npm test` finds the browser and says where it is. */
export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.e2e.ts',
  outputDir: 'test-results',
  workers: 1,
  timeout: 120_000,
  forbidOnly: process.env['CI'] !== undefined,
  use: {
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    locale: 'fr-FR',
    timezoneId: 'Africa/Algiers',
    trace: 'retain-on-failure',
    // Chromium's own sandbox refuses root.
    launchOptions: { executablePath: process.env['ASSURA_CHROMIUM'] ?? '/usr/bin/chromium', args: isRoot ? ['--no-sandbox'] : [] },
  },
})
