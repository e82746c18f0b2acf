"use client";
import type { ComponentType } from "react";
import { ExitTicketForm } from "#app/activities/exit-ticket/Phone.tsx";
import type { ActivityName } from "#debate/activities/index.ts";

/** Where activities stand on a phone. */
type PhoneParts = {
  name: ActivityName;
  /** Under the results, once they are open. */
  Results?: ComponentType;
};

export const PHONE: readonly PhoneParts[] = [{ name: "exitTicket", Results: ExitTicketForm }];
