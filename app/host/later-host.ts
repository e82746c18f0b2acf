"use client";
import { later } from "#app/shared/loading/later.tsx";

export const hostParts = later(() => import("#app/host/host-parts.ts"));
