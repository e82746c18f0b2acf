// Written by app/icons/generate.mjs: run `npm run icons`. Icons by Lucide (https://lucide.dev), ISC License.
import { icon } from "#app/icons/make-icon.tsx";

export const Archive = /* @__PURE__ */ icon([
  ["rect", { width: "20", height: "5", x: "2", y: "3", rx: "1" }],
  ["path", { d: "M4 8v11a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V8m-10 4h4" }],
]);
export const ArchiveRestore = /* @__PURE__ */ icon([
  ["rect", { width: "20", height: "5", x: "2", y: "3", rx: "1" }],
  ["path", { d: "M4 8v11a2 2 0 0 0 2 2h2M20 8v11a2 2 0 0 1-2 2h-2m-7-6l3-3l3 3m-3-3v9" }],
]);
export const ArrowDown = /* @__PURE__ */ icon([["path", { d: "M12 5v14m7-7l-7 7l-7-7" }]]);
export const ArrowDownUp = /* @__PURE__ */ icon([
  ["path", { d: "m3 16l4 4l4-4m-4 4V4m14 4l-4-4l-4 4m4-4v16" }],
]);
export const ArrowLeft = /* @__PURE__ */ icon([["path", { d: "m12 19l-7-7l7-7m7 7H5" }]]);
export const ArrowLeftRight = /* @__PURE__ */ icon([
  ["path", { d: "M8 3L4 7l4 4M4 7h16m-4 14l4-4l-4-4m4 4H4" }],
]);
export const ArrowRight = /* @__PURE__ */ icon([["path", { d: "M5 12h14m-7-7l7 7l-7 7" }]]);
export const ArrowUp = /* @__PURE__ */ icon([["path", { d: "m5 12l7-7l7 7m-7 7V5" }]]);
export const BellRing = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M10.268 21a2 2 0 0 0 3.464 0M22 8c0-2.3-.8-4.3-2-6M3.262 15.326A1 1 0 0 0 4 17h16a1 1 0 0 0 .74-1.673C19.41 13.956 18 12.499 18 8A6 6 0 0 0 6 8c0 4.499-1.411 5.956-2.738 7.326M4 2C2.8 3.7 2 5.7 2 8",
    },
  ],
]);
export const BookOpen = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M12 5v16m8.001-2A2 2 0 0 0 22 17V5a2 2 0 0 0-1.999-2L16 3.002A5 5 0 0 0 12 5a5 5 0 0 0-4-2H4a2 2 0 0 0-2 2v12a2 2 0 0 0 1.999 2H8a5 5 0 0 1 4 2a5 5 0 0 1 4-2z",
    },
  ],
]);
export const Bookmark = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M17 3a2 2 0 0 1 2 2v15a1 1 0 0 1-1.496.868l-4.512-2.578a2 2 0 0 0-1.984 0l-4.512 2.578A1 1 0 0 1 5 20V5a2 2 0 0 1 2-2z",
    },
  ],
]);
export const CalendarClock = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M16 14v2.2l1.6 1M16 2v3m5 2.338V5a2 2 0 0 0-2-2H5a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h2.338M3 9h5.859M8 2v3",
    },
  ],
  ["circle", { cx: "16", cy: "16", r: "6" }],
]);
export const Cast = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M2 8V6a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-6M2 12a9 9 0 0 1 8 8m-8-4a5 5 0 0 1 4 4m-4 0h.01",
    },
  ],
]);
export const ChartColumn = /* @__PURE__ */ icon([
  ["path", { d: "M3 3v16a2 2 0 0 0 2 2h16m-3-4V9m-5 8V5M8 17v-3" }],
]);
export const Check = /* @__PURE__ */ icon([["path", { d: "M20 6L9 17l-5-5" }]]);
export const ChevronDown = /* @__PURE__ */ icon([["path", { d: "m6 9l6 6l6-6" }]]);
export const ChevronLeft = /* @__PURE__ */ icon([["path", { d: "m15 18l-6-6l6-6" }]]);
export const ChevronRight = /* @__PURE__ */ icon([["path", { d: "m9 18l6-6l-6-6" }]]);
export const ChevronUp = /* @__PURE__ */ icon([["path", { d: "m18 15l-6-6l-6 6" }]]);
export const CircleAlert = /* @__PURE__ */ icon([
  ["circle", { cx: "12", cy: "12", r: "10" }],
  ["path", { d: "M12 8v4m0 4h.01" }],
]);
export const CircleCheck = /* @__PURE__ */ icon([
  ["circle", { cx: "12", cy: "12", r: "10" }],
  ["path", { d: "m16 9l-5.5 5.5L8 12" }],
]);
export const CircleDashed = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M10.1 2.182a10 10 0 0 1 3.8 0m0 19.636a10 10 0 0 1-3.8 0m7.509-18.097a10 10 0 0 1 2.69 2.7M2.182 13.9a10 10 0 0 1 0-3.8m18.097 7.509a10 10 0 0 1-2.7 2.69M21.818 10.1a10 10 0 0 1 0 3.8M3.721 6.391a10 10 0 0 1 2.7-2.69m-.03 16.578a10 10 0 0 1-2.69-2.7",
    },
  ],
]);
export const CircleHelp = /* @__PURE__ */ icon([
  ["circle", { cx: "12", cy: "12", r: "10" }],
  ["path", { d: "M9.09 9a3 3 0 0 1 5.83 1c0 2-3 3-3 3m.08 4h.01" }],
]);
export const CircleUserRound = /* @__PURE__ */ icon([
  ["path", { d: "M17.925 20.056a6 6 0 0 0-11.851.001" }],
  ["circle", { cx: "12", cy: "11", r: "4" }],
  ["circle", { cx: "12", cy: "12", r: "10" }],
]);
export const Clock = /* @__PURE__ */ icon([
  ["circle", { cx: "12", cy: "12", r: "10" }],
  ["path", { d: "M12 6v6l4 2" }],
]);
export const Combine = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M14 3a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1m5-7a1 1 0 0 1 1 1v5a1 1 0 0 1-1 1M7 15l3 3m-3 3l3-3H5a2 2 0 0 1-2-2v-2",
    },
  ],
  ["rect", { width: "7", height: "7", x: "14", y: "14", rx: "1" }],
  ["rect", { width: "7", height: "7", x: "3", y: "3", rx: "1" }],
]);
export const Compass = /* @__PURE__ */ icon([
  ["circle", { cx: "12", cy: "12", r: "10" }],
  [
    "path",
    { d: "m16.24 7.76l-1.804 5.411a2 2 0 0 1-1.265 1.265L7.76 16.24l1.804-5.411a2 2 0 0 1 1.265-1.265z" },
  ],
]);
export const Copy = /* @__PURE__ */ icon([
  ["rect", { width: "14", height: "14", x: "8", y: "8", rx: "2", ry: "2" }],
  ["path", { d: "M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2" }],
]);
export const CopyPlus = /* @__PURE__ */ icon([
  ["path", { d: "M15 12v6m-3-3h6" }],
  ["rect", { width: "14", height: "14", x: "8", y: "8", rx: "2", ry: "2" }],
  ["path", { d: "M4 16c-1.1 0-2-.9-2-2V4c0-1.1.9-2 2-2h10c1.1 0 2 .9 2 2" }],
]);
export const CornerDownRight = /* @__PURE__ */ icon([
  ["path", { d: "m15 10l5 5l-5 5" }],
  ["path", { d: "M4 4v7a4 4 0 0 0 4 4h12" }],
]);
export const DoorClosed = /* @__PURE__ */ icon([
  ["path", { d: "M19 21V5a2 2 0 0 0-2-2H7a2 2 0 0 0-2 2v16m-3 0h20M9 12h.01" }],
]);
export const DoorOpen = /* @__PURE__ */ icon([
  ["path", { d: "M10 21H2m8-18H7a2 2 0 0 0-2 2v16m9-9h.01" }],
  [
    "path",
    { d: "M19 21V5a2 2 0 0 0-1.675-1.974l-6.163-1.013A1 1 0 0 0 10 3v18a1 1 0 0 0 1.124.992zm3 0h-3" },
  ],
]);
export const Download = /* @__PURE__ */ icon([
  ["path", { d: "M12 15V3m9 12v4a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2v-4" }],
  ["path", { d: "m7 10l5 5l5-5" }],
]);
export const Ellipsis = /* @__PURE__ */ icon([
  ["circle", { cx: "12", cy: "12", r: "1" }],
  ["circle", { cx: "19", cy: "12", r: "1" }],
  ["circle", { cx: "5", cy: "12", r: "1" }],
]);
export const ExternalLink = /* @__PURE__ */ icon([
  ["path", { d: "M15 3h6v6m-11 5L21 3m-3 10v6a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V8a2 2 0 0 1 2-2h6" }],
]);
export const Eye = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M2.062 12.348a1 1 0 0 1 0-.696a10.75 10.75 0 0 1 19.876 0a1 1 0 0 1 0 .696a10.75 10.75 0 0 1-19.876 0",
    },
  ],
  ["circle", { cx: "12", cy: "12", r: "3" }],
]);
export const EyeOff = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M10.733 5.076a10.744 10.744 0 0 1 11.205 6.575a1 1 0 0 1 0 .696a10.8 10.8 0 0 1-1.444 2.49m-6.41-.679a3 3 0 0 1-4.242-4.242",
    },
  ],
  [
    "path",
    {
      d: "M17.479 17.499a10.75 10.75 0 0 1-15.417-5.151a1 1 0 0 1 0-.696a10.75 10.75 0 0 1 4.446-5.143M2 2l20 20",
    },
  ],
]);
export const FileInput = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M4 11V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.706.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2v-1",
    },
  ],
  ["path", { d: "M14 2v5a1 1 0 0 0 1 1h5M2 15h10m-3 3l3-3l-3-3" }],
]);
export const FileText = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M6 22a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2h8a2.4 2.4 0 0 1 1.704.706l3.588 3.588A2.4 2.4 0 0 1 20 8v12a2 2 0 0 1-2 2z",
    },
  ],
  ["path", { d: "M14 2v5a1 1 0 0 0 1 1h5M10 9H8m8 4H8m8 4H8" }],
]);
export const Flag = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M4 22V4a1 1 0 0 1 .4-.8A6 6 0 0 1 8 2c3 0 5 2 7.333 2q2 0 3.067-.8A1 1 0 0 1 20 4v10a1 1 0 0 1-.4.8A6 6 0 0 1 16 16c-3 0-5-2-8-2a6 6 0 0 0-4 1.528",
    },
  ],
]);
export const Highlighter = /* @__PURE__ */ icon([
  ["path", { d: "m9 11l-6 6v3h9l3-3" }],
  ["path", { d: "m22 12l-4.6 4.6a2 2 0 0 1-2.8 0l-5.2-5.2a2 2 0 0 1 0-2.8L14 4" }],
]);
export const Hourglass = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M5 22h14M5 2h14m-2 20v-4.172a2 2 0 0 0-.586-1.414L12 12l-4.414 4.414A2 2 0 0 0 7 17.828V22M7 2v4.172a2 2 0 0 0 .586 1.414L12 12l4.414-4.414A2 2 0 0 0 17 6.172V2",
    },
  ],
]);
export const Info = /* @__PURE__ */ icon([
  ["circle", { cx: "12", cy: "12", r: "10" }],
  ["path", { d: "M12 16v-4m0-4h.01" }],
]);
export const KeyRound = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M2.586 17.414A2 2 0 0 0 2 18.828V21a1 1 0 0 0 1 1h3a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h1a1 1 0 0 0 1-1v-1a1 1 0 0 1 1-1h.172a2 2 0 0 0 1.414-.586l.814-.814a6.5 6.5 0 1 0-4-4z",
    },
  ],
  ["circle", { cx: "16.5", cy: "7.5", r: ".5", fill: "currentColor" }],
]);
export const Keyboard = /* @__PURE__ */ icon([
  ["path", { d: "M10 8h.01M12 12h.01M14 8h.01M16 12h.01M18 8h.01M6 8h.01M7 16h10m-9-4h.01" }],
  ["rect", { width: "20", height: "16", x: "2", y: "4", rx: "2" }],
]);
export const Languages = /* @__PURE__ */ icon([
  ["path", { d: "m5 8l6 6m-7 0l6-6l2-3M2 5h12M7 2h1m14 20l-5-10l-5 10m2-4h6" }],
]);
export const Library = /* @__PURE__ */ icon([["path", { d: "m16 6l4 14M12 6v14M8 8v12M4 4v16" }]]);
export const Lightbulb = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M15 14c.2-1 .7-1.7 1.5-2.5c1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5c.7.7 1.3 1.5 1.5 2.5m0 4h6m-5 4h4",
    },
  ],
]);
export const Link2Off = /* @__PURE__ */ icon([
  ["path", { d: "M9 17H7A5 5 0 0 1 7 7m8 0h2a5 5 0 0 1 4 8M8 12h4M2 2l20 20" }],
]);
export const ListChecks = /* @__PURE__ */ icon([
  ["path", { d: "M13 5h8m-8 7h8m-8 7h8M3 17l2 2l4-4M3 7l2 2l4-4" }],
]);
export const LoaderCircle = /* @__PURE__ */ icon([["path", { d: "M21 12a9 9 0 1 1-6.219-8.56" }]]);
export const Lock = /* @__PURE__ */ icon([
  ["rect", { width: "18", height: "11", x: "3", y: "11", rx: "2", ry: "2" }],
  ["path", { d: "M7 11V7a5 5 0 0 1 10 0v4" }],
]);
export const LockOpen = /* @__PURE__ */ icon([
  ["rect", { width: "18", height: "11", x: "3", y: "11", rx: "2", ry: "2" }],
  ["path", { d: "M7 11V7a5 5 0 0 1 9.9-1" }],
]);
export const LogOut = /* @__PURE__ */ icon([
  ["path", { d: "m16 17l5-5l-5-5m5 5H9m0 9H5a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h4" }],
]);
export const Maximize = /* @__PURE__ */ icon([
  [
    "path",
    { d: "M8 3H5a2 2 0 0 0-2 2v3m18 0V5a2 2 0 0 0-2-2h-3M3 16v3a2 2 0 0 0 2 2h3m8 0h3a2 2 0 0 0 2-2v-3" },
  ],
]);
export const MessageSquareQuote = /* @__PURE__ */ icon([
  ["path", { d: "M14 14a2 2 0 0 0 2-2V8h-2" }],
  [
    "path",
    {
      d: "M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2z",
    },
  ],
  ["path", { d: "M8 14a2 2 0 0 0 2-2V8H8" }],
]);
export const MessageSquareText = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M22 17a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 21.286V5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2zM7 11h10M7 15h6M7 7h8",
    },
  ],
]);
export const MessagesSquare = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M16 10a2 2 0 0 1-2 2H6.828a2 2 0 0 0-1.414.586l-2.202 2.202A.71.71 0 0 1 2 14.286V4a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2zm4-1a2 2 0 0 1 2 2v10.286a.71.71 0 0 1-1.212.502l-2.202-2.202A2 2 0 0 0 17.172 19H10a2 2 0 0 1-2-2v-1",
    },
  ],
]);
export const Mic = /* @__PURE__ */ icon([
  ["path", { d: "M12 19v3m7-12v2a7 7 0 0 1-14 0v-2" }],
  ["rect", { width: "6", height: "13", x: "9", y: "2", rx: "3" }],
]);
export const Minus = /* @__PURE__ */ icon([["path", { d: "M5 12h14" }]]);
export const MonitorOff = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M12 17v4m5-4H4a2 2 0 0 1-2-2V5a2 2 0 0 1 1.184-1.826M2 2l20 20M8 21h8M8.656 3H20a2 2 0 0 1 2 2v10a2 2 0 0 1-.293 1.042",
    },
  ],
]);
export const MonitorPlay = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M15.033 9.44a.647.647 0 0 1 0 1.12l-4.065 2.352a.645.645 0 0 1-.968-.56V7.648a.645.645 0 0 1 .967-.56zM12 17v4m-4 0h8",
    },
  ],
  ["rect", { width: "20", height: "14", x: "2", y: "3", rx: "2" }],
]);
export const MonitorX = /* @__PURE__ */ icon([
  ["path", { d: "m14.5 12.5l-5-5m0 5l5-5" }],
  ["rect", { width: "20", height: "14", x: "2", y: "3", rx: "2" }],
  ["path", { d: "M12 17v4m-4 0h8" }],
]);
export const Network = /* @__PURE__ */ icon([
  ["rect", { width: "6", height: "6", x: "16", y: "16", rx: "1" }],
  ["rect", { width: "6", height: "6", x: "2", y: "16", rx: "1" }],
  ["rect", { width: "6", height: "6", x: "9", y: "2", rx: "1" }],
  ["path", { d: "M5 16v-3a1 1 0 0 1 1-1h12a1 1 0 0 1 1 1v3m-7-4V8" }],
]);
export const NotebookPen = /* @__PURE__ */ icon([
  [
    "path",
    { d: "M13.4 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-7.4M2 6h4m-4 4h4m-4 4h4m-4 4h4" },
  ],
  [
    "path",
    {
      d: "M21.378 5.626a1 1 0 1 0-3.004-3.004l-5.01 5.012a2 2 0 0 0-.506.854l-.837 2.87a.5.5 0 0 0 .62.62l2.87-.837a2 2 0 0 0 .854-.506z",
    },
  ],
]);
export const Pause = /* @__PURE__ */ icon([
  ["rect", { width: "5", height: "18", x: "14", y: "3", rx: "1" }],
  ["rect", { width: "5", height: "18", x: "5", y: "3", rx: "1" }],
]);
export const PenLine = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M13 21h8m.174-14.188a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z",
    },
  ],
]);
export const Pencil = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497zM15 5l4 4",
    },
  ],
]);
export const PencilLine = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M13 21h8M15 5l4 4m2.174-2.188a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z",
    },
  ],
]);
export const Play = /* @__PURE__ */ icon([
  ["path", { d: "M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z" }],
]);
export const Plus = /* @__PURE__ */ icon([["path", { d: "M5 12h14m-7-7v14" }]]);
export const Presentation = /* @__PURE__ */ icon([
  ["path", { d: "M2 3h20m-1 0v11a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V3m4 18l5-5l5 5" }],
]);
export const Printer = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M6 18H4a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2h16a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2h-2M6 9V3a1 1 0 0 1 1-1h10a1 1 0 0 1 1 1v6",
    },
  ],
  ["rect", { width: "12", height: "8", x: "6", y: "14", rx: "1" }],
]);
export const QrCode = /* @__PURE__ */ icon([
  ["rect", { width: "5", height: "5", x: "3", y: "3", rx: "1" }],
  ["rect", { width: "5", height: "5", x: "16", y: "3", rx: "1" }],
  ["rect", { width: "5", height: "5", x: "3", y: "16", rx: "1" }],
  [
    "path",
    {
      d: "M21 16h-3a2 2 0 0 0-2 2v3m5 0v.01M12 7v3a2 2 0 0 1-2 2H7m-4 0h.01M12 3h.01M12 16v.01M16 12h1m4 0v.01M12 21v-1",
    },
  ],
]);
export const Quote = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M16 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2a1 1 0 0 1 1 1v1a2 2 0 0 1-2 2a1 1 0 0 0-1 1v2a1 1 0 0 0 1 1a6 6 0 0 0 6-6V5a2 2 0 0 0-2-2zM5 3a2 2 0 0 0-2 2v6a2 2 0 0 0 2 2a1 1 0 0 1 1 1v1a2 2 0 0 1-2 2a1 1 0 0 0-1 1v2a1 1 0 0 0 1 1a6 6 0 0 0 6-6V5a2 2 0 0 0-2-2z",
    },
  ],
]);
export const Redo2 = /* @__PURE__ */ icon([
  ["path", { d: "m15 14l5-5l-5-5" }],
  ["path", { d: "M20 9H9.5A5.5 5.5 0 0 0 4 14.5A5.5 5.5 0 0 0 9.5 20H13" }],
]);
export const Reply = /* @__PURE__ */ icon([
  ["path", { d: "M20 18v-2a4 4 0 0 0-4-4H4" }],
  ["path", { d: "m9 17l-5-5l5-5" }],
]);
export const RotateCcw = /* @__PURE__ */ icon([
  ["path", { d: "M3 12a9 9 0 1 0 9-9a9.75 9.75 0 0 0-6.74 2.74L3 8" }],
  ["path", { d: "M3 3v5h5" }],
]);
export const SaveOff = /* @__PURE__ */ icon([
  ["path", { d: "M13 13H8a1 1 0 0 0-1 1v7m7-13h1m2 13v-4M2 2l20 20" }],
  [
    "path",
    {
      d: "M20.41 20.41A2 2 0 0 1 19 21H5a2 2 0 0 1-2-2V5a2 2 0 0 1 .59-1.41M9 3h6.2a2 2 0 0 1 1.4.6l3.8 3.8a2 2 0 0 1 .6 1.4V15",
    },
  ],
]);
export const Scale = /* @__PURE__ */ icon([
  ["path", { d: "M12 3v18m7-13l3 8a5 5 0 0 1-6 0zV7" }],
  ["path", { d: "M3 7h1a17 17 0 0 0 8-2a17 17 0 0 0 8 2h1M5 8l3 8a5 5 0 0 1-6 0zV7m2 14h10" }],
]);
export const Scissors = /* @__PURE__ */ icon([
  ["circle", { cx: "6", cy: "6", r: "3" }],
  ["path", { d: "M8.12 8.12L12 12m8-8L8.12 15.88" }],
  ["circle", { cx: "6", cy: "18", r: "3" }],
  ["path", { d: "M14.8 14.8L20 20" }],
]);
export const Search = /* @__PURE__ */ icon([
  ["path", { d: "m21 21l-4.34-4.34" }],
  ["circle", { cx: "11", cy: "11", r: "8" }],
]);
export const SearchX = /* @__PURE__ */ icon([
  ["path", { d: "m13.5 8.5l-5 5m0-5l5 5" }],
  ["circle", { cx: "11", cy: "11", r: "8" }],
  ["path", { d: "m21 21l-4.3-4.3" }],
]);
export const Shuffle = /* @__PURE__ */ icon([
  ["path", { d: "m18 14l4 4l-4 4m0-20l4 4l-4 4" }],
  [
    "path",
    {
      d: "M2 18h1.973a4 4 0 0 0 3.3-1.7l5.454-8.6a4 4 0 0 1 3.3-1.7H22M2 6h1.972a4 4 0 0 1 3.6 2.2M22 18h-6.041a4 4 0 0 1-3.3-1.8l-.359-.45",
    },
  ],
]);
export const SlidersHorizontal = /* @__PURE__ */ icon([
  ["path", { d: "M10 5H3m9 14H3M14 3v4m2 10v4m5-9h-9m9 7h-5m5-14h-7m-6 5v4m0-2H3" }],
]);
export const Square = /* @__PURE__ */ icon([
  ["rect", { width: "18", height: "18", x: "3", y: "3", rx: "2" }],
]);
export const Table2 = /* @__PURE__ */ icon([
  ["path", { d: "M3 9h18M9 3v18" }],
  ["rect", { width: "18", height: "18", x: "3", y: "3", rx: "2" }],
]);
export const ThumbsUp = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M15 5.88L14 10h5.83a2 2 0 0 1 1.92 2.56l-2.33 8A2 2 0 0 1 17.5 22H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.76a2 2 0 0 0 1.79-1.11L12 2a3.13 3.13 0 0 1 3 3.88M7 10v12",
    },
  ],
]);
export const Ticket = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M2 9a3 3 0 0 1 0 6v2a2 2 0 0 0 2 2h16a2 2 0 0 0 2-2v-2a3 3 0 0 1 0-6V7a2 2 0 0 0-2-2H4a2 2 0 0 0-2 2Zm11-4v2m0 10v2m0-8v2",
    },
  ],
]);
export const Trash = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M10 11v6m4-6v6m5-11v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M3 6h18M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2",
    },
  ],
]);
export const Trash2 = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M10 11v6m4-6v6m5-11v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M3 6h18M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2",
    },
  ],
]);
export const TriangleAlert = /* @__PURE__ */ icon([
  ["path", { d: "m21.73 18l-8-14a2 2 0 0 0-3.48 0l-8 14A2 2 0 0 0 4 21h16a2 2 0 0 0 1.73-3M12 9v4m0 4h.01" }],
]);
export const Undo2 = /* @__PURE__ */ icon([
  ["path", { d: "M9 14L4 9l5-5" }],
  ["path", { d: "M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11" }],
]);
export const Unplug = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "m19 5l3-3M2 22l3-3m1.3 1.3a2.4 2.4 0 0 0 3.4 0L12 18l-6-6l-2.3 2.3a2.4 2.4 0 0 0 0 3.4Zm1.2-6.8L10 11m.5 5.5L13 14m-1-8l6 6l2.3-2.3a2.4 2.4 0 0 0 0-3.4l-2.6-2.6a2.4 2.4 0 0 0-3.4 0Z",
    },
  ],
]);
export const UserPlus = /* @__PURE__ */ icon([
  ["path", { d: "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2" }],
  ["circle", { cx: "9", cy: "7", r: "4" }],
  ["path", { d: "M19 8v6m3-3h-6" }],
]);
export const UserRound = /* @__PURE__ */ icon([
  ["circle", { cx: "12", cy: "8", r: "5" }],
  ["path", { d: "M20 21a8 8 0 0 0-16 0" }],
]);
export const UserRoundCheck = /* @__PURE__ */ icon([
  ["path", { d: "M2 21a8 8 0 0 1 13.292-6" }],
  ["circle", { cx: "10", cy: "8", r: "5" }],
  ["path", { d: "m16 19l2 2l4-4" }],
]);
export const UserX = /* @__PURE__ */ icon([
  ["path", { d: "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2" }],
  ["circle", { cx: "9", cy: "7", r: "4" }],
  ["path", { d: "m17 8l5 5m0-5l-5 5" }],
]);
export const Users = /* @__PURE__ */ icon([
  [
    "path",
    { d: "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M16 3.128a4 4 0 0 1 0 7.744M22 21v-2a4 4 0 0 0-3-3.87" },
  ],
  ["circle", { cx: "9", cy: "7", r: "4" }],
]);
export const Waves = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M2 6c.6.5 1.2 1 2.5 1C7 7 7 5 9.5 5c2.6 0 2.4 2 5 2c2.5 0 2.5-2 5-2c1.3 0 1.9.5 2.5 1M2 12c.6.5 1.2 1 2.5 1c2.5 0 2.5-2 5-2c2.6 0 2.4 2 5 2c2.5 0 2.5-2 5-2c1.3 0 1.9.5 2.5 1M2 18c.6.5 1.2 1 2.5 1c2.5 0 2.5-2 5-2c2.6 0 2.4 2 5 2c2.5 0 2.5-2 5-2c1.3 0 1.9.5 2.5 1",
    },
  ],
]);
export const WifiOff = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M12 20h.01M8.5 16.429a5 5 0 0 1 7 0M5 12.859a10 10 0 0 1 5.17-2.69m8.83 2.69a10 10 0 0 0-2.007-1.523M2 8.82a15 15 0 0 1 4.177-2.643M22 8.82a15 15 0 0 0-11.288-3.764M2 2l20 20",
    },
  ],
]);
export const X = /* @__PURE__ */ icon([["path", { d: "M18 6L6 18M6 6l12 12" }]]);
