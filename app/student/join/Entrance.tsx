"use client";
import { useState } from "react";
import { Join, type JoinProps } from "#app/student/join/Join.tsx";
import { Room } from "#app/student/Room.tsx";
import type { SeatedPage } from "#debate/protocol/pages.ts";

/** The way in, and then the room: a class that joins at once does not ask for a page each. */
export function Entrance(props: Omit<JoinProps, "onSeated">) {
  const [seated, setSeated] = useState<SeatedPage | null>(null);
  if (seated === null) return <Join {...props} onSeated={setSeated} />;
  const { seat, ...page } = seated;
  return <Room page={page} seat={seat} refused={null} />;
}
