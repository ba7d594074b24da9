import { html, type TemplateResult } from 'lit';

/** The words of Discord's client. */
export const noPermission = 'You do not have permission to send messages in this channel.';

/** The field of somebody who may neither write nor use a command in the channel. */
export function renderNoPermission(placeName: string): TemplateResult {
  return html`<div class="box">
    <textarea disabled rows="1" aria-label="Message ${placeName}" placeholder=${noPermission}></textarea>
  </div>`;
}
