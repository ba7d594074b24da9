// The Node packages write `os` and `cpu` as strings, which pnpm ignores:
// without this hook every platform's 100 MB would be installed.
export const hooks = {
  readPackage(manifest) {
    if (/^node-(linux|darwin|win|bin)-/.test(manifest.name ?? '')) {
      for (const field of ['os', 'cpu']) {
        if (typeof manifest[field] === 'string') manifest[field] = [manifest[field]];
      }
    }
    return manifest;
  },
};
