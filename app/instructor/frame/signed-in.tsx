"use client";
import { createContext, type ReactNode, useContext, useEffect } from "react";
import { onSignedOutElsewhere } from "#app/shared/storage/drafts.ts";

const SignedIn = createContext("");

/** Tells the parts of a page which instructor is signed in. Signing out in one tab leaves the pages of the others, too. */
export function SignedInAs({ id, children }: { id: string; children: ReactNode }) {
  useEffect(() => onSignedOutElsewhere(id, () => window.location.replace("/sign-in")), [id]);
  return <SignedIn value={id}>{children}</SignedIn>;
}

/** The id of the instructor who is signed in. */
export const useSignedIn = (): string => useContext(SignedIn);
