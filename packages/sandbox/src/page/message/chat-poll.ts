import type { APIPoll, APIPollAnswer } from 'discord-api-types/payloads/v10';
import { LitElement, html, nothing, type TemplateResult } from 'lit';
import { baseStyle } from '../look/base-style.ts';
import { formatTimestamp } from '../markdown/format-timestamp.ts';
import { pollStyle } from './poll-style.ts';

/**
 * A poll to vote in, and its results after voting, on request and when it is over.
 * The component package's poll can be neither voted in nor reached by keyboard.
 */
export class ChatPoll extends LitElement {
  static override properties = {
    poll: {},
    now: {},
    chosen: { state: true },
    isPeeking: { state: true },
  };
  static override styles = [baseStyle, pollStyle];

  declare poll: APIPoll;
  declare now: Date;
  declare chosen: readonly number[];
  declare isPeeking: boolean;

  constructor() {
    super();
    this.chosen = [];
    this.isPeeking = false;
  }

  override render(): TemplateResult {
    const { poll } = this;
    const isOver = this.#isOver();
    const hasVoted = this.#counts().some(({ me_voted }) => me_voted);
    const isOpen = !isOver && !hasVoted && !this.isPeeking;
    return html`<form @submit=${(event: SubmitEvent) => this.#submit(event)}>
      <fieldset>
        <legend>${poll.question.text ?? ''}</legend>
        ${isOpen ? html`<p>${poll.allow_multiselect ? 'Select one or more answers' : 'Select one answer'}</p>` : nothing}
        ${poll.answers.map((answer) => (isOpen ? this.#renderChoice(answer) : this.#renderResult(answer)))}
      </fieldset>
      <footer>
        <span>${this.#summary(isOver)}</span>
        ${isOver ? nothing : this.#renderActs(hasVoted)}
      </footer>
    </form>`;
  }

  #renderChoice(answer: APIPollAnswer): TemplateResult {
    const { answer_id: id } = answer;
    return html`<label class="answer">
      ${renderText(answer)}
      <input
        type=${this.poll.allow_multiselect ? 'checkbox' : 'radio'}
        name="answer"
        .checked=${this.chosen.includes(id)}
        @change=${(event: Event) => this.#choose(id, event)}
      />
    </label>`;
  }

  #renderResult(answer: APIPollAnswer): TemplateResult {
    const counts = this.#counts();
    const own = counts.find(({ id }) => id === answer.answer_id);
    const count = own?.count ?? 0;
    const share = Math.round((count / Math.max(1, this.#total())) * 100);
    const isMine = own?.me_voted === true;
    return html`<div class="answer result" ?data-mine=${isMine} .style=${`--share: ${share}%`}>
      ${renderText(answer)}
      <span class="count"
        >${isMine ? html`<strong>Your vote</strong> · ` : nothing}${votes(count)} · ${share}%</span
      >
    </div>`;
  }

  #renderActs(hasVoted: boolean): TemplateResult {
    if (hasVoted) return html`<button type="button" @click=${() => this.#vote([])}>Remove vote</button>`;
    const peek = html`<button type="button" @click=${() => (this.isPeeking = !this.isPeeking)}>
      ${this.isPeeking ? 'Go back to vote' : 'Show results'}
    </button>`;
    if (this.isPeeking) return peek;
    return html`${peek}<button type="submit" class="vote" ?disabled=${this.chosen.length === 0}>
        Vote
      </button>`;
  }

  #summary(isOver: boolean): string {
    const total = votes(this.#total());
    if (isOver) return `${total} · Poll closed`;
    const { expiry } = this.poll;
    return expiry === null ? total : `${total} · Ends ${formatTimestamp(new Date(expiry), 'R', this.now)}`;
  }

  #isOver(): boolean {
    const { results, expiry } = this.poll;
    return results?.is_finalized === true || (expiry !== null && Date.parse(expiry) <= this.now.getTime());
  }

  #counts() {
    return this.poll.results?.answer_counts ?? [];
  }

  #total(): number {
    return this.#counts().reduce((total, { count }) => total + count, 0);
  }

  #choose(id: number, event: Event): void {
    const isChosen = event.target instanceof HTMLInputElement && event.target.checked;
    const others = this.poll.allow_multiselect ? this.chosen.filter((each) => each !== id) : [];
    this.chosen = isChosen ? [...others, id] : others;
  }

  #submit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.chosen.length > 0) this.#vote(this.chosen);
  }

  #vote(answerIds: readonly number[]): void {
    this.chosen = [];
    this.dispatchEvent(new CustomEvent('vote', { detail: answerIds }));
  }
}

function renderText({ poll_media: media }: APIPollAnswer): TemplateResult {
  const emoji = media.emoji?.id === undefined || media.emoji.id === null ? media.emoji?.name : undefined;
  return html`<span class="words"
    >${emoji === undefined || emoji === null ? nothing : html`<span class="emoji" aria-hidden="true">${emoji}</span>`}
    ${media.text ?? ''}</span
  >`;
}

function votes(count: number): string {
  return `${count} ${count === 1 ? 'vote' : 'votes'}`;
}
