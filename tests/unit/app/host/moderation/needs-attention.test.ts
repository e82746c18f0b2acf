import { createElement } from "react";
import { expect, test } from "vitest";
import { CommandsOf } from "#app/host/commands.tsx";
import { NeedsAttention } from "#app/host/moderation/NeedsAttention.tsx";
import type { Live } from "#app/live/live.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { markupOf } from "#tests/support/markup.tsx";

function queueOf(count: number): string {
  const waiting = Array.from({ length: count }, (_, at): [string, Rebuttal] => {
    const id = `rebuttal ${at}`;
    return [id, { id, side: "for", body: id, endorsements: 0, status: "pending", at, rank: at }];
  });
  const settings = Settings.parse({});
  const queue = createElement(NeedsAttention, {
    debate: { positions: [] } as unknown as ReadDebate,
    settings,
    approvesFirst: true,
    rebuttals: new Map(waiting),
    elsewhere: { tables: [], bestArguments: 0 },
  });
  const room = { code: "ABC234", role: "host", settings, phase: "rebuttal" } as const;
  const element = createElement(CommandsOf, {
    ...{ ...room, live: {} as Live, shown: undefined, children: queue },
  });
  return markupOf(element);
}

test("[R35] of a long queue the first sixty are drawn, and the rest when asked for", () => {
  const drawn = (markup: string) => markup.match(/<li/gu)?.length;
  const long = queueOf(130);
  expect(drawn(long)).toBe(60);
  expect(long).toContain("rebuttal 59");
  expect(long).not.toContain("rebuttal 60");
  expect(long).toContain("Show 60 more");
  const short = queueOf(60);
  expect(drawn(short)).toBe(60);
  expect(short).not.toContain("more</button>");
});
