import { defineConfig } from 'vitest/config';

/** End-to-end tests: real browsers, the built extension. Two files at a time, one for each core. */
export default defineConfig({
  test: {
    include: ['test/e2e/**/*.e2e.ts'],
    globalSetup: 'test/e2e/built-components.ts',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    fileParallelism: true,
  },
});
