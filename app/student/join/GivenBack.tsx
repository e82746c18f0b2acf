"use client";
import { useEffect } from "react";
import { ASK_AGAIN } from "#app/live/after-refusal.ts";
import { type LiveSocket, makeSocket } from "#app/live/live-socket.ts";
import { onWake } from "#app/live/on-wake.ts";

/** [J2] Opens the room once the host has given the seat back. */
export function GivenBack({ code }: { code: string }) {
  useEffect(() => {
    let isOver = false;
    let socket: LiveSocket | undefined;
    const ask = () => {
      if (!isOver) socket?.connect();
    };
    void makeSocket(() => ({ code, as: "student" }), "student").then((made) => {
      socket = made;
      made.on("connect", () => window.location.reload());
      ask();
    });
    const timer = setInterval(ask, (ASK_AGAIN + Math.random()) * 1_000);
    const endWatch = onWake(ask);
    return () => {
      isOver = true;
      clearInterval(timer);
      endWatch();
      socket?.disconnect();
    };
  }, [code]);
  return null;
}
