"use client";
import { useEffect, useState } from "react";

/** True once a picture has been painted in which it already was; false at once. Not deferred by React, which waits for all else that is. */
export function useAfterPaint(isNow: boolean): boolean {
  const [isPainted, setPainted] = useState(false);
  useEffect(() => {
    if (!isNow) return setPainted(false);
    let after: ReturnType<typeof setTimeout>;
    // What a frame calls runs before it is painted, and a task that begins there after it.
    const frame = requestAnimationFrame(() => {
      after = setTimeout(() => setPainted(true));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(after);
    };
  }, [isNow]);
  return isNow && isPainted;
}
