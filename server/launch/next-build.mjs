// `next build` in a process that ends with the one that started it. [O18]
process.once("disconnect", () => process.exit(1));
if (!process.connected) process.exit(1);
process.channel?.unref(); // an open channel alone does not keep a finished build running
process.argv.push("build");
await import("next/dist/bin/next");
