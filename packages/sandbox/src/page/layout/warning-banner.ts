import { LitElement, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { SandboxViolation, StateResponse } from '../../people/protocol.ts';
import { baseStyle } from '../look/base-style.ts';
import { icons } from '../look/icons.ts';
import type { Session } from '../session/create-session.ts';
import { warningStyle } from './warning-style.ts';

/** Says when Discord's rules were broken or something asked for that the sandbox does not imitate, and shows what it was. */
export class WarningBanner extends LitElement {
  static override properties = {
    session: {},
    world: {},
    isOpen: { state: true },
    violations: { state: true },
  };
  static override styles = [baseStyle, warningStyle];

  declare session: Session;
  declare world: StateResponse;
  declare isOpen: boolean;
  declare violations: readonly SandboxViolation[];

  constructor() {
    super();
    this.isOpen = false;
    this.violations = [];
  }

  override updated(changed: PropertyValues<this>): void {
    if (this.isOpen && (changed.has('isOpen') || changed.has('world'))) void this.#load();
  }

  override render(): TemplateResult | typeof nothing {
    const summary = summarize(this.world);
    if (summary === '') return nothing;
    const { unhandledRoutes } = this.world;
    return html`<details
      role="alert"
      @toggle=${(event: ToggleEvent) => (this.isOpen = event.newState === 'open')}
    >
      <summary>${icons.warning} ${summary}</summary>
      <div class="list" tabindex="0" role="region" aria-label="What was wrong">
        ${
          unhandledRoutes.length === 0
            ? nothing
            : html`<ul aria-label="Not imitated">
                ${unhandledRoutes.map((route) => html`<li><code>${route}</code></li>`)}
              </ul>`
        }
        ${
          this.violations.length === 0
            ? nothing
            : html`<ul aria-label="Broken rules">
                ${this.violations.map(renderViolation)}
              </ul>`
        }
      </div>
    </details>`;
  }

  async #load(): Promise<void> {
    this.violations = await this.session.loadViolations();
  }
}

function summarize({ violations, unhandledRoutes }: StateResponse): string {
  return [
    violations.bot > 0 ? `The bot broke Discord's rules ${times(violations.bot)}` : '',
    violations.sandbox > 0 ? `The sandbox broke Discord's rules ${times(violations.sandbox)}` : '',
    unhandledRoutes.length > 0
      ? `${unhandledRoutes.length} ${unhandledRoutes.length === 1 ? 'route' : 'routes'} not imitated by the sandbox`
      : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function renderViolation({ at, by, what, rule, source, problems }: SandboxViolation): TemplateResult {
  return html`<li>
    <span class="head"
      ><time datetime=${at}>${new Date(at).toLocaleTimeString()}</time>
      <span class="by">${by === 'BOT' ? 'bot' : 'sandbox'}</span> <code>${what}</code>
      <a href=${source} target="_blank" rel="noreferrer">${rule}</a></span
    >
    ${problems.map((problem) => html`<span class="problem">${problem}</span>`)}
  </li>`;
}

function times(number: number): string {
  return number === 1 ? 'once' : `${number} times`;
}
