"use client";
import { useState } from "react";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { countUnsaved, forgetDrafts } from "#app/shared/storage/drafts.ts";

/**
 * Ends this sign-in, or every one of the account, and leaves nothing of it on this device. [D12] Asks first where that deletes
 * something unsaved: `question` is for SignOutQuestion.
 */
export function useSignOut(path: "/api/auth/sign-out" | "/api/auth/revoke-sessions", by: string) {
  const why = useWhy();
  const [pending, setPending] = useState(false);
  const [unsaved, setUnsaved] = useState(0);
  const [open, setOpen] = useState(false);
  const leave = async (wasAsked: boolean) => {
    if (pending) return;
    setPending(true);
    const reply = await ask("POST", path, {});
    if (reply.ok) {
      forgetDrafts(by, { wasAsked });
      window.location.replace("/sign-in");
      return;
    }
    setPending(false);
    setOpen(false);
    toast.error(why(reply.code));
  };
  const signOut = () => {
    const found = countUnsaved(by);
    if (found === 0) return void leave(false);
    setUnsaved(found);
    setOpen(true);
  };
  return {
    pending,
    signOut,
    question: { unsaved, open, pending, onStay: () => setOpen(false), onLeave: () => leave(true) },
  };
}
