"use client";
import type { ComponentProps } from "react";
import { qrCode } from "#app/shared/LaterQrCode.tsx";
import { Later, later } from "#app/shared/later.tsx";
import type { Snapshot } from "#debate/rules/snapshot.ts";

const reveal = later(async () => (await import("#app/screen/reveal/RevealFace.tsx")).RevealFace);
const chart = later(async () => (await import("#app/screen/reveal/ChartFace.tsx")).ChartFace);

/** Fetches what is drawn once there are results, so that a wall without a network shows it, too. */
export async function loadLaterFaces(): Promise<void> {
  await Promise.all([qrCode.load(), reveal.load(), chart.load()]);
}

/** The parts that a wall begins with. */
export const laterFacesOf = ({ phase, wall }: Snapshot) => [
  qrCode,
  ...(phase === "results" ? [reveal] : []),
  ...(typeof wall === "object" && "chart" in wall ? [chart] : []),
];

export function RevealFace(props: ComponentProps<Awaited<ReturnType<typeof reveal.load>>>) {
  return <Later part={reveal} props={props} />;
}

export function ChartFace(props: ComponentProps<Awaited<ReturnType<typeof chart.load>>>) {
  return <Later part={chart} props={props} />;
}
