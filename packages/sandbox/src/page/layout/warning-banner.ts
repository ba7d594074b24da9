import { LitElement, css, html, nothing, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import type { StateResponse } from '../../people/protocol.ts';
import { icons } from '../look/icons.ts';

/** Says when the bot broke Discord's rules or used something the sandbox does not imitate. */
export class WarningBanner extends LitElement {
  static override properties = { world: {} };
  static override styles = [
    baseStyle,
    css`
      details {
        background: var(--warning-soft);
        color: var(--text);
        font-size: 0.875rem;
      }
      summary {
        align-items: center;
        cursor: pointer;
        display: flex;
        gap: 8px;
        padding: 8px 16px;
      }
      summary:focus-visible {
        outline: 2px solid var(--link);
        outline-offset: -2px;
      }
      svg {
        color: var(--warning);
        flex: none;
      }
      ul {
        font: 0.8125rem var(--mono);
        margin: 0;
        max-height: 120px;
        overflow-y: auto;
        padding: 0 16px 8px 44px;
      }
      p {
        margin: 0;
        padding: 0 16px 8px 44px;
      }
    `,
  ];

  declare world: StateResponse;

  override render(): TemplateResult | typeof nothing {
    const { violations, unhandledRoutes } = this.world;
    if (violations === 0 && unhandledRoutes.length === 0) return nothing;
    const parts = [
      violations > 0 ? `${count(violations, 'request')} broke Discord's rules` : '',
      unhandledRoutes.length > 0
        ? `${count(unhandledRoutes.length, 'route')} not imitated by the sandbox`
        : '',
    ];
    return html`<details role="alert">
      <summary>${icons.warning} ${parts.filter(Boolean).join(' · ')}</summary>
      ${
        violations > 0
          ? html`<p>What was wrong is in the sandbox's log and, per message, under Inspect.</p>`
          : nothing
      }
      ${
        unhandledRoutes.length > 0
          ? html`<ul>
              ${unhandledRoutes.map((route) => html`<li>${route}</li>`)}
            </ul>`
          : nothing
      }
    </details>`;
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
