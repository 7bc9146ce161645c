import { defineConfig } from 'vitest/config';

/** The model against a real browser: `npm run test:model`. */
export default defineConfig({
  test: { include: ['test/model/**/*.model.ts'], testTimeout: 3_600_000, hookTimeout: 120_000 },
});
