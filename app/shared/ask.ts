import { REFUSALS, type Refusal } from "#debate/rules/result.ts";

/**
 * Why a request came to nothing. `offline`: no answer arrived, so nothing is known but that. `foreign`: the server does not know
 * the address in the browser as its own.
 */
export type Failure = Refusal | "offline" | "foreign";
/** What a request came to; `answer` is what else was said. */
export type Reply<T> = { ok: true; value: T } | { ok: false; code: Failure; answer?: unknown };

type Method = "GET" | "POST" | "PUT" | "DELETE";
type Options = {
  headers?: Record<string, string>;
  /** [D12] The instructor whose page asks: the server refuses it where another one has signed in since. */
  by?: string;
  /** When to stop waiting; without it after WAIT milliseconds. */
  signal?: AbortSignal;
};

const WAIT = 15_000;

/** Asks this server for something and answers in values: nothing here throws. The only place in `app/` that calls `fetch`. */
export async function ask<T = unknown>(
  method: Method,
  path: string,
  body?: unknown,
  { headers, by, signal = AbortSignal.timeout(WAIT) }: Options = {},
): Promise<Reply<T>> {
  let response: Response;
  let text: string;
  const isJson = body !== undefined && !(body instanceof FormData);
  try {
    response = await fetch(path, {
      method,
      signal,
      headers: {
        ...(isJson && { "content-type": "application/json" }),
        ...(by !== undefined && { "x-instructor": by }),
        ...headers,
      },
      ...(body !== undefined && { body: isJson ? JSON.stringify(body) : (body as FormData) }),
    });
    text = await response.text();
  } catch {
    return { ok: false, code: "offline" };
  }
  const answer = jsonIn(text);
  if (!response.ok) return { ok: false, code: codeIn(answer) ?? codeOf(response.status), answer };
  // The sign-in page of a network answers everything with 200 and HTML.
  return answer === undefined ? { ok: false, code: "offline" } : { ok: true, value: answer as T };
}

const TRIES = 4;

/** Reads, and tries again after one, two and three seconds. The answer to the last try counts. */
export async function askRepeatedly<T>(path: string, signal: AbortSignal): Promise<Reply<T>> {
  for (let tried = 1; ; tried += 1) {
    const reply = await ask<T>("GET", path, undefined, { signal });
    if (reply.ok || signal.aborted || tried === TRIES) return reply;
    await new Promise((resolve) => setTimeout(resolve, tried * 1_000));
  }
}

/** Null where nothing was said, as after a deletion; undefined where it is not JSON. */
function jsonIn(text: string): unknown {
  if (text === "") return null;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function codeIn(answer: unknown): Failure | undefined {
  const error = (answer as { error?: { code?: unknown; fields?: unknown } } | null | undefined)?.error;
  const code = REFUSALS.find((each) => each === error?.code);
  const isForeign = code === "forbidden" && Array.isArray(error?.fields) && error.fields.includes("origin");
  return isForeign ? "foreign" : code;
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
