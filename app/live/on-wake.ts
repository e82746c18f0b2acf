/** Runs whenever the page is back in sight or online: a locked phone drops its socket without saying so. Returns what ends that. */
export function onWake(run: () => void): () => void {
  const wake = () => {
    if (document.visibilityState === "visible") run();
  };
  document.addEventListener("visibilitychange", wake);
  window.addEventListener("pageshow", wake);
  window.addEventListener("online", wake);
  return () => {
    document.removeEventListener("visibilitychange", wake);
    window.removeEventListener("pageshow", wake);
    window.removeEventListener("online", wake);
  };
}

/** Runs whenever the browser loses its network. Returns what ends that. */
export function onOffline(run: () => void): () => void {
  window.addEventListener("offline", run);
  return () => window.removeEventListener("offline", run);
}
