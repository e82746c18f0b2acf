"use client";
import { useState } from "react";
import { Join, type JoinProps } from "#app/student/join/Join.tsx";
import type { Seated } from "#app/student/join/take-seat.ts";
import { Room } from "#app/student/Room.tsx";

/** The way in, and then the room: a class that joins at once does not ask for a page each. */
export function Entrance(props: Omit<JoinProps, "onSeated">) {
  const [seated, setSeated] = useState<Seated | null>(null);
  if (seated === null) return <Join {...props} onSeated={setSeated} />;
  const { seat, ...page } = seated.page;
  return <Room page={page} seat={seat} ticket={seated.ticket} refused={null} />;
}
