/** What ids in a message are called, as far as the reader may know. */
export interface Names {
  channel(id: string): { name: string; type: number } | null;
  member(id: string): string | null;
  role(id: string): { name: string; color: number } | null;
  openChannel(id: string): void;
  startCommand(name: string): void;
  /** Milliseconds the sandbox's clock runs ahead of this machine's. */
  clockOffset: number;
}
