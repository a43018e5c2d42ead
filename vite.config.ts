import { fileURLToPath } from 'node:url'
import adonisjs from '@adonisjs/vite/client'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [react(), adonisjs({ entryPoints: ['inertia/app.tsx'], reload: ['resources/views/**/*.edge'] })],
  resolve: {
    alias: {
      'laravel-precognition': fileURLToPath(new URL('inertia/no_live_validation.ts', import.meta.url)),
    },
  },
  build: { sourcemap: false, chunkSizeWarningLimit: 700, reportCompressedSize: false },
})
