const SIGNATURES: readonly (readonly [string, string])[] = [
  ['PK\u0003\u0004', 'a ZIP archive or an office document (.docx, .odt, .epub)'],
  ['PK\u0005\u0006', 'an empty ZIP archive'],
  ['%PDF-', 'a PDF'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old office document (.doc, .xls)'],
  ['\u0089PNG', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u001f\u008b', 'a compressed file (gzip)'],
  ['BZh', 'a compressed file (bzip2)'],
  ['7z\u00bc\u00af', 'a 7-Zip archive'],
  ['Rar!', 'a RAR archive'],
  ['SQLite format 3', 'a database'],
  ['{\\rtf', 'a document in Rich Text Format (.rtf)'],
];

/** What a file is by its first bytes, where that is known and nothing that can be imported; nothing is ever unpacked. */
export function nameBinary(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 16)).toString('latin1');
  return SIGNATURES.find(([signature]) => head.startsWith(signature))?.[1] ?? null;
}
