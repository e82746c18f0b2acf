import { expect, test } from "vitest";
import { announcement } from "#server/launch/announcement.ts";

const given = {
  host: "0.0.0.0",
  publicUrl: undefined,
  port: 3000,
  network: [],
  data: "/home/ada/.resolved",
  setupToken: null,
};
const KEPT = "Data is kept in:   /home/ada/.resolved\n";

test.each([
  ["0.0.0.0", "http://localhost:3000"],
  ["::", "http://localhost:3000"],
  ["127.0.0.1", "http://127.0.0.1:3000"],
  ["::1", "http://[::1]:3000"],
  ["fd00::5", "http://[fd00::5]:3000"],
  ["resolved.local", "http://resolved.local:3000"],
])("[O16] a server that listens on %s prints an address that a browser opens: %s", (host, address) => {
  expect(announcement({ ...given, host })).toBe(`Resolved is ready: ${address}\n${KEPT}`);
  expect(URL.canParse(address)).toBe(true);
});

test("[O16] PUBLIC_URL stands before the address, and the setup link begins with what is printed", () => {
  const publicUrl = "https://debate.example.org";
  expect(announcement({ ...given, publicUrl, setupToken: "token" }).split("\n")).toEqual([
    `Resolved is ready: ${publicUrl}`,
    KEPT.trimEnd(),
    "",
    "There is no instructor account yet. Open this link to create the first one:",
    `${publicUrl}/setup?token=token`,
    "",
  ]);
  expect(announcement({ ...given, network: ["192.168.1.5"] })).toContain(
    "\nOn this network:   http://192.168.1.5:3000\n",
  );
});
