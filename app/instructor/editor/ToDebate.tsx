"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { DeskSkeleton } from "#app/instructor/editor/DeskSkeleton.tsx";

/** [I19] With nothing of theirs to keep, a colleague who may only read a debate is shown its page. */
export function ToDebate({ id }: { id: string }) {
  const router = useRouter();
  useEffect(() => router.replace(`/debates/${id}`), [router, id]);
  return <DeskSkeleton />;
}
