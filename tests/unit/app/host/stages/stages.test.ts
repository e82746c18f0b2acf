import { createElement } from "react";
import { describe, expect, test } from "vitest";
import { CommandsOf } from "#app/host/commands.tsx";
import { MovedPicks } from "#app/host/stages/MovedPicks.tsx";
import { createSimilarFinder, pairOf } from "#app/host/stages/similar-finder.ts";
import type { Live } from "#app/live/live.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal } from "#debate/rules/snapshot.ts";
import { markupOf } from "#tests/support/markup.tsx";

test("[V51] the rebuttals that the step names are offered for the projector with their words, hidden ones are not", () => {
  const rebuttalOf = (id: string, status: Rebuttal["status"]): [string, Rebuttal] => [
    id,
    { id, side: "for", body: `${id} words`, endorsements: 0, status, at: 0, rank: 0 },
  ];
  const rebuttals = new Map([
    rebuttalOf("named", "published"),
    rebuttalOf("hidden", "hidden"),
    rebuttalOf("other", "published"),
  ]);
  const moved = {
    ...{ rebuttals: ["named", "hidden"], answers: [null, null], paragraphs: [], commonGround: [] },
    credits: { rebuttals: [3, 2], paragraphs: [] },
  };
  const picks = createElement(MovedPicks, { moved, rebuttals, wall: undefined });
  const room = { code: "ABC234", role: "host", settings: Settings.parse({}), phase: "results" } as const;
  const markup = markupOf(
    createElement(CommandsOf, { ...{ ...room, live: {} as Live, shown: "moved", children: picks } }),
  );
  expect(markup).toContain("named words");
  expect(markup.match(/<button/gu)).toHaveLength(1);
  expect(markup).not.toMatch(/hidden words|other words/u);
});

const BODY = "The fishing grounds around the islands feed three prefectures.";
const rebuttal = (id: string, more: Partial<Rebuttal> = {}): Rebuttal => ({
  ...{ id, at: 1, rank: 1, side: "for", body: BODY, endorsements: 0, status: "published" },
  ...more,
});
const mapOf = (...all: Rebuttal[]) => new Map(all.map((each) => [each.id, each]));
const NONE: ReadonlySet<string> = new Set();
const named = (groups: Rebuttal[][]) => groups.map((group) => group.map(({ id }) => id));

describe("[R25] similar rebuttals are offered for merging", () => {
  test("in groups of one side, the one that persuaded most first", () => {
    const find = createSimilarFinder();
    const all = mapOf(
      rebuttal("a", { at: 3 }),
      rebuttal("b", { at: 2, body: `${BODY} Really!` }),
      rebuttal("c", { endorsements: 4, at: 9 }),
      rebuttal("waits", { status: "pending", endorsements: 9 }),
      rebuttal("against", { side: "against" }),
      rebuttal("other", { body: "The treaty of 1956 settled two of them already." }),
    );
    expect(named(find(all, NONE))).toEqual([["c", "b", "a", "waits"]]);
  });

  test("not those that were hidden, edited since, or called different", () => {
    const find = createSimilarFinder();
    const both = mapOf(rebuttal("a"), rebuttal("b", { at: 2 }));
    expect(named(find(both, NONE))).toEqual([["a", "b"]]);
    expect(find(mapOf(rebuttal("a"), rebuttal("b", { status: "hidden" })), NONE)).toEqual([]);
    expect(find(both, new Set([pairOf("b", "a")]))).toEqual([]);
    expect(find(mapOf(rebuttal("a"), rebuttal("b", { body: "Something else entirely." })), NONE)).toEqual([]);
    expect(named(find(both, NONE))).toEqual([["a", "b"]]);
  });
});
