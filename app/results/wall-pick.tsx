"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { OnWall } from "#debate/rules/snapshot.ts";

/** What puts something of the results on the projector; nothing but in the control room. */
const Context = createContext<((what: OnWall, words?: string) => ReactNode) | null>(null);

export const WallPicksBy = Context.Provider;

/** `words`: those of a rebuttal, by which screen readers name the button. */
export function WallPick({ what, words }: { what: OnWall; words?: string }) {
  return useContext(Context)?.(what, words) ?? null;
}
