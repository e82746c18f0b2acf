import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { DesignRow } from "#debate/protocol/answers/export-design.ts";
import {
  BallotRow,
  ComprehensionRow,
  EndorsementRow,
  EventRow,
  ExitRow,
  ExposureRow,
  GuessRow,
  MergedRow,
  PairLineRow,
  PairRow,
  ParagraphRow,
  ParticipantRow,
  PickRow,
  ReadingRow,
  RebuttalRow,
  SpeakingRow,
  SteelmanRatingRow,
  SteelmanRow,
  TABLES,
  type Table,
} from "#debate/protocol/answers/export-tables.ts";

const ROWS = {
  ballots: [BallotRow],
  rebuttals: [RebuttalRow],
  endorsements: EndorsementRow.options,
  exposures: ExposureRow.options,
  participants: [ParticipantRow],
  events: [EventRow],
  comprehension: [ComprehensionRow],
  exit: [ExitRow],
  reading: [ReadingRow],
  speaking: [SpeakingRow],
  pairs: [PairRow],
  pairLines: [PairLineRow],
  steelmen: [SteelmanRow],
  steelmanRatings: [SteelmanRatingRow],
  design: [DesignRow],
  guesses: [GuessRow],
  picks: [PickRow],
  paragraphs: [ParagraphRow],
  merged: [MergedRow],
} as const satisfies Record<Table, readonly { shape: object }[]>;

test.each(TABLES)("docs/data.md has each column of %s, and no other", (table) => {
  const [, section = ""] = readFileSync("docs/data.md", "utf8").split(`\n## ${table}\n`);
  const [ours = ""] = section.split("\n## ");
  const columns = [...ours.matchAll(/^\| `(\w+)` \|/gmu)].map(([, column]) => column);
  expect(columns).toEqual([...new Set(ROWS[table].flatMap(({ shape }) => Object.keys(shape)))]);
});

test("docs/recount.py has at most 235 lines of up to 120 characters, and imports only what comes with Python", () => {
  const lines = readFileSync("docs/recount.py", "utf8").trimEnd().split("\n");
  expect(lines.length).toBeLessThanOrEqual(235);
  expect(lines.filter((line) => line.length > 120)).toEqual([]);
  expect(lines.filter((line) => /^\s*(import|from)\s/u.test(line))).toEqual([
    "import json, math, re, sys",
    "from collections import Counter, defaultdict",
  ]);
});
