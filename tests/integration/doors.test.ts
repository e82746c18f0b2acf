import { describe, expect, test } from "vitest";
import { CREDENTIALS } from "#tests/support/requests.ts";
import { startServer } from "#tests/support/server.ts";

const TLS = { "x-forwarded-proto": "https" };
const LMS = "https://lms.example.org";
const POLLING = "/socket.io/?EIO=4&transport=polling";

const directives = (response: Response) =>
  new Map(
    (response.headers.get("content-security-policy") ?? "").split("; ").map((directive) => {
      const [name = "", ...values] = directive.split(" ");
      return [name, values];
    }),
  );

describe("[O1] every answer, page or not", () => {
  test("allows only scripts with this answer's nonce, and loads nothing from other sites", async () => {
    await using server = await startServer();
    const nonces = new Set<string>();
    for (const path of ["/", `/s/${server.session.code}`, "/readyz", "/api/nothing", POLLING]) {
      const policy = directives(await server.request(path));
      const scripts = policy.get("script-src") ?? [];
      expect([path, scripts[0], scripts[2]]).toEqual([path, "'self'", "'strict-dynamic'"]);
      expect(scripts[1]).toMatch(/^'nonce-[\w-]{36}'$/u);
      nonces.add(scripts[1] ?? "");
      expect(policy.get("default-src")).toEqual(["'self'"]);
      for (const none of ["object-src", "base-uri", "frame-ancestors"])
        expect(policy.get(none)).toEqual(["'none'"]);
      expect([...policy.values()].flat().join(" ")).not.toMatch(/unsafe-eval|https?:|\*/u);
    }
    expect(nonces.size).toBe(5);
  });

  test("sends no referrer to other sites, is not readable by them, and forbids content-type sniffing", async () => {
    await using server = await startServer();
    for (const path of ["/", "/healthz", "/api/nothing", POLLING]) {
      const { headers } = await server.request(path);
      expect(headers.get("referrer-policy")).toBe("same-origin");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
      expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
      expect(headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});

describe("[O2] a frame of another site", () => {
  test("shows students' pages on an allowed site, and no instructor's page", async () => {
    await using server = await startServer({ frameAncestors: [LMS] });
    for (const path of ["/s/ABC234", "/join", "/results/ABC234?x=1"]) {
      const response = await server.request(path);
      expect(response.headers.get("x-frame-options")).toBeNull();
      expect(directives(response).get("frame-ancestors")).toEqual(["'self'", LMS]);
    }
    for (const path of ["/", "/host/ABC234", "/screen/ABC234", "/sign-in", "/dashboard", "/join-us"])
      expect(directives(await server.request(path)).get("frame-ancestors")).toEqual(["'none'"]);
  });
});

describe("[O3] behind TLS", () => {
  test("browsers are told to use TLS from now on; without TLS they are not", async () => {
    await using server = await startServer({ trustProxy: true });
    const told = async (headers: Record<string, string>) =>
      Promise.all(
        ["/", "/healthz"].map(async (path) =>
          (await server.request(path, { headers })).headers.get("strict-transport-security"),
        ),
      );
    expect(await told(TLS)).toEqual(["max-age=31536000", "max-age=31536000"]);
    expect(await told({})).toEqual([null, null]);
    await using untrusting = await startServer();
    const { headers } = await untrusting.request("/", { headers: TLS });
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  test("[O4] cookies are Secure, HttpOnly and SameSite=Lax", async () => {
    await using server = await startServer({ trustProxy: true });
    const given = async (headers: Record<string, string>) => {
      const seat = await server.asStranger("/join", { json: {}, headers });
      const signIn = await server.request("/api/auth/sign-in/email", { json: CREDENTIALS, headers });
      return [...seat.headers.getSetCookie(), ...signIn.headers.getSetCookie()];
    };
    const secure = await given(TLS);
    expect(secure.length).toBeGreaterThan(1);
    for (const cookie of secure) {
      expect(cookie.match(/; Secure/gu)).toHaveLength(1);
      expect(cookie).toMatch(/; HttpOnly/u);
      expect(cookie).toMatch(/; SameSite=Lax/u);
    }
    for (const cookie of await given({})) expect(cookie).not.toContain("Secure");
  });

  test("[O4] the cookies of a seat and of the language are partitioned by site in a frame, and an instructor's cookie is never sent in frames", async () => {
    await using server = await startServer({ trustProxy: true, frameAncestors: [LMS] });
    const seat = await server.asStranger("/join", { json: {}, headers: TLS });
    expect(seat.headers.getSetCookie().join()).toMatch(
      /^seat-\w{6}=.*; HttpOnly; SameSite=None; .*Partitioned; Secure$/u,
    );
    const language = await server.request("/api/language", { json: { language: "ja" }, headers: TLS });
    expect(language.headers.getSetCookie().join()).toMatch(
      /^language=ja; .*SameSite=None.*; Partitioned; Secure$/u,
    );
    const signIn = await server.request("/api/auth/sign-in/email", {
      json: CREDENTIALS,
      headers: TLS,
    });
    expect(signIn.headers.getSetCookie().join()).not.toMatch(/SameSite=None|Partitioned/u);
  });
});
