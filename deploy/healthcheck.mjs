// Whether the server in this container should get requests. Without Redis it still stores, so it must not be restarted for that.
const { PORT = "3000" } = process.env;
try {
  const answer = await fetch(`http://127.0.0.1:${PORT}/readyz`);
  const { ok, failing } = await answer.json();
  process.exit(ok || String(failing) === "redis" ? 0 : 1);
} catch {
  process.exit(1);
}
