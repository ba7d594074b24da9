import { html, nothing, type TemplateResult } from 'lit';
import type { SandboxMessage, SandboxUpload } from '../../people/protocol.ts';
import { icons } from '../look/icons.ts';
import { charactersLeft } from './message-length.ts';

/** Above the field: the message that is replied to. */
export function renderReply(
  message: SandboxMessage | null,
  cancel: () => void,
): TemplateResult | typeof nothing {
  if (message === null) return nothing;
  return html`<p class="extra">
    <span>Replying to <strong>${message.author.global_name ?? message.author.username}</strong></span>
    <button type="button" class="remove" aria-label="Do not reply" @click=${cancel}>${icons.close}</button>
  </p>`;
}

/** Above the field: the files that go along. */
export function renderFiles(
  files: readonly SandboxUpload[],
  remove: (id: string) => void,
): TemplateResult | typeof nothing {
  if (files.length === 0) return nothing;
  return html`<ul class="files" aria-label="Files to send">
    ${files.map(
      ({ id, filename }) =>
        html`<li>
          ${icons.file}<span>${filename}</span>
          <button type="button" class="remove" aria-label="Leave out ${filename}" @click=${() => remove(id)}>
            ${icons.close}
          </button>
        </li>`,
    )}
  </ul>`;
}

/** The button that adds files; the browser's own file field does the work. */
export function renderAttach(attach: (event: Event) => void): TemplateResult {
  return html`<label class="attach" title="Attach files">
    ${icons.plus}<input type="file" multiple aria-label="Attach files" @change=${attach} />
  </label>`;
}

/** In the field: how many characters are left, when there are few. */
export function renderLength(text: string): TemplateResult | typeof nothing {
  const left = charactersLeft(text);
  if (left === null) return nothing;
  return html`<span class="left" ?data-bad=${left < 0} role="status" aria-label="${left} characters left"
    >${left}</span
  >`;
}
