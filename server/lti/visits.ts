import { keyedHmac } from "#server/identity/keyed-hmac.mjs";
import { secretsMatch } from "#server/platform/secrets-match.ts";

/** What a page after a launch is for. */
export type VisitKind = "account" | "name" | "pick" | "course";
/** Who came by which launch; of the fields each kind has those that its page needs. */
export type Visit = {
  id: string;
  platformId: string;
  deploymentId: string;
  sub: string;
  linkId?: string | undefined;
  contextId?: string | undefined;
  /** [Q54] The item that the launch names. */
  itemId?: string | undefined;
  name?: string | undefined;
  locale?: string | undefined;
  /** The person whose work is reviewed. */
  forUser?: string | undefined;
  deepLink?: { returnUrl: string; data: string | null; takesPoints: boolean } | undefined;
};

/** How long the pages after a launch can be used, in seconds. */
export const VISIT = 60 * 60;

/** [Q47] A launch goes on at a page whose address has a signed token, because frames may have no cookies. */
export function createVisits(secret: string, clock: () => number) {
  const sign = (held: string) => keyedHmac(secret).update(`lti-visit:${held}`).digest("base64url");

  return {
    issue(kind: VisitKind, visit: Visit, seconds: number): string {
      const until = clock() + seconds * 1_000;
      const held = Buffer.from(JSON.stringify({ kind, until, visit })).toString("base64url");
      return `${held}.${sign(held)}`;
    },

    /** Null if the token is of another kind, forged or expired. */
    read(kind: VisitKind, token: string): { visit: Visit; until: number } | null {
      const [held = "", signature = "", ...rest] = token.split(".");
      if (rest.length > 0 || !secretsMatch(signature, sign(held))) return null;
      const found = JSON.parse(Buffer.from(held, "base64url").toString());
      return found.kind === kind && found.until > clock() ? { visit: found.visit, until: found.until } : null;
    },
  };
}
