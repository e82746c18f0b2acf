"use client";
import { createContext, use } from "react";
import type { Live } from "#app/live/live.ts";
import type { LiveState } from "#app/live/live-state.ts";
import type { View } from "#app/shared/views-of-phase.ts";
import type { Desk } from "#app/student/offline/desk.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import type { Reading } from "#app/student/read/use-debate.ts";
import type { ClassQuestion } from "#debate/content/questions.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Mine } from "#debate/rules/snapshot.ts";

/** What every view of a seated student needs. */
export type Seat = {
  code: string;
  resolution: string;
  identity: Identity;
  settings: Settings;
  live: Live;
  state: LiveState;
  you: Mine;
  desk: Desk;
  waiting: readonly Waiting[];
  debate: ReadDebate | null;
  /** [Y4] Those on the positions; null where none are asked, or as long as they are not known. */
  questions: readonly ClassQuestion[] | null;
  /** Fetches what is right; false where that failed. */
  askAnswers: () => Promise<boolean>;
  /** The debate, the version that was chosen, or the questions could not be fetched; asks again. */
  askAgain: (() => void) | null;
  reading: Reading;
  /** What holds up all that is sent now, as far as one can tell. */
  heldUpBy: HeldUpBy | null;
  /** The same once it has lasted, which is worth a note. */
  heldUpNote: HeldUpBy | null;
  view: View;
  show: (view: View, place?: Place | null) => void;
  /** The paragraph that the reading view was asked to show. */
  place: Place | null;
};

export type HeldUpBy = "connection" | "storage";

export type Place = { side: Side; n: number };

export const SeatContext = createContext<Seat | null>(null);

export function useSeat(): Seat {
  const seat = use(SeatContext);
  if (!seat) throw new Error("A view of a seated student stands outside of its room.");
  return seat;
}
