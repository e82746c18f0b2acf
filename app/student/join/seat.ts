"use client";
import { type Context, createContext, use } from "react";
import type { Live } from "#app/live/live.ts";
import type { LiveState } from "#app/live/live-state.ts";
import type { View } from "#app/shared/views-of-phase.ts";
import type { Desk } from "#app/student/offline/desk.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";
import type { Reading } from "#app/student/read/use-debate.ts";
import type { Beside } from "#debate/activities/messages.ts";
import type { ReadDebate } from "#debate/content/versions.ts";
import type { Side } from "#debate/rules/choices.ts";
import type { Identity } from "#debate/rules/session-options.ts";
import type { Settings } from "#debate/rules/settings.ts";
import type { Mine } from "#debate/rules/snapshot.ts";

/** What every view of a seated student needs. What changes as one presses is apart, so that not all views are drawn again then. */
export type Seat = {
  code: string;
  resolution: string;
  identity: Identity;
  settings: Settings;
  live: Live;
  state: LiveState;
  you: Mine;
  desk: Desk;
  debate: ReadDebate | null;
  /** What activities put beside it; nothing as long as that is not known. */
  beside: Beside;
  /** Fetches `beside` anew; false if that failed. */
  askBeside: () => Promise<boolean>;
  /** The debate, or the version that was chosen, could not be fetched; asks again. */
  askAgain: (() => void) | null;
  reading: Reading;
  /** What holds up all that is sent now, as far as one can tell. */
  heldUpBy: HeldUpBy | null;
  /** The same once it has lasted, which is worth a note. */
  heldUpNote: HeldUpBy | null;
  show: (view: View, place?: Place | null) => void;
};

/** Which view is shown, and the paragraph that it was asked to show. */
export type Shown = { view: View; place: Place | null };

export type HeldUpBy = "connection" | "storage";

export type Place = { side: Side; n: number };

export const SeatContext = createContext<Seat | null>(null);
export const WaitingContext = createContext<readonly Waiting[] | null>(null);
export const ShownContext = createContext<Shown | null>(null);

/**
 * Seat and outbox for parts that render only when the phone has time. Not a nested `SeatContext`: React draws again what
 * reads a context with each change of its outermost value.
 */
export const CalmContext = createContext<{ seat: Seat; waiting: readonly Waiting[] } | null>(null);

export const useSeat = (): Seat => use(CalmContext)?.seat ?? within(SeatContext);

/** What this phone has not yet delivered. */
export const useWaiting = (): readonly Waiting[] => use(CalmContext)?.waiting ?? within(WaitingContext);

export const useShown = (): Shown => within(ShownContext);

function within<T>(context: Context<T | null>): T {
  const value = use(context);
  if (value === null) throw new Error("A view of a seated student stands outside of its room.");
  return value;
}
