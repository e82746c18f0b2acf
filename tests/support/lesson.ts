import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import type { Choice, Round, Side } from "#debate/rules/choices.ts";
import type { Phase } from "#debate/rules/phase-order.ts";
import { canMove, nextPhase } from "#debate/rules/phases.ts";
import type { Quote } from "#debate/rules/rebuttals.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Client } from "#tests/support/client.ts";
import type { GivenSettings } from "#tests/support/settings.ts";

/** The host walks the session to a phase, one move after the other. */
export async function moveTo(host: Client, to: Phase, settings: GivenSettings = {}): Promise<void> {
  const course = Settings.parse(settings);
  for (;;) {
    const { phase, version } = (await host.sync()).session;
    if (phase === to) return;
    const next = canMove(phase, to, course) ? to : nextPhase(phase, course);
    const moved = next && (await host.send("host:phase", { to: next, version }));
    if (!moved?.ok) throw new Error(`from ${phase} to ${to}: ${JSON.stringify(moved)}`);
  }
}

export function ballot(choice: Choice, round: Round = "before", seq = 1) {
  return { round, choice, seq };
}

type Given = {
  id?: string;
  side?: Side;
  body?: string;
  replyTo?: string;
  source?: string;
  quote?: Quote;
};

export function rebuttal(given: Given = {}) {
  return { id: randomUUID(), side: "for" as const, body: "Geography does not bargain.", ...given };
}

export const OK = { ok: true } as const;
export const refused = (code: string) => expect.objectContaining({ ok: false, code });
