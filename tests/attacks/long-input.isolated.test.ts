import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { z } from "zod";
import { Handshake, MESSAGE_BYTES } from "#debate/protocol/messages.ts";
import { HOST_SCHEMAS, STUDENT_SCHEMAS } from "#tests/attacks/payloads.ts";
import { sampleOf, textsIn, withText } from "#tests/attacks/schemas.ts";
import { startServer } from "#tests/support/server.ts";

/** Every schema used for parsing since this was last emptied: calling a route shows what it reads. */
const parsedWith = vi.hoisted(() => [] as unknown[]);
vi.mock("#debate/protocol/messages.ts", async (original) => {
  const messages = await original<typeof import("#debate/protocol/messages.ts")>();
  const parse: typeof messages.parse = (schema, input) => {
    parsedWith.push(schema);
    return messages.parse(schema, input);
  };
  return { ...messages, parse };
});
const { parse } = await import("#debate/protocol/messages.ts");

/** The largest body of a request, in bytes. */
function bytesOf(path: string): number {
  if (/^\/api\/debates(\/:id|\/import)?$/u.test(path)) return 4 * 1024 * 1024;
  return /^\/api\/(sessions|templates)$|\/(paper|note|marks)$/u.test(path) ? 512 * 1024 : MESSAGE_BYTES;
}
/** Below the 16 KiB that Node accepts for an address and its headers; each mark is six characters there. */
const ADDRESS_MARKS = 2_000;
/** The longest text of a message and of a debate as typed, four times what is stored, and the longest code. */
const LONGEST = { message: 4 * 1_200, debate: 4 * 12_000, code: 100 };
/** The longest host of a link, with a user and a port. */
const LONGEST_HOST = 300;

const marks = (length: number) => "\u0323\u0301".repeat(length / 2);
/** Texts that are expensive to normalize, to parse as a host, to count or to trim. */
const HOSTILE = {
  marks,
  host: (length: number) => `https://a${marks(length)}`,
  emoji: (length: number) => "\u{1F989}".repeat(length / 2),
  blanks: (length: number) => `\n ${"\n ".repeat(length / 2)}x`,
  address: (length: number) => `a${".a".repeat(length / 2)}@a.example`,
};

