import { expect, test } from "vitest";
import { createOutgoing, isPrivateAddress } from "#server/platform/outgoing.ts";

const PRIVATE = [
  ...["127.0.0.1", "10.1.2.3", "172.31.255.255", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.0"],
  ...[
    "::1",
    "::",
    "fe80::1",
    "fd00::1",
    "::ffff:10.0.0.1",
    "::ffff:7f00:1",
    "64:ff9b::a00:1",
    "2002:a00:1::",
  ],
];
const PUBLIC = ["93.184.216.34", "172.32.0.1", "2606:4700::1111", "::ffff:93.184.216.34"];

test("[Q42] addresses of this machine and of private networks are known, also within IPv6", () => {
  expect(PRIVATE.filter((address) => !isPrivateAddress(address))).toEqual([]);
  expect(PUBLIC.filter(isPrivateAddress)).toEqual([]);
});

test.for([
  ["http://school.test/jwks", "without https"],
  ["https://127.0.0.1/jwks", "a private address"],
  ["https://0x7f.1/jwks", "a private address"],
  ["https://[::ffff:10.0.0.1]/jwks", "a private address"],
  ["https://name:word@school.test/", "with a password"],
  ["file:///etc/passwd", "without https"],
  ["school.test", "no address"],
])("[Q42] %s is not asked: %s", async ([address = "", why = ""]) => {
  const asked = await createOutgoing({ isInsecure: false }).ask(address);
  expect(asked).toMatchObject({ ok: false, code: "malformed", message: expect.stringContaining(why) });
});
