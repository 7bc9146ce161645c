import { AppError, type AppErrorCode } from '../core/app-error.ts';
import type { Result } from '../core/result.ts';

/** Runs a request; a failure of the surroundings becomes an ordinary outcome, since a screen shows both alike. */
export async function attempt<T, E>(request: Promise<Result<T, E>>): Promise<Result<T, E | AppErrorCode>> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof AppError) return { ok: false, error: error.code };
    throw error;
  }
}
