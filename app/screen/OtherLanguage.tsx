"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** [V27] Fetches the wall's words in the language that the host chose, without loading the page again, which would end full screen. */
export function OtherLanguage() {
  const router = useRouter();
  useEffect(() => router.refresh(), [router]);
  return null;
}
