import type { Debate, DebateDraft } from "#debate/content/debate.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { startServer } from "#tests/support/server.ts";

/** A debate of nobody's, to be stored. */
export const DRAFT: DebateDraft = draftOf(BUILT_IN_DEBATE);

export function draftOf({ id: _, ...draft }: Debate): DebateDraft {
  return draft;
}

/** Requests about debates, by whoever has the cookie. */
function debatesOf({ request }: Pick<Awaited<ReturnType<typeof startServer>>, "request">, cookie: string) {
  const ask = (method: string, path: string, json?: unknown, more = {}) =>
    request(`/api/debates${path}`, {
      method,
      headers: { cookie, ...more },
      ...(json !== undefined && { json }),
    });
  return {
    ask,
    create: async (debate: DebateDraft = DRAFT) =>
      ((await (await ask("POST", "", { debate })).json()) as { debate: Debate }).debate,
    read: (id: string) => ask("GET", `/${id}`),
    save: (id: string, debate: DebateDraft, ifMatch?: string) =>
      ask("PUT", `/${id}`, { debate }, ifMatch === undefined ? {} : { "if-match": ifMatch }),
    share: (id: string, json: unknown) => ask("PUT", `/${id}/sharing`, json),
    sharing: async (id: string) => (await ask("GET", `/${id}/sharing`)).json(),
    import: (text: string) => ask("POST", "/import", { text }),
    tag: async (id: string) => (await ask("GET", `/${id}`)).headers.get("etag") ?? "",
  };
}

/** Grace with a debate of hers, and Alan, a colleague on the same server. */
export async function colleagues() {
  const server = await startServer();
  const grace = debatesOf(server, server.cookie);
  const cookie = await server.colleague();
  const alan = debatesOf(server, cookie);
  const debate = await grace.create();
  return {
    server,
    grace,
    alan: { ...alan, cookie },
    debate,
    id: debate.id,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

export const ALAN = "alan@example.org";
