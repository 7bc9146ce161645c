import { controlCases } from '../disk/control-cases.ts';
import { killCases } from '../disk/kill-cases.ts';
import { modeCases } from '../disk/mode-cases.ts';
import type { Browser } from '../disk/scope.ts';

/** What is on the disk of a real profile, and what is not. `build`: instead of dist/<browser>. */
export function diskCases(browser: Browser, build?: string): void {
  controlCases(browser, build);
  modeCases(browser, build);
  killCases(browser, build);
}
