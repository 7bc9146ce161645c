import { expect, it } from 'vitest';
import { modelInBrowser } from './browser.ts';

const { browser, ...options } = JSON.parse(process.env.TWEESTAP_MODEL ?? '{}');

it(`agrees with the model in ${browser}`, async () => {
  const log = (line: string) => console.log(line);
  const report = await modelInBrowser(browser, { ...options, log });
  console.log(report);
  expect(report).toContain(`${options.sequences} sequences`);
});
