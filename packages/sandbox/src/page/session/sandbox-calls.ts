import type {
  AutocompleteRequest,
  AutocompleteResponse,
  ClockRequest,
  ClockResponse,
  CommandRequest,
  CommandsResponse,
  ComponentRequest,
  DismissRequest,
  InteractionResponse,
  MessagesResponse,
  ModalRequest,
  OverwriteRequest,
  PostRequest,
  PostResponse,
  ReactionRequest,
  SayRequest,
  SayResponse,
  ServerRequest,
  StateResponse,
  ViolationsResponse,
  VoteRequest,
} from '../../people/protocol.ts';

type Fetch = (path: string, init?: RequestInit) => Promise<Response>;

/** The sandbox refused or could not be reached; the message is shown to the person at the page. */
export class SandboxCallError extends Error {
  override name = 'SandboxCallError';
  readonly status: number;

  constructor(message: string, status: number) {
    super(message);
    this.status = status;
  }
}

export type SandboxCalls = ReturnType<typeof createSandboxCalls>;

/** The people API of the sandbox, call by call. */
export function createSandboxCalls(fetch: Fetch) {
  const get = <Answer>(path: string): Promise<Answer> => request<Answer>(fetch, path);
  const post = <Answer>(path: string, body: object): Promise<Answer> => request<Answer>(fetch, path, body);
  return {
    state: () => get<StateResponse>('/sandbox/state'),
    violations: () => get<ViolationsResponse>('/sandbox/violations'),
    messages: (channelId: string, memberId: string, before: string | null) =>
      get<MessagesResponse>(
        `/sandbox/channels/${part(channelId)}/messages?memberId=${part(memberId)}${before === null ? '' : `&before=${part(before)}`}`,
      ),
    commands: (guildId: string, memberId: string, channelId: string) =>
      get<CommandsResponse>(
        `/sandbox/guilds/${part(guildId)}/commands?memberId=${part(memberId)}&channelId=${part(channelId)}`,
      ),
    say: (body: SayRequest) => post<SayResponse>('/sandbox/messages', body),
    autocomplete: (body: AutocompleteRequest) => post<AutocompleteResponse>('/sandbox/autocomplete', body),
    runCommand: (body: CommandRequest) => post<InteractionResponse>('/sandbox/command', body),
    useComponent: (body: ComponentRequest) => post<InteractionResponse>('/sandbox/component', body),
    submitModal: (body: ModalRequest) => post<InteractionResponse>('/sandbox/modal', body),
    dismiss: (body: DismissRequest) => post<object>('/sandbox/ephemeral/dismiss', body),
    react: (body: ReactionRequest) => post<object>('/sandbox/reactions', body),
    vote: (body: VoteRequest) => post<object>('/sandbox/votes', body),
    createPost: (body: PostRequest) => post<PostResponse>('/sandbox/posts', body),
    setOverwrite: (body: OverwriteRequest) => post<object>('/sandbox/overwrites', body),
    changeServer: (body: ServerRequest) => post<object>('/sandbox/servers', body),
    moveClock: (body: ClockRequest) => post<ClockResponse>('/sandbox/clock', body),
  };
}

async function request<Answer>(fetch: Fetch, path: string, body?: object): Promise<Answer> {
  const init: RequestInit | undefined =
    body === undefined
      ? undefined
      : { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const response = await fetch(path, init).catch(() => {
    throw new SandboxCallError('The sandbox does not answer. Is it still running?', 0);
  });
  const answer: unknown = await response.json().catch(() => null);
  if (!response.ok) throw new SandboxCallError(errorText(answer, response.status), response.status);
  // The page and its server are one program and share the types of `people/protocol.ts`.
  return answer as Answer;
}

function errorText(answer: unknown, status: number): string {
  if (
    typeof answer === 'object' &&
    answer !== null &&
    'error' in answer &&
    typeof answer.error === 'string'
  ) {
    return answer.error;
  }
  return `The sandbox answered with status ${status}.`;
}

function part(text: string): string {
  return encodeURIComponent(text);
}
