import { describe, expect, test } from "vitest";
import { isMisdirected, isOwnOrigin, originOf, printedAddresses } from "#server/http/origin.ts";

const PUBLIC = "https://debate.example.org";
const printed = () => printedAddresses(3000, ["192.168.1.5", "fd00::5"]);
const direct = { publicUrl: undefined, trustProxy: false, printed };
const proxied = { publicUrl: undefined, trustProxy: true, printed };
const named = { publicUrl: PUBLIC, trustProxy: false, printed };
const namedAndProxied = { ...named, trustProxy: true };

const LAN = "http://192.168.1.5:3000";
/** The headers that a proxy before the server sends. */
const via = (host: string, proto?: string, port?: string) => ({
  ...{ host: "app", "x-forwarded-host": host },
  ...(proto && { "x-forwarded-proto": proto }),
  ...(port && { "x-forwarded-port": port }),
});

describe("[O8] the address that links begin with", () => {
  test.each([
    ["an address in the local network", direct, { host: "192.168.1.5:3000" }, LAN],
    ["one by IPv6", direct, { host: "[FD00::5]:3000" }, "http://[fd00::5]:3000"],
    ["PUBLIC_URL before any header", named, { host: "10.0.0.1", "x-forwarded-host": "evil.example" }, PUBLIC],
    ["not a Host that is none of the server's addresses", direct, { host: "evil.example" }, LAN],
    ["not one with the server's port", direct, { host: "evil.example:3000" }, LAN],
    ["not another port of this machine", direct, { host: "localhost:4000" }, LAN],
    ["not an address with a user", direct, { host: "192.168.1.5:3000@evil.example" }, LAN],
    ["not nonsense", direct, { host: "evil.example/x?" }, LAN],
    ["not a missing Host", direct, {}, LAN],
    ["the host that a trusted proxy forwards", proxied, via("a.example", "https"), "https://a.example"],
    ["with the port that it forwards", proxied, via("a.example", "https", "8443"), "https://a.example:8443"],
    [
      "unless the forwarded host has a port",
      proxied,
      via("a.example:8080", undefined, "80"),
      "http://a.example:8080",
    ],
    [
      "the first of several proxies",
      proxied,
      via("a.example, b.example", "https, http"),
      "https://a.example",
    ],
    ["not a Host that a trusted proxy did not forward", proxied, { host: "evil.example" }, LAN],
    ["not a malformed host from a proxy", proxied, { host: "app", "x-forwarded-host": "a b" }, LAN],
    [
      "not the host that an untrusted proxy forwards",
      direct,
      { host: "192.168.1.5:3000", "x-forwarded-host": "evil.example", "x-forwarded-proto": "https" },
      LAN,
    ],
  ])("%s", (_, addressing, headers, origin) => {
    expect(originOf(new Headers(headers as Record<string, string>), addressing)).toBe(origin);
  });

  test("without a local network it is localhost", () => {
    const alone = { ...direct, printed: () => printedAddresses(80, []) };
    expect(originOf(new Headers({ host: "evil.example" }), alone)).toBe("http://localhost");
    expect(originOf(new Headers({ host: "127.0.0.1" }), alone)).toBe("http://127.0.0.1");
  });
});

describe("[O8] with PUBLIC_URL, a request for another host", () => {
  test.each([
    ["the host of PUBLIC_URL", named, { host: "debate.example.org" }, "203.0.113.7", false],
    ["in capitals, with its usual port", named, { host: "DEBATE.example.org:443" }, "203.0.113.7", false],
    ["another name", named, { host: "evil.example" }, "127.0.0.1", true],
    ["a name that ends like it", named, { host: "evil.debate.example.org" }, "127.0.0.1", true],
    ["another port", named, { host: "debate.example.org:3000" }, "127.0.0.1", true],
    ["an address in the local network", named, { host: "192.168.1.5:3000" }, "192.168.1.9", true],
    ["localhost, from this machine", named, { host: "127.0.0.1:3000" }, "::ffff:127.0.0.1", false],
    ["localhost, from another machine", named, { host: "127.0.0.1:3000" }, "203.0.113.7", true],
    ["none", named, {}, "127.0.0.1", true],
    ["nonsense", named, { host: "debate.example.org/" }, "127.0.0.1", true],
    [
      "the right host forwarded by an untrusted proxy",
      named,
      { host: "evil.example", "x-forwarded-host": "debate.example.org" },
      "127.0.0.1",
      true,
    ],
    [
      "the right host forwarded by a trusted proxy",
      namedAndProxied,
      { host: "app:3000", "x-forwarded-host": "debate.example.org" },
      "172.30.77.2",
      false,
    ],
    [
      "another host forwarded by a trusted proxy",
      namedAndProxied,
      { host: "debate.example.org", "x-forwarded-host": "evil.example" },
      "172.30.77.2",
      true,
    ],
    [
      "a trusted proxy that passes Host on",
      namedAndProxied,
      { host: "debate.example.org" },
      "172.30.77.2",
      false,
    ],
    ["any host without PUBLIC_URL", direct, { host: "laptop.local:3000" }, "203.0.113.7", false],
  ])("%s", (_, addressing, headers, remoteAddress, expected) => {
    expect(isMisdirected({ headers, socket: { remoteAddress } }, addressing)).toBe(expected);
  });

  test("a PUBLIC_URL with a port matches a Host with that port, or without one", () => {
    const ported = { ...named, publicUrl: "http://debate.example.org:8080" };
    const from = (host: string) => isMisdirected({ headers: { host }, socket: {} }, ported);
    expect(["debate.example.org:8080", "debate.example.org"].map(from)).toEqual([false, false]);
    expect(["debate.example.org:80", "debate.example.org:443"].map(from)).toEqual([true, true]);
  });
});

