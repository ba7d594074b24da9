/** Reads server-sent events as they arrive. */
export interface StreamReader {
  /** The next event; a heartbeat is one of the name "comment". */
  next(): Promise<{ name: string; data: unknown }>;
  /** The next event that is no heartbeat. */
  nextEvent(): Promise<{ name: string; data: unknown }>;
  /** As a client that goes away. */
  leave(): Promise<void>;
}

export function readEvents(response: Response): StreamReader {
  if (response.body === null) throw new Error('There is no stream');
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  const next = async (): ReturnType<StreamReader['next']> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const block = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        return parse(block);
      }
      const { value, done } = await reader.read();
      if (done) return { name: 'end of stream', data: null };
      buffer += decoder.decode(value, { stream: true });
    }
  };
  return {
    next,
    async nextEvent() {
      for (;;) {
        const event = await next();
        if (event.name !== 'comment') return event;
      }
    },
    leave: async () => reader.cancel(),
  };
}

function parse(block: string): { name: string; data: unknown } {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim();
  const data = field('data') ?? '';
  return { name: field('event') ?? 'comment', data: data === '' ? null : JSON.parse(data) };
}
