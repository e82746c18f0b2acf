"use client";
import { Tabs } from "@base-ui/react/tabs";

import { useState } from "react";
import { Specimen } from "#app/design/Specimen.tsx";
import { FlowDiagram } from "#app/results/flow/FlowDiagram.tsx";
import { Button } from "#app/shared/controls/Button.tsx";
import { Dialog } from "#app/shared/controls/Dialog.tsx";
import { Field } from "#app/shared/controls/Field.tsx";
import { Card } from "#app/shared/layout/Card.tsx";
import { EmptyState } from "#app/shared/layout/EmptyState.tsx";
import { Stat } from "#app/shared/layout/Stat.tsx";
import { Wordmark } from "#app/shared/layout/Wordmark.tsx";
import { CodeDisplay } from "#app/shared/links/CodeDisplay.tsx";
import { QrCode } from "#app/shared/links/QrCode.tsx";
import { Notice } from "#app/shared/notices/Notice.tsx";
import { PublicationDate } from "#app/shared/text/PublicationDate.tsx";
import { Resolution } from "#app/shared/text/Resolution.tsx";
import { ChoiceButton } from "#app/shared/votes/ChoiceButton.tsx";
import { ChoiceBadge } from "#app/shared/votes/ChoiceMark.tsx";
import { TallyBars } from "#app/shared/votes/TallyBars.tsx";
import { TurnoutRing } from "#app/shared/votes/TurnoutRing.tsx";
import { movement, movesIn } from "#debate/counting/movement.ts";
import { CHOICES, type Choice } from "#debate/rules/choices.ts";

const LONG = "A label that goes on for as long as the longest that anyone has been seen to write on a button";
const WORD = "W".repeat(60);
const JAPANESE = "日本は中国に対してロシアというカードを切ることができる";
const ARABIC = "يمكن لليابان أن تلعب الورقة الروسية ضد الصين";
const NOTICES = ["info", "success", "warning", "error", "offline"] as const;
const VARIANTS = ["primary", "secondary", "quiet", "danger"] as const;
const SIZES = ["small", "normal", "large"] as const;
const TABS = ["read", "argue", "result"] as const;

/** 23 people who voted twice, with a stream between all answers. */
const MOVED = movement(
  movesIn([
    [5, 2, 1],
    [3, 6, 1],
    [2, 2, 1],
  ]),
  "before",
  "after",
);

export function Components() {
  return (
    <>
      <Buttons />
      <Fields />
      <Choices />
      <Specimen name="Tabs">
        <Parts />
      </Specimen>
      <Specimen name="Notices">
        {NOTICES.map((kind) => (
          <Notice key={kind} kind={kind} title={`Of kind ${kind}`}>
            What happened, and what to do now.
          </Notice>
        ))}
        <Notice kind="error">{WORD}</Notice>
      </Specimen>
      <Specimen name="Cards, empty states, dialog">
        <Card>Raised</Card>
        <Card tone="plain">Plain</Card>
        <Card tone="sunken">Sunken</Card>
        <EmptyState title="No sessions yet" action={<Button>Open a session</Button>}>
          <p>The first one takes two minutes.</p>
        </EmptyState>
        <Dialog
          title="Delete this session?"
          description="Votes and rebuttals are deleted with it."
          trigger={<Button>Open a dialog</Button>}
          actions={<Button variant="danger">Delete</Button>}
        />
      </Specimen>
      <Specimen name="Resolution">
        <Resolution as="h2">Japan Could Play the Russia Card Against China</Resolution>
        <Resolution as="h2" size="large">
          {JAPANESE}
        </Resolution>
        <Resolution as="h2" size="small">
          {ARABIC}
        </Resolution>
      </Specimen>
      <Specimen name="Codes and figures">
        <div className="flex flex-wrap items-end gap-6">
          <Wordmark />
          <CodeDisplay code="QJ0KF4" size="large" />
          <QrCode address="https://debate.example.org/s/QJ0KF4" className="size-28" />
          <Stat value="23" label="voted twice" note="of 31" />
          <PublicationDate date="2019-02-28" />
        </div>
      </Specimen>
      <Specimen name="Turnout and tallies">
        <div className="grid max-w-xs gap-4">
          <TurnoutRing voted={23} joined={31} label="23 of 31 have voted" below="/ 31" />
        </div>
        <TallyBars tally={{ for: 12, against: 9, undecided: 2 }} />
        <TallyBars tally={{ for: 0, against: 0, undecided: 0 }} />
      </Specimen>
      <Specimen name="Flow">
        <FlowDiagram movement={MOVED} size="page" />
      </Specimen>
    </>
  );
}

function Buttons() {
  return (
    <Specimen name="Buttons">
      {VARIANTS.map((variant) => (
        <div key={variant} className="flex flex-wrap items-center gap-3">
          {SIZES.map((size) => (
            <Button key={size} variant={variant} size={size}>
              {variant} {size}
            </Button>
          ))}
          <Button variant={variant} disabled>
            Disabled
          </Button>
          <Button variant={variant} pending>
            Pending
          </Button>
        </div>
      ))}
      <Button>{LONG}</Button>
      <Button>{JAPANESE}</Button>
    </Specimen>
  );
}

function Fields() {
  return (
    <Specimen name="Fields">
      <Field label="Name" hint="Only your teacher sees it." optional />
      <Field label="Code" error="No session has this code." defaultValue="QJ0KF5" />
      <Field label="Rebuttal" multiline limit={600} defaultValue={WORD} />
      <Field label="Disabled" disabled defaultValue={JAPANESE} />
    </Specimen>
  );
}

function Choices() {
  const [chosen, choose] = useState<Choice>("for");
  return (
    <Specimen name="Choices">
      {CHOICES.map((choice) => (
        <ChoiceButton
          key={choice}
          choice={choice}
          chosen={choice === chosen}
          pending={choice === "undecided" && choice === chosen}
          onClick={() => choose(choice)}
        />
      ))}
      <p className="flex flex-wrap gap-4">
        {CHOICES.map((choice) => (
          <ChoiceBadge key={choice} choice={choice} />
        ))}
      </p>
    </Specimen>
  );
}

function Parts() {
  return (
    <Tabs.Root defaultValue={TABS[0]}>
      <Tabs.List aria-label="Parts" className="grid grid-cols-3 border-b border-line">
        {TABS.map((name) => (
          <Tabs.Tab
            key={name}
            value={name}
            className="min-h-touch border-b-3 border-transparent font-semibold text-ink-soft aria-selected:border-ink aria-selected:text-ink"
          >
            {name}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {TABS.map((name) => (
        <Tabs.Panel key={name} value={name} className="py-3">
          The part that is called {name}.
        </Tabs.Panel>
      ))}
    </Tabs.Root>
  );
}
