import type { ComponentProps } from "react";
import { FlowDiagram } from "#app/results/flow/FlowDiagram.tsx";

type WallFlowProps = Omit<ComponentProps<typeof FlowDiagram>, "size" | "className"> & {
  size?: "wall" | "strip";
};

/** The flow as large as the wall allows; [V36] on a phone in the phone's proportions, so that its words can be read. */
export function WallFlow({ size = "wall", ...props }: WallFlowProps) {
  return (
    <>
      <FlowDiagram {...props} size={size} className="h-full handheld:hidden" />
      <FlowDiagram {...props} size="phone" className="hidden max-w-md handheld:block" />
    </>
  );
}
