"use client";
import { later } from "#app/shared/loading/later.tsx";

export const hostParts = later(() => import("#app/results/results-host-parts.ts"));
