import { REFUSALS, type Refusal } from "#debate/rules/result.ts";

/** What a request came to. `offline`: no answer arrived, so nothing is known but that. `answer` is what else was said. */
export type Reply<T> = { ok: true; value: T } | { ok: false; code: Refusal | "offline"; answer?: unknown };

type Method = "GET" | "POST" | "PUT" | "DELETE";

const WAIT = 15_000;

/** Asks this server for something and answers in values: nothing here throws. */
export async function ask<T = unknown>(
  method: Method,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<Reply<T>> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      signal: AbortSignal.timeout(WAIT),
      ...(body === undefined
        ? {}
        : { headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) }),
    });
  } catch {
    return { ok: false, code: "offline" };
  }
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: answer as T };
  return { ok: false, code: codeIn(answer) ?? codeOf(response.status), answer };
}

function codeIn(answer: unknown): Refusal | undefined {
  const error = (answer as { error?: { code?: unknown } } | null)?.error;
  return REFUSALS.find((code) => code === error?.code);
}

/** Better Auth, and whatever stands before the server, answer with a status and words of their own. */
function codeOf(status: number): Refusal {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404) return "not-found";
  if (status === 413) return "too-long";
  if (status === 422) return "malformed";
  if (status === 429) return "too-many";
  if (status === 503) return "busy";
  return status < 500 ? "malformed" : "internal";
}
