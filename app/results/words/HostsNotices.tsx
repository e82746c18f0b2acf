"use client";
import { hostParts } from "#app/results/later-results.ts";
import { LaterNotices } from "#app/shared/notices/LaterNotices.tsx";

/** Where a page that others read, too, says what the host did. */
export const HostsNotices = () => <LaterNotices of={hostParts} />;
