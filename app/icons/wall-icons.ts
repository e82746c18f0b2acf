// Written by app/icons/generate.mjs: run `npm run icons`. Icons by Lucide (https://lucide.dev), ISC License.
import { icon } from "#app/icons/make-icon.tsx";

export const Hourglass = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M5 22h14M5 2h14m-2 20v-4.172a2 2 0 0 0-.586-1.414L12 12l-4.414 4.414A2 2 0 0 0 7 17.828V22M7 2v4.172a2 2 0 0 0 .586 1.414L12 12l4.414-4.414A2 2 0 0 0 17 6.172V2",
    },
  ],
]);
export const Lock = /* @__PURE__ */ icon([
  ["rect", { width: "18", height: "11", x: "3", y: "11", rx: "2", ry: "2" }],
  ["path", { d: "M7 11V7a5 5 0 0 1 10 0v4" }],
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
export const Users = /* @__PURE__ */ icon([
  [
    "path",
    { d: "M16 21v-2a4 4 0 0 0-4-4H6a4 4 0 0 0-4 4v2M16 3.128a4 4 0 0 1 0 7.744M22 21v-2a4 4 0 0 0-3-3.87" },
  ],
  ["circle", { cx: "9", cy: "7", r: "4" }],
]);
export const WifiOff = /* @__PURE__ */ icon([
  [
    "path",
    {
      d: "M12 20h.01M8.5 16.429a5 5 0 0 1 7 0M5 12.859a10 10 0 0 1 5.17-2.69m8.83 2.69a10 10 0 0 0-2.007-1.523M2 8.82a15 15 0 0 1 4.177-2.643M22 8.82a15 15 0 0 0-11.288-3.764M2 2l20 20",
    },
  ],
]);