describe("[W3, O7] whether a write or an upgrade may come from a page", () => {
  test.each([
    ["our own page", direct, { host: "app:3000", origin: "http://app:3000" }, true],
    ["our own page by PUBLIC_URL", named, { host: "10.0.0.1:3000", origin: PUBLIC }, true],
    ["another name of the machine", direct, { host: "pc.local:3000", origin: "http://pc.local:3000" }, true],
    ["our own page on the default port", direct, { host: "app:80", origin: "http://app" }, true],
    [
      "our own page behind a trusted proxy",
      proxied,
      { ...via("a.example", "https"), origin: "https://a.example" },
      true,
    ],
    [
      "a proxy that forwards wss",
      proxied,
      { host: "a.example", "x-forwarded-proto": "wss", origin: "https://a.example" },
      true,
    ],
    [
      "a proxy that forwards the port apart",
      proxied,
      { ...via("a.example", undefined, "8080"), origin: "http://a.example:8080" },
      true,
    ],
    ["http in place of https", named, { host: "app", origin: "http://debate.example.org" }, false],
    ["https in place of http", direct, { host: "a.example", origin: "https://a.example" }, false],
    [
      "http behind a proxy with https",
      proxied,
      { ...via("a.example", "https"), origin: "http://a.example" },
      false,
    ],
    ["another port of PUBLIC_URL", named, { host: "app", origin: `${PUBLIC}:8443` }, false],
    ["the Host, not PUBLIC_URL", named, { host: "evil.example", origin: "http://evil.example" }, false],
    ["an origin with a path", direct, { host: "app", origin: "http://app/" }, false],
    ["an origin with a user", direct, { host: "app", origin: "http://x@app" }, false],
    ["a program, which sends no origin", direct, { host: "app" }, true],
    ["no origin, same site", direct, { host: "app", "sec-fetch-site": "same-origin" }, true],
    ["no origin, another site", direct, { host: "app", "sec-fetch-site": "cross-site" }, false],
    ["hidden, same site", named, { host: "app", origin: "null", "sec-fetch-site": "same-origin" }, true],
    ["hidden, another site", direct, { host: "app", origin: "null", "sec-fetch-site": "cross-site" }, false],
    ["hidden, another port", direct, { host: "app", origin: "null", "sec-fetch-site": "same-site" }, false],
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

describe("[I28] an instructor who opened localhost gives others a link that leads to the server", () => {
  const alone = { ...direct, printed: () => printedAddresses(3000, []) };
  const local = { ...direct, printed: () => printedAddresses(3000, ["127.0.0.1"]) };
  test.each([
    ["by name", direct, { host: "localhost:3000" }, LAN],
    ["by address", direct, { host: "127.0.0.1:3000" }, LAN],
    ["by IPv6", direct, { host: "[::1]:3000" }, LAN],
    [
      "through a proxy on this machine, with the proxy's port",
      proxied,
      { host: "app", "x-forwarded-host": "localhost:8080" },
      "http://192.168.1.5:8080",
    ],
    ["with PUBLIC_URL to that", named, { host: "localhost:3000" }, PUBLIC],
    ["to this machine, if it has no network", alone, { host: "127.0.0.1:3000" }, "http://127.0.0.1:3000"],
    [
      "to this machine, if it listens nowhere else",
      local,
      { host: "localhost:3000" },
      "http://localhost:3000",
    ],
  ])("%s", (_, addressing, headers, origin) => {
    expect(originOf(new Headers(headers as Record<string, string>), addressing)).toBe(origin);
  });
});
