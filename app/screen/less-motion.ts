/** Whether the person at this device asked for less motion. */
export function usesLessMotion(): boolean {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
