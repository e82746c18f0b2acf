"use client";
import { usePathname } from "next/navigation";
import { EditDesk } from "#app/instructor/editor/EditDesk.tsx";
import type { Lost } from "#app/instructor/editor/versions/lost.ts";

/** The editor of a debate that can't be saved any more: it shows what this device has kept of it, if anything. */
export function DraftOfLost({ by, lost }: { by: string; lost: Lost }) {
  const id = usePathname().split("/")[2] ?? "";
  return <EditDesk id={id} by={by} current={null} lost={lost} />;
}
