"use client";
import { SetUp } from "#app/instructor/account/second-factor/SetUp.tsx";

/** [I39] The setup before anything else. A whole load afterwards, since pages from before knew no sign-in. */
export function SetUpFirst({ email, next }: { email: string; next: string }) {
  return <SetUp email={email} onDone={() => window.location.replace(next)} />;
}
