"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** [V27] Fetches the wall's words in another language, once the host has chosen one. The window stays as it is, also in full screen. */
export function OtherLanguage() {
  const router = useRouter();
  useEffect(() => router.refresh(), [router]);
  return null;
}
