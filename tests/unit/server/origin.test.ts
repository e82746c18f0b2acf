import { describe, expect, test } from "vitest";
import { isOwnOrigin, originOf } from "#server/http/origin.ts";

const PUBLIC = "https://debate.example.org";
const direct = { publicUrl: undefined, trustProxy: false };
const proxied = { publicUrl: undefined, trustProxy: true };
const named = { publicUrl: PUBLIC, trustProxy: false };

describe("the address that the client used", () => {
  test.each([
    ["the request's own host", direct, { host: "192.168.1.5:3000" }, "http://192.168.1.5:3000"],
    ["PUBLIC_URL before all", named, { host: "10.0.0.1", "x-forwarded-host": "evil.example" }, PUBLIC],
    [
      "what a trusted proxy says",
      proxied,
      { host: "app", "x-forwarded-host": "a.example", "x-forwarded-proto": "https" },
      "https://a.example",
    ],
    [
      "the first of several proxies",
      proxied,
      { host: "app", "x-forwarded-host": "a.example, b.example" },
      "http://a.example",
    ],
    [
      "not what an untrusted one says",
      direct,
      { host: "app", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
      "http://app",
    ],
  ])("%s", (_, addressing, headers, origin) => {
    expect(originOf(new Headers(headers), addressing)).toBe(origin);
  });
});

describe("[W3] whether a write or an upgrade may come from a page", () => {
  test.each([
    ["our own page", direct, { host: "app:3000", origin: "http://app:3000" }, true],
    ["our own page by PUBLIC_URL", named, { host: "10.0.0.1:3000", origin: PUBLIC }, true],
    [
      "our own page behind a proxy that ends TLS",
      direct,
      { host: "a.example", origin: "https://a.example" },
      true,
    ],
    [
      "our own page behind a trusted proxy",
      proxied,
      { host: "app", "x-forwarded-host": "a.example", origin: "https://a.example" },
      true,
    ],
    ["a program, which names none", direct, { host: "app" }, true],
    ["a browser that names none, from here", direct, { host: "app", "sec-fetch-site": "same-origin" }, true],
    [
      "a browser that names none, from elsewhere",
      direct,
      { host: "app", "sec-fetch-site": "cross-site" },
      false,
    ],
    ["another site", direct, { host: "app", origin: "https://evil.example" }, false],
    ["another port", direct, { host: "app:3000", origin: "http://app:4000" }, false],
    ["a subdomain", direct, { host: "a.example", origin: "https://evil.a.example" }, false],
    ["a site that begins like ours", named, { host: "app", origin: `${PUBLIC}.evil.example` }, false],
    ["a sandboxed frame", direct, { host: "app", origin: "null" }, false],
    ["nonsense", direct, { host: "app", origin: "app" }, false],
    [
      "a proxy that is not trusted",
      direct,
      { host: "app", "x-forwarded-host": "evil.example", origin: "https://evil.example" },
      false,
    ],
  ])("%s", (_, addressing, headers, isAllowed) => {
    expect(isOwnOrigin(new Headers(headers as Record<string, string>), addressing)).toBe(isAllowed);
  });
});
