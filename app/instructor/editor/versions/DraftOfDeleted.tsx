"use client";
import { usePathname } from "next/navigation";
import { EditDesk } from "#app/instructor/editor/EditDesk.tsx";

/** The editor of a debate that was deleted: it shows what this device has kept of it, if anything. */
export function DraftOfDeleted({ by }: { by: string }) {
  const id = usePathname().split("/")[2] ?? "";
  return <EditDesk id={id} by={by} current={null} />;
}
