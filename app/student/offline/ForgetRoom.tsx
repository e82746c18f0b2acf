"use client";
import { useEffect } from "react";
import { forgetRooms } from "#app/shared/storage/saved-room.ts";

/** [W15] Where the server knows no seat in a session, this phone keeps no room of it. */
export function ForgetRoom({ code }: { code: string }) {
  useEffect(() => forgetRooms((each) => each === code), [code]);
  return null;
}
