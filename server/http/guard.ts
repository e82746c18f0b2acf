import { randomUUID } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { LANGUAGE_COOKIE } from "#debate/rules/languages.ts";
import { type Addressing, isSecure, named } from "#server/http/origin.ts";

/** The header in which Next finds the nonce for a page's scripts. */
export const POLICY = "content-security-policy";
/** [Q44] The pages that a learning platform may show in a frame: those of students and of launches, never the control room, nor [Q50] the question about an account. */
const FRAMEABLE = /^\/(s|join|results|privacy|lti(?!\/account))(\/|$)/u;
/** [Q44] A platform shows it before it is registered, from an address that is known only then. There is nothing to press on it. */
const REGISTRATION = "/lti/register";
/** [Q41] [Q46] In a window of their own these pages speak with the platform, which opened it. */
const WITH_OPENER = /^\/lti\/(register|login|launch)$/u;
/** The cookies of student pages. */
const FRAMED = new RegExp(`^(seat-|cookies=|${LANGUAGE_COOKIE}=)`, "u");
const YEAR = 365 * 24 * 60 * 60;
const HSTS = ["strict-transport-security", `max-age=${YEAR}`] as const;
const SAME = [
  ["x-content-type-options", "nosniff"],
  // Other sites must not see our URLs, some of which contain a key. Our own forms still send their origin.
  ["referrer-policy", "same-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"],
] as const;

/**
 * [O1] The security headers of answers that are not pages: they may run and load nothing, so they need no nonce.
 */
export function headersWithoutPage(isSecure: boolean): (readonly [name: string, value: string])[] {
  const policy =
    "default-src 'none'; script-src 'none'; style-src 'unsafe-inline'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  return [[POLICY, policy], ["x-frame-options", "DENY"], ...SAME, ...(isSecure ? [HSTS] : [])];
}

type Options = Addressing & {
  /** Other sites that may show students' pages in a frame: read each time, because platforms register. */
  frameAncestors: () => readonly string[];
  isDevelopment: boolean;
};
export type Guard = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Sets the security headers of every answer. [O1] Scripts run only with their page's nonce, and nothing is loaded
 * from other sites. [O2] Only configured sites may show a page in a frame.
 */
export function createGuard({ frameAncestors, isDevelopment, ...addressing }: Options): Guard {
  return (request, response) => {
    const [path = ""] = (request.url ?? "").split("?");
    const ancestors = path === REGISTRATION ? ["*"] : FRAMEABLE.test(path) ? frameAncestors() : [];
    const policy = policyOf(randomUUID(), ancestors, isDevelopment);
    request.headers[POLICY] = policy;
    response.setHeader(POLICY, policy);
    // For browsers without frame-ancestors. It can't name sites.
    if (ancestors.length === 0) response.setHeader("x-frame-options", "DENY");
    for (const [name, value] of SAME) response.setHeader(name, value);
    if (WITH_OPENER.test(path)) response.setHeader("cross-origin-opener-policy", "unsafe-none");
    // [O3] Not for subdomains, which may belong to others.
    if (isSecure(named(request.headers), addressing)) response.setHeader(...HSTS);
  };
}

function policyOf(nonce: string, ancestors: readonly string[], isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Development writes styles into the page; production has them in files.
    `style-src 'self' ${isDevelopment ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    "style-src-attr 'unsafe-inline'",
    "worker-src 'self'",
    "img-src 'self' data: blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${ancestors.length > 0 ? ["'self'", ...ancestors].join(" ") : "'none'"}`,
  ].join("; ");
}

/**
 * [O4] The attributes of a cookie. With TLS it is sent over TLS only. In another site's frame a browser sends a
 * cookie only if it is partitioned, so each such site has its own.
 */
export function guardCookies(
  answer: Response,
  request: Headers,
  { frameAncestors, ...addressing }: Omit<Options, "isDevelopment">,
): void {
  // First, because looking at an answer's headers makes Hono build all of them.
  if (!isSecure(request, addressing)) return;
  const cookies = answer.headers.getSetCookie();
  if (cookies.length === 0) return;
  const isAnywhereFramed = frameAncestors().length > 0;
  answer.headers.delete("set-cookie");
  for (const cookie of cookies) {
    const isFramed = isAnywhereFramed && FRAMED.test(cookie);
    const sent =
      isFramed && !/;\s*partitioned/iu.test(cookie)
        ? `${cookie.replace(/SameSite=\w+/iu, "SameSite=None")}; Partitioned`
        : cookie;
    answer.headers.append("set-cookie", /;\s*secure/iu.test(sent) ? sent : `${sent}; Secure`);
  }
}
