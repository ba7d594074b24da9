/** Loaded before a program that is measured (`--import`): answers its parent's question for what it has used so far. */
process.on('message', (question: unknown) => {
  if (question !== 'use') return;
  const { user, system } = process.cpuUsage();
  const { rss } = process.memoryUsage();
  // Kibibytes on every system but macOS, where they are bytes.
  const peak = process.resourceUsage().maxRSS * (process.platform === 'darwin' ? 1 : 1_024);
  process.send?.({ type: 'use', rss, peak, processorMilliseconds: (user + system) / 1_000 });
});
