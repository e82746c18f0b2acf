import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { type Addressing, isSecure, named } from "#server/http/origin.ts";

/** Where Next looks for the nonce of the scripts that it writes into a page. */
export const POLICY = "content-security-policy";
/** What a learning platform may show in a frame: the pages of students. No page of an instructor, ever. */
const FRAMEABLE = /^\/(s|join|results|privacy)(\/|$)/u;
/** The one style that a library writes into pages by itself: sonner's, empty and then full. tests/e2e/doors.e2e.ts has it. */
const SONNER =
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=' 'sha256-StEaX+se6YS7pqjzrzMIA0KaX9zF/8zAhvQXZAe5epY='";
const YEAR = 365 * 24 * 60 * 60;

type Options = Addressing & {
  /** Other sites that may show students' pages in a frame. */
  frameAncestors: readonly string[];
  isDevelopment: boolean;
};
export type Guard = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Gives every answer the headers that keep a browser from doing what no page of ours asks of it. [O1] Scripts run with
 * the nonce of their page only, and nothing is loaded from elsewhere. [O2] Nobody shows a page in a frame unless it was set.
 */
export function createGuard({ frameAncestors, isDevelopment, ...addressing }: Options): Guard {
  return (request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    const ancestors = FRAMEABLE.test(path) ? frameAncestors : [];
    const policy = policyOf(randomBytes(16).toString("base64url"), ancestors, isDevelopment);
    request.headers[POLICY] = policy;
    response.setHeader(POLICY, policy);
    // For browsers that do not know frame-ancestors; it cannot name sites.
    if (ancestors.length === 0) response.setHeader("x-frame-options", "DENY");
    response.setHeader("x-content-type-options", "nosniff");
    // Other sites learn no address of ours, some of which hold a key; our own forms still say where they come from.
    response.setHeader("referrer-policy", "same-origin");
    response.setHeader("cross-origin-opener-policy", "same-origin");
    response.setHeader("cross-origin-resource-policy", "same-origin");
    response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
    // [O3] The name's other subdomains are not ours to speak for.
    if (isSecure(named(request.headers), addressing))
      response.setHeader("strict-transport-security", `max-age=${YEAR}`);
  };
}

function policyOf(nonce: string, ancestors: readonly string[], isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Development writes styles into the page; production has them in files.
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}' ${SONNER}`}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors.length > 0 ? ["'self'", ...ancestors].join(" ") : "'none'"}`,
  ].join("; ");
}

/**
 * [O4] What a cookie may do: nothing without TLS where there is TLS. In the frame of another site a browser sends a
 * seat's cookie only where it is said to be for that, and then it is another one in each such site.
 */
export function guardCookies(
  answer: Response,
  request: Headers,
  { frameAncestors, ...addressing }: Omit<Options, "isDevelopment">,
): void {
  const cookies = answer.headers.getSetCookie();
  if (cookies.length === 0 || !isSecure(request, addressing)) return;
  answer.headers.delete("set-cookie");
  for (const cookie of cookies) {
    const isFramed = frameAncestors.length > 0 && cookie.startsWith("seat-");
    const sent = isFramed ? `${cookie.replace(/SameSite=\w+/iu, "SameSite=None")}; Partitioned` : cookie;
    answer.headers.append("set-cookie", /;\s*secure/iu.test(sent) ? sent : `${sent}; Secure`);
  }
}
