"use client";
import { createElement } from "react";
import type { HOSTS_PARTS } from "#app/activities/results-later.ts";
import type { HostsPart } from "#app/results/sections/hosts-part.ts";
import { WhenSeen } from "#app/results/sections/WhenSeen.tsx";

type HostsSectionProps = HostsPart & { part: keyof typeof HOSTS_PARTS; loading: string };

/** What an activity has in the results for the host alone, read once it comes into view. */
export function HostsSection({ part, loading, ...props }: HostsSectionProps) {
  return (
    <WhenSeen loading={loading}>{({ HOSTS_PARTS }) => createElement(HOSTS_PARTS[part], props)}</WhenSeen>
  );
}
