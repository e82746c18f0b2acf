"use client";
import { useEffect, useState } from "react";
import { useBackAsks } from "#app/shared/controls/back-button.ts";
import { Later, later, whenIdle } from "#app/shared/loading/later.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { isClosed } from "#debate/rules/phases.ts";

const dialog = later(async () => (await import("#app/student/LeaveDialog.tsx")).LeaveDialog);

/** [F8] Back leaves the room only if that is meant. */
export function Leaving() {
  const { phase } = useSeat().state.snapshot;
  const [state, setState] = useState<"never asked" | "open" | "closed">("never asked");
  useBackAsks(!isClosed(phase), () => setState("open"));
  useEffect(() => whenIdle(() => void dialog.load()), []);
  if (state === "never asked") return null;
  return <Later part={dialog} props={{ open: state === "open", onClose: () => setState("closed") }} />;
}
