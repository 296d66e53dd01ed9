import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where a server is while the app is developed with `vite`; its cookie then belongs to Vite's own origin. */
const DEVELOPMENT_SERVER = process.env['CODEMETRICS_URL'] ?? 'http://127.0.0.1:3000';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2023',
    assetsDir: 'assets',
    // The page's CSP permits no inline script, and an inlined asset would be in every page's first load.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/auth', '/trpc', '/docs', '/metrics'].map((path) => [path, { target: DEVELOPMENT_SERVER }]),
    ),
  },
});
