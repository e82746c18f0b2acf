"use client";
import { EditDesk } from "#app/instructor/editor/EditDesk.tsx";
import type { Lost } from "#app/instructor/editor/versions/lost.ts";
import { useDebateId } from "#app/instructor/use-debate-id.ts";

/** The editor of a debate that can't be saved any more: it shows what this device has kept of it, if anything. */
export function DraftOfLost({ by, lost }: { by: string; lost: Lost }) {
  return <EditDesk id={useDebateId()} by={by} current={null} lost={lost} />;
}
