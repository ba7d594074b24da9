import type { SandboxEvent } from '../../people/protocol.ts';

export interface EventFollower {
  close(): void;
}

interface FollowOptions {
  memberId: string;
  openEvents(path: string): EventSource;
  /** After every (re)connection: what happened in between was missed and must be fetched. */
  onOpen(): void;
  onLost(): void;
  /** What has happened since the last call, in order. */
  onEvents(events: readonly SandboxEvent[]): void;
}

// About as often as a screen shows something new: whoever draws after each of a thousand events does nothing else.
const togetherMilliseconds = 16;
const firstRetryMilliseconds = 500;
const longestRetryMilliseconds = 4000;

/** Follows a member's events and comes back after every break. */
export function followEvents(options: FollowOptions): EventFollower {
  let retry = firstRetryMilliseconds;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | undefined;
  let heard: SandboxEvent[] = [];
  let telling: ReturnType<typeof setTimeout> | undefined;

  function tell(): void {
    telling = undefined;
    const events = heard;
    heard = [];
    options.onEvents(events);
  }

  function open(): void {
    source = options.openEvents(`/sandbox/events?memberId=${encodeURIComponent(options.memberId)}`);
    source.addEventListener('open', () => {
      retry = firstRetryMilliseconds;
      options.onOpen();
    });
    source.addEventListener('error', lose);
    source.addEventListener('message', ({ data }: MessageEvent<string>) => {
      // Sent by the page's own server, typed in `people/protocol.ts`.
      heard.push(JSON.parse(data) as SandboxEvent);
      telling ??= setTimeout(tell, togetherMilliseconds);
    });
  }

  // The browser's own retry gives up for good on an HTTP error, so every retry is made here.
  function lose(): void {
    source?.close();
    options.onLost();
    clearTimeout(timer);
    timer = setTimeout(open, retry);
    retry = Math.min(retry * 2, longestRetryMilliseconds);
  }

  open();
  return {
    close() {
      clearTimeout(timer);
      clearTimeout(telling);
      source?.close();
    },
  };
}
