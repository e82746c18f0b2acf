import type { ReactNode } from "react";
import { type Seat, SeatContext, type Shown, ShownContext, WaitingContext } from "#app/student/join/seat.ts";
import type { Waiting } from "#app/student/offline/outbox.ts";

type SeatedProps = { seat: Seat; shown: Shown; waiting: readonly Waiting[]; children?: ReactNode };

/** Where views of a seated student stand. */
export function Seated({ seat, shown, waiting, children }: SeatedProps) {
  return (
    <SeatContext value={seat}>
      <ShownContext value={shown}>
        <WaitingContext value={waiting}>{children}</WaitingContext>
      </ShownContext>
    </SeatContext>
  );
}