/** The longest input that reached each slow function, in characters. */
const reached = { cleaned: 0, normalized: 0, host: 0 };
beforeEach(() => {
  const { normalize, replace } = String.prototype;
  const noting = <Given extends unknown[]>(
    what: "cleaned" | "normalized",
    method: (...given: Given) => string,
  ) =>
    function (this: string, ...given: Given) {
      reached[what] = Math.max(reached[what], this.length);
      return method.apply(this, given);
    };
  vi.spyOn(String.prototype, "normalize").mockImplementation(noting("normalized", normalize));
  vi.spyOn(String.prototype, "replace").mockImplementation(noting("cleaned", replace));
  const note = (address: unknown) => {
    const host = /^[^/?#]*:[/\\]*([^/?#\\]*)/u.exec(String(address))?.[1] ?? "";
    reached.host = Math.max(reached.host, host.length);
  };
  const { URL: Original } = globalThis;
  vi.stubGlobal(
    "URL",
    class extends Original {
      constructor(...given: ConstructorParameters<typeof Original>) {
        note(given[0]);
        super(...given);
      }
      static override canParse(...given: Parameters<typeof Original.canParse>): boolean {
        note(given[0]);
        return Original.canParse(...given);
      }
    },
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const NOTHING_REACHED = { cleaned: 0, normalized: 0, host: 0 };

/** `cleaned`: a higher limit for cleaning than for normalizing, since the router rewrites addresses. */
function expectNothingLong(asked: string, longest: number, cleaned = longest): void {
  expect(reached.normalized, `${asked}: characters normalized`).toBeLessThanOrEqual(longest);
  expect(reached.cleaned, `${asked}: characters cleaned`).toBeLessThanOrEqual(cleaned);
  expect(reached.host, `${asked}: characters of a host`).toBeLessThanOrEqual(LONGEST_HOST);
  Object.assign(reached, NOTHING_REACHED);
}

/** Hostile texts for one field, as long as the request may be; made once for each length, since some have 4 MB. */
function filling(bytes: number): Filling {
  const made =
    fillings.get(bytes) ??
    Object.entries(HOSTILE).map(([kind, make]) => {
      const bytesEach = Buffer.byteLength(JSON.stringify(make(1_000))) / 1_000;
      return [kind, make(2 * Math.floor((bytes * 0.95) / bytesEach / 2))] as const;
    });
  fillings.set(bytes, made);
  return made;
}
type Filling = (readonly [kind: string, text: string])[];
const fillings = new Map<number, Filling>();

/** Of how many fields a route is sent a text, and each kind of text is parsed; each text of a debate has 4 MB. */
const FIELDS_SENT = 1;

/** What is parsed in every field: what is expensive to normalize, and what passes for a host or an address before that. */
const USUAL = ["marks", "host", "address"];

test.each([...HOST_SCHEMAS, ...STUDENT_SCHEMAS, ["handshake", Handshake] as const])(
  "[W1] %s: a message that is too long is refused by its length, before it is parsed",
  (name, schema) => {
    for (const { path, isFree } of textsIn(schema))
      for (const [kind, text] of filling(MESSAGE_BYTES)) {
        const answer = parse(schema, withText(sampleOf(schema), path, text));
        expectNothingLong(`${name} ${path} ${kind}`, LONGEST.message);
        expect(answer, `${path} ${kind}`).toMatchObject({
          ok: false,
          code: isFree ? "too-long" : expect.any(String),
          message: expect.stringMatching(new RegExp(`^${path.join("\\.")}: `, "u")),
        });
      }
  },
);

/** Writes that read no body. */
const WITHOUT_BODY = [
  "POST /api/auth/sign-out",
  "POST /api/auth/revoke-sessions",
  "POST /api/projectors",
  "POST /api/debates/import/preview", // a file
  "PUT /api/debates/:id/source", // a file
  "POST /api/reset/mail", // where no mail server is set
  "POST /api/sessions/:code/links/:link",
  "POST /api/lti/keys",
  "POST /api/lti/registrations",
  "DELETE /api/lti/platforms/:id",
  "POST /lti/launch",
  "POST /lti/login",
  "POST /lti/account", // forms, as those below
  "POST /lti/continue",
  "POST /lti/name",
  "POST /lti/open",
  "POST /lti/use",
  "POST /lti/pick",
  "DELETE /api/sessions/:code/lti/:id",
  "POST /api/auth/two-factor/verify-backup-code", // of someone who is signed in
  "PUT /api/instructors/:id/lock",
  "DELETE /api/instructors/:id/lock",
  "DELETE /api/instructors/:id",
  "DELETE /api/instructors/:id/second-factor",
  "PUT /api/account/helper",
  "DELETE /api/account/helper",
  "DELETE /api/classes/:id",
  "DELETE /api/classes/:id/students/:studentId",
  "DELETE /api/debates/:id",
  "DELETE /api/debates/:id/link",
  "DELETE /api/invitations/:id",
  "DELETE /api/sessions/:code",
  "DELETE /api/sessions/:code/links/:link",
  "DELETE /api/sessions/:code/mine",
  "DELETE /api/sessions/:code/paper/:id",
  "DELETE /api/sessions/:code/participants/:id",
  "DELETE /api/sessions/:code/rebuttals/:id",
  "DELETE /api/templates/:id",
];

test("[W1] every route: an address, query or body that is too long is refused by its length", async () => {
  await using server = await startServer();
  const { code } = server.session;
  const { ticket } = await server.join();
  const seat = `seat-${code}=${ticket}`;
  const listed = server.app.routes.filter(({ method, path }) => method !== "ALL" && !path.includes("*"));
  const routes = [...new Map(listed.map((route) => [`${route.method} ${route.path}`, route])).values()];
  // Signing out comes last.
  routes.sort((one, other) => Number(endsSignIn(one.path)) - Number(endsSignIn(other.path)));
  const withoutBody: string[] = [];

  // The start reads the program's own library.
  Object.assign(reached, NOTHING_REACHED);
  const origin = `http://a${encodeURIComponent(marks(ADDRESS_MARKS))}`;
  await server.request("/api/sessions", { method: "POST", headers: { origin } });
  expectNothingLong("an origin", LONGEST.code, Number.POSITIVE_INFINITY);

  for (const { method, path } of routes) {
    const route = `${method} ${path}`;
    const longest = path.startsWith("/api/debates") ? LONGEST.debate : LONGEST.message;
    const ask = async (at: string, query = "", json?: unknown) => {
      const filled = path.replace(/:\w+/gu, encodeURIComponent(at));
      const cookie = `${server.cookie}; ${seat}`;
      const response = await server.request(filled + query, {
        method,
        headers: { cookie },
        ...(json !== undefined && { json }),
      });
      await response.arrayBuffer();
      const asked = `${route} ${query.slice(0, 20)}`;
      if (json === undefined) expectNothingLong(asked, LONGEST.code, Number.POSITIVE_INFINITY);
      else expectNothingLong(asked, longest);
      return response;
    };
    if (path.includes(":")) await ask(marks(ADDRESS_MARKS));
    for (const name of ["key", "invitation", "next", "format", "callbackURL"])
      await ask("ABC234", `?${name}=${encodeURIComponent(HOSTILE.host(ADDRESS_MARKS - 100))}`);
    if (method === "GET") continue;

    parsedWith.length = 0;
    await ask(method === "DELETE" ? "ABC234" : code, "", {});
    const [schema] = parsedWith as z.ZodType[];
    if (!schema) {
      withoutBody.push(route);
      await ask("ABC234", "", { callbackURL: HOSTILE.host(10_000) });
      continue;
    }
    // Better Auth knows fields that are not asked for here.
    const fields = [...textsIn(schema), { path: ["redirectTo"], isFree: false }];
    for (const [index, { path: field, isFree }] of fields.entries())
      for (const [kind, text] of filling(bytesOf(path))) {
        if (index >= FIELDS_SENT && !USUAL.includes(kind)) continue;
        const sent = withText(sampleOf(schema), field, text);
        parse(schema, sent);
        expectNothingLong(`${route} ${field} ${kind}`, longest);
        if (kind !== "host" || index >= FIELDS_SENT) continue;
        const response = await ask(code, "", sent);
        // [N2] A newsletter that is too long is reported like its other errors; [Q4] of a list a line is.
        const status = path.endsWith("/import") ? 422 : path === "/api/classes/preview" ? 200 : 413;
        if (isFree) expect(response.status, `${route} ${field} ${kind}`).toBe(status);
      }
  }
  expect(withoutBody.toSorted()).toEqual(WITHOUT_BODY.toSorted());
});

function endsSignIn(path: string): boolean {
  return /\/(sign-out|revoke-sessions)$/u.test(path);
}
