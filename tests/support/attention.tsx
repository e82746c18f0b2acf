import { CommandsOf } from "#app/host/commands.tsx";
import { NeedsAttention } from "#app/host/moderation/NeedsAttention.tsx";
import { waitingElsewhere } from "#app/host/moderation/waiting-elsewhere.ts";
import { RealNames } from "#app/host/real-names.ts";
import type { Live } from "#app/live/live.ts";
import { debateForClass } from "#debate/content/versions.ts";
import { Settings } from "#debate/rules/settings.ts";
import type { Rebuttal, Seat, Snapshot } from "#debate/rules/snapshot.ts";
import { BUILT_IN_DEBATE } from "#tests/support/library.ts";
import { markupOf } from "#tests/support/markup.tsx";

type Room = {
  rebuttals?: readonly Rebuttal[];
  snapshot?: Partial<Snapshot>;
  seats?: readonly Seat[];
  role?: "host" | "assistant";
  realNames?: ReadonlyMap<string, string>;
};

/** "Needs attention" as the control room draws it. */
export function attentionIn({ rebuttals = [], snapshot, seats, role = "host", realNames }: Room): string {
  const phase = snapshot?.phase ?? "rebuttal";
  const room = {
    code: "ABC234",
    role,
    settings: Settings.parse({}),
    phase,
    live: {} as Live,
    shown: undefined,
  };
  return markupOf(
    <CommandsOf {...room}>
      <RealNames value={realNames ?? new Map()}>
        <NeedsAttention
          debate={debateForClass(BUILT_IN_DEBATE)}
          approvesFirst
          rebuttals={new Map(rebuttals.map((each) => [each.id, each]))}
          elsewhere={waitingElsewhere({ ...snapshot, phase }, seats)}
        />
      </RealNames>
    </CommandsOf>,
  );
}
