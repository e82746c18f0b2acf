import { AsyncLocalStorage } from "node:async_hooks";

/** The symbol under which Better Auth keeps its `AsyncLocalStorage` contexts. */
const KEPT = Symbol.for("better-auth:global");
type Holder = { [KEPT]?: { context: Record<string, unknown> } };

let inUse = 0;

/**
 * Runs something with Better Auth, and disables its `AsyncLocalStorage` afterwards. Before Node 24, one that was used
 * once makes every promise and socket write of its thread slower forever, a tenth of the cost of a vote.
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
