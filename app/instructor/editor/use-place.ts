"use client";
import { useState } from "react";
import { ownDraftName } from "#app/shared/storage/drafts.ts";

/** Where a debate is edited: its id, null until the server has it, and what its draft is called. */
type Place = { id: string | null; name: string };

export function usePlace(start: Place, by: string) {
  const [address] = useState(() => window.location.pathname);
  const [{ id, name }, setPlace] = useState<Place>({ id: start.id, name: start.name });
  return {
    ...{ id, name },
    /** It is stored as this debate from now on. `isLeft`: and its page is being left. */
    moveTo: (made: string, isLeft = false) => {
      if (made === id) return;
      setPlace({ id: made, name: ownDraftName(made, by) });
      // Not by the router, which would make the page anew under the hands of its writer; and only while this page is open.
      if (!isLeft && window.location.pathname === address)
        window.history.replaceState(null, "", `/debates/${made}/edit`);
    },
    /** The debate was deleted: the next save stores it as a new one. */
    startAnew: () => setPlace({ id: null, name }),
  };
}
