"use client";
import { createContext, type ReactNode, useContext } from "react";
import type { OnWall } from "#debate/rules/snapshot.ts";

/** What puts something of the results on the projector; nothing but in the control room. */
const Context = createContext<((what: OnWall) => ReactNode) | null>(null);

export const WallPicksBy = Context.Provider;

export function WallPick({ what }: { what: OnWall }) {
  return useContext(Context)?.(what) ?? null;
}
