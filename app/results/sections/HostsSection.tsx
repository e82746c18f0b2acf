"use client";
import type { HOSTS_SECTIONS } from "#app/activities/results.ts";
import type { HostsPart } from "#app/results/sections/hosts-part.ts";
import { WhenSeen } from "#app/results/sections/WhenSeen.tsx";

type HostsSectionProps = HostsPart & { id: (typeof HOSTS_SECTIONS)[number]["id"]; loading: string };

/** What an activity has in the results for the host alone, read once it comes into view. */
export function HostsSection({ id, loading, ...part }: HostsSectionProps) {
  return (
    <WhenSeen loading={loading}>
      {({ HOSTS_PARTS }) => {
        const Part = HOSTS_PARTS[id];
        return <Part {...part} />;
      }}
    </WhenSeen>
  );
}
