import { createElement } from "react";
import { expect, test } from "vitest";
import { ExitTicketsLink } from "#app/activities/exit-ticket/Host.tsx";
import { extentOf } from "#debate/rules/promise.ts";
import type { Snapshot } from "#debate/rules/snapshot.ts";
import { markupOf } from "#tests/support/markup.tsx";

const SNAPSHOT: Snapshot = {
  version: 1,
  phase: "results",
  locked: false,
  joined: 12,
  turnout: { round: "after", voted: 12 },
};

test("[Y16] [Y19] the way to the exit tickets stays when one of four that were read is deleted", () => {
  const link = (counted: { exitTickets?: number }) =>
    markupOf(createElement(ExitTicketsLink, { snapshot: { ...SNAPSHOT, ...counted } }));
  for (const exitTickets of [4, 3]) {
    const markup = link({ exitTickets });
    expect(markup).toContain('href="#exit-tickets"');
    expect(markup).toContain(`Exit tickets: ${exitTickets} of 12`);
  }
  expect(link({})).toBe("");
});

test("[V47] [Y19] in an anonymous class the host reads exit tickets once there are four, and no one reads whose they are", () => {
  expect(extentOf("anonymous", "host", "exit")).toBe("four");
  for (const fact of ["exit", "whoseExit"] as const) {
    expect(extentOf("anonymous", "reader", fact)).toBeNull();
    expect(extentOf("anonymous", "nameless", fact)).toBe(fact === "exit" ? "four" : null);
  }
  expect(extentOf("anonymous", "host", "whoseExit")).toBeNull();
});
