import { expect, test } from "vitest";
import { countResults } from "#debate/counting/results.ts";
import { totalsOnly } from "#debate/counting/totals.ts";
import type { Choice } from "#debate/rules/choices.ts";
import { ballot, rebuttal, session } from "./classroom.ts";

const CAMPS: readonly Choice[] = [...Array(7).fill("for"), ...Array(6).fill("against"), "undecided"];
const endorsed = (rebuttalId: string, people: number[]) =>
  people.map((person) => ({ participantIds: [`${person}`], rebuttalId }));
const FOR = [0, 1, 2, 3, 4, 5, 6];
const AGAINST = [7, 8, 9, 10, 11, 12];
const input = session({
  positions: [{ side: "for", paragraphs: [{ n: 1 }] }],
  ballots: CAMPS.map((choice, person) => ballot(`${person}`, "before", choice)),
  rebuttals: [
    rebuttal("by For", { participantId: "0", quote: { side: "for", n: 1, exact: "x" } }),
    rebuttal("by Against", { participantId: "7" }),
    rebuttal("of few", { participantId: "13" }),
    rebuttal("of one camp", { participantId: "13" }),
  ],
  endorsements: [
    ...endorsed("by For", [...FOR.slice(1), ...AGAINST]),
    ...endorsed("by Against", [...FOR, ...AGAINST.slice(1)]),
    ...endorsed("of few", [...FOR.slice(0, 4), ...AGAINST.slice(0, 4)]),
    ...endorsed("of one camp", [...FOR, 13]),
  ],
  exposures: endorsed("of few", [4, 11]),
});

test("[K9] the class is told totals, and no figure of a rebuttal or paragraph by camp", () => {
  const { publicCommonGround, ...counted } = countResults(input);
  const told = totalsOnly(counted, publicCommonGround);
  const hidden = { endorsements: null, movers: null };
  for (const each of told.rebuttals)
    expect(each).toMatchObject({ ...hidden, uncamped: null, standing: null, seen: null });
  expect(told.paragraphs).toMatchObject([{ quotes: 1, ...hidden }]);
  expect(told.rebuttals.map(({ id, endorsed: people, credits }) => [id, people, credits])).toEqual([
    ["by Against", 12, 0],
    ["by For", 12, 0],
    ["of few", 8, 0],
    ["of one camp", 7, 0],
  ]);
  expect([told.withheld, counted.withheld]).toEqual([["camps"], []]);
});

test("[K9] figures by camp are withheld where a rebuttal or a credited paragraph has some", () => {
  const counted = countResults(input);
  const withheld = (credits: number) =>
    totalsOnly(
      { ...counted, rebuttals: [], paragraphs: counted.paragraphs.map((each) => ({ ...each, credits })) },
      [],
    ).withheld;
  expect([withheld(0), withheld(1)]).toEqual([[], ["camps"]]);
});

test("[K11] of common ground the class is told what at least five of each camp endorsed, the host all", () => {
  const { publicCommonGround, commonGround } = countResults(input);
  // Their authors voted differently, and stand alike.
  expect(publicCommonGround).toEqual(["by Against", "by For"]);
  expect([...commonGround].sort()).toEqual(["by Against", "by For", "of few"]);
});
