/** Where the command line begins. It is plain JavaScript, so that a Node that cannot read the rest says so in one sentence. */
const NEEDED = 26;

if (Number(process.versions.node.split('.')[0]) < NEEDED) {
  process.stderr.write(
    `communique needs Node ${NEEDED} or newer, and this is ${process.versions.node}. ` +
      'Run it as "npx -y pnpm@12 communique …" in the folder of Communiqué, which brings the right one along.\n',
  );
  process.exitCode = 1;
} else {
  await import('../src/cli/main.ts');
}
