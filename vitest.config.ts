import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [preact()],
  define: { __TARGET__: JSON.stringify('chrome'), __ACCOUNT__: 'null' },
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/e2e/**', 'test/shared/**', '**/node_modules/**'],
    testTimeout: 30_000,
    // By itself it leaves one of two cores idle.
    maxWorkers: '100%',
  },
});
