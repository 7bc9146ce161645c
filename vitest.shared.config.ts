import { defineConfig } from 'vitest/config';

/** The runs over vector files that live outside the repository; SHARED_VECTORS names their folder. */
export default defineConfig({
  test: { include: ['test/shared/**/*.test.ts'] },
});
