"use client";
import { later } from "#app/shared/loading/later.tsx";

export const reveal = later(() => import("#app/screen/reveal-faces.ts"));
