"use client";
import { useRef } from "react";
import { useSeat, useShown } from "#app/student/join/seat.ts";
import { type Answers, answersTo } from "#app/student/read/answered.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Side } from "#debate/rules/choices.ts";

type BySide = Record<Side, ReadonlyMap<number, Answers>>;
const NONE: BySide = { for: new Map(), against: new Map() };

/**
 * What the class answered of both positions, while they are read: a paragraph is drawn again only when its own counts have changed,
 * and none while another view is shown.
 */
export function useAnswersTo(debate: ReadDebate): BySide {
  const { state } = useSeat();
  const { view } = useShown();
  const last = useRef<{ of: unknown; debate: ReadDebate; found: BySide }>({ of: null, debate, found: NONE });
  const { rebuttals } = state;
  if (view === "read" && (last.current.of !== rebuttals || last.current.debate !== debate)) {
    const found = { ...NONE };
    for (const position of debate.positions) {
      const before = last.current.found[position.side];
      found[position.side] = steady(before, answersTo(position, rebuttals.values()));
    }
    last.current = { of: rebuttals, debate, found };
  }
  return last.current.found;
}

/** The same objects as before where they say the same. */
function steady(
  before: ReadonlyMap<number, Answers>,
  now: ReadonlyMap<number, Answers>,
): ReadonlyMap<number, Answers> {
  const isSame = (one: Answers | undefined, other: Answers) =>
    one?.all === other.all && one.sentences.join() === other.sentences.join();
  const kept = new Map(
    [...now].map(([n, answers]) => {
      const known = before.get(n);
      return [n, known && isSame(known, answers) ? known : answers];
    }),
  );
  return kept.size === before.size && [...kept].every(([n, each]) => before.get(n) === each) ? before : kept;
}
