import react from '@vitejs/plugin-react'
import { lingui } from '@lingui/vite-plugin'
import { defineConfig } from 'vite'
import { noCircles, webChunks } from './tools/web-chunks.ts'
import { webTexts } from './tools/web-texts.ts'

// Chrome 109 and Firefox 115 are the last ones on Windows 7 and 8, which agencies still run; before-paint.js checks the same list.
const browsers = ['chrome109', 'edge109', 'firefox115', 'safari16.4']
const server = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`

export default defineConfig({
  root: 'app/web',
  plugins: [react(), lingui({ macroTransform: true }), webTexts(), noCircles()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    manifest: true,
    target: browsers,
    cssTarget: browsers,
    // Inlined assets would need `data:` in the content policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    rolldownOptions: webChunks,
  },
  server: { port: 5173, host: '127.0.0.1', proxy: { '/api': { target: server, changeOrigin: false } } },
  preview: { port: 4173, host: '127.0.0.1' },
})
