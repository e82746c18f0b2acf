"use client";
import { usePathname } from "next/navigation";

/** The id in the address of a debate's pages: a not-found page gets no parameters. */
export const useDebateId = (): string => usePathname().split("/")[2] ?? "";
