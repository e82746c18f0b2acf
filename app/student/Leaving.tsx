"use client";
import { useState } from "react";
import { useBackAsks } from "#app/shared/controls/back-button.ts";
import { Later } from "#app/shared/loading/later.tsx";
import { DialogLoading } from "#app/student/DialogLoading.tsx";
import { useSeat } from "#app/student/join/seat.ts";
import { argue } from "#app/student/later-parts.tsx";
import { isClosed } from "#debate/rules/phases.ts";

/** [F8] Back leaves the room only if that is meant. */
export function Leaving() {
  const { phase } = useSeat().state.snapshot;
  const [state, setState] = useState<"never asked" | "open" | "closed">("never asked");
  useBackAsks(!isClosed(phase), () => setState("open"));
  if (state === "never asked") return null;
  const isOpen = state === "open";
  const close = () => setState("closed");
  return (
    <Later of={argue} fallback={<DialogLoading of={argue} open={isOpen} onClose={close} />}>
      {({ LeaveDialog }) => <LeaveDialog open={isOpen} onClose={close} />}
    </Later>
  );
}
