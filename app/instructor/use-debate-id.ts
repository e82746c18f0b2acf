"use client";
import { usePathname } from "next/navigation";

/** The id in the address of a debate's pages, of which one that is not found is told nothing else. */
export const useDebateId = (): string => usePathname().split("/")[2] ?? "";
