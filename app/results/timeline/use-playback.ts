import { useEffect, useRef, useState } from "react";

/** How long a session is walked through, in milliseconds. */
const WHOLE = 20_000;
/** Where less motion is wanted, the picture changes this often. */
const CALM = 1_000;

/** Where the walk through `bins` is. It begins at the end, with everything shown. */
export function usePlayback(bins: number) {
  const [place, setPlace] = useState(bins);
  const [isPlaying, setIsPlaying] = useState(false);
  const begun = useRef(0);

  useEffect(() => {
    if (!isPlaying) return;
    const every = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? CALM : 0;
    const [startedAt, from] = [performance.now(), begun.current];
    let [frame, shownAt] = [0, startedAt];
    const step = (now: number) => {
      frame = requestAnimationFrame(step);
      if (now - shownAt < every) return;
      shownAt = now;
      const next = Math.min(bins, from + Math.floor(((now - startedAt) / WHOLE) * bins));
      setPlace(next);
      if (next === bins) setIsPlaying(false);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, bins]);

  return {
    place,
    isPlaying,
    /** Goes on from where it is, at the end from the beginning. */
    toggle() {
      begun.current = place >= bins ? 0 : place;
      setPlace(begun.current);
      setIsPlaying(!isPlaying);
    },
    goTo(to: number) {
      setIsPlaying(false);
      setPlace(Math.max(0, Math.min(bins, to)));
    },
  };
}
