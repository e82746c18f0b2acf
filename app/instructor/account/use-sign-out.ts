"use client";
import { useState } from "react";
import { useWhy } from "#app/instructor/why.ts";
import { ask } from "#app/shared/ask.ts";
import { toast } from "#app/shared/notices/toast.ts";
import { forgetDrafts } from "#app/shared/storage/drafts.ts";

/** Ends this sign-in, or every one of the account, and leaves nothing of it on this device. */
export function useSignOut(path: "/api/auth/sign-out" | "/api/auth/revoke-sessions") {
  const why = useWhy();
  const [pending, setPending] = useState(false);
  const signOut = async () => {
    if (pending) return;
    setPending(true);
    const reply = await ask("POST", path, {});
    if (reply.ok) {
      forgetDrafts();
      window.location.replace("/sign-in");
      return;
    }
    setPending(false);
    toast.error(why(reply.code));
  };
  return { pending, signOut };
}
