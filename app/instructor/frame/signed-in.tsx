"use client";
import { createContext, type ReactNode, useContext } from "react";

const SignedIn = createContext("");

/** Tells the parts of a page which instructor is signed in. */
export function SignedInAs({ id, children }: { id: string; children: ReactNode }) {
  return <SignedIn value={id}>{children}</SignedIn>;
}

/** The id of the instructor who is signed in. */
export const useSignedIn = (): string => useContext(SignedIn);
