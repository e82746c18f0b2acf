import { AsyncLocalStorage } from "node:async_hooks";

/** Where Better Auth keeps what follows a request. */
const KEPT = Symbol.for("better-auth:global");
type Holder = { [KEPT]?: { context: Record<string, unknown> } };

let inUse = 0;

/**
 * Does something with Better Auth, and switches off afterwards what it follows its requests with. Before Node 24 an
 * `AsyncLocalStorage` that was once used makes every promise and every write to a socket of its thread dearer, for ever:
 * it would be a tenth of what a vote costs.
 */
export async function withContexts<T>(work: () => Promise<T>): Promise<T> {
  inUse += 1;
  try {
    return await work();
  } finally {
    inUse -= 1;
    if (inUse === 0)
      for (const context of Object.values((globalThis as Holder)[KEPT]?.context ?? {}))
        if (context instanceof AsyncLocalStorage) context.disable();
  }
}
