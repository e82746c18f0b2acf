import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

const AGS = "https://purl.imsglobal.org/spec/lti-ags/";
const NRPS = "https://purl.imsglobal.org/spec/lti-nrps/";
const SCORE = "application/vnd.ims.lis.v1.score+json";
const MEMBERS = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";

type Member = {
  user_id: string;
  name?: string;
  roles?: string[];
  status?: string;
  lis_person_sourcedid?: string;
};
type Posted = Record<string, unknown> & { userId: string; timestamp: string };

/**
 * A course's services on a free port, as Moodle 4.5.6 answers: JSON that says it is HTML, strict media types, a page of members at a
 * time, line items whose addresses have a query, scores that are refused by the second.
 */
export async function startCourse(members: Member[], { pageOf = 30 } = {}) {
  const state = {
    members,
    /** Every score as it came, and the grades that are stored by the rules of Moodle. */
    scores: [] as Posted[],
    grades: new Map<string, number | null>(),
    stored: new Map<string, number>(),
    tokens: 0,
    /** Statuses with which the scores of some are refused, and of all requests the next ones. */
    refuses: new Map<string, number>(),
    refused: [] as string[],
    fails: [] as number[],
    /** What a request for members is answered in place of them. */
    says: null as string | null,
    lineItems: [] as Record<string, unknown>[],
  };

  async function answer(request: IncomingMessage): Promise<[status: number, body: string, headers?: object]> {
    const url = new URL(request.url ?? "", here());
    const body = await text(request);
    const failing = state.fails.shift();
    if (failing !== undefined) return [failing, "<html>Out of order</html>"];
    if (url.pathname === "/token") {
      state.tokens += 1;
      const token = { access_token: `token-${state.tokens}`, token_type: "Bearer", expires_in: 3600 };
      const scope = new URLSearchParams(body).get("scope");
      return [200, JSON.stringify({ ...token, scope }), { "content-type": "text/html; charset=utf-8" }];
    }
    if (!/^Bearer token-\d+$/u.test(request.headers.authorization ?? "")) return [401, "[]"];
    if (url.pathname === "/members") {
      if (request.headers.accept !== MEMBERS) return [400, "[]"];
      return membersFrom(Number(url.searchParams.get("from") ?? 0));
    }
    if (url.pathname === "/items" && request.method === "POST") {
      const id = `${here()}/items/made/lineitem?type_id=1`;
      state.lineItems.push({ ...JSON.parse(body), id });
      return [201, JSON.stringify(state.lineItems.at(-1))];
    }
    if (url.pathname === "/items") return [200, JSON.stringify(state.lineItems)];
    const isScore = url.pathname.endsWith("/lineitem/scores") && url.searchParams.get("type_id") === "1";
    if (!isScore || request.headers["content-type"] !== SCORE) return [400, "[]"];
    return score(JSON.parse(body));
  }

  function membersFrom(from: number): [number, string, object?] {
    if (state.says !== null) return [200, state.says];
    const page = state.members.slice(from, from + pageOf);
    const next = from + pageOf < state.members.length;
    const link = next ? { link: `<${here()}/members?from=${from + pageOf}>; rel="next"` } : {};
    const listed = page.map((member) => ({ status: "Active", roles: ["Learner"], ...member }));
    return [200, JSON.stringify({ id: `${here()}/members`, members: listed }), link];
  }

  /** Moodle keeps whole seconds, refuses an earlier or the same one, and forgets a grade that is not FullyGraded. */
  function score(posted: Posted): [number, string] {
    const refused = state.refuses.get(posted.userId);
    if (refused !== undefined) {
      state.refused.push(posted.userId);
      return [refused, "[]"];
    }
    const at = Math.floor(Date.parse(posted.timestamp) / 1_000);
    if (at <= (state.stored.get(posted.userId) ?? 0)) return [409, "[]"];
    state.scores.push(posted);
    const isGraded = posted.gradingProgress === "FullyGraded" && typeof posted.scoreGiven === "number";
    state.grades.set(posted.userId, isGraded ? Number(posted.scoreGiven) : null);
    if (isGraded) state.stored.set(posted.userId, at);
    else state.stored.delete(posted.userId);
    return [200, ""];
  }

  const server = createServer(async (request, response) => {
    const [status, body, headers] = await answer(request);
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const here = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...{ state, tokenEndpoint: `${here()}/token` },
    /** What launches of the course say. */
    claims: {
      [`${NRPS}claim/namesroleservice`]: { context_memberships_url: `${here()}/members` },
      [`${AGS}claim/endpoint`]: {
        scope: [`${AGS}scope/lineitem`, `${AGS}scope/score`],
        lineitems: `${here()}/items?type_id=1`,
        lineitem: `${here()}/items/2/lineitem?type_id=1`,
      },
    },
    async [Symbol.asyncDispose](): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
