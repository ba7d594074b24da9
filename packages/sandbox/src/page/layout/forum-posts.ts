import { LitElement, html, nothing, type TemplateResult } from 'lit';
import type { SandboxChannel, SandboxTag } from '../../people/protocol.ts';
import { baseStyle } from '../look/base-style.ts';
import type { Session } from '../session/create-session.ts';
import { forumStyle } from './forum-style.ts';

// Discord's limits: the name of a thread, and a message of a member without a subscription.
const longestName = 100;
const longestMessage = 2000;
const mostTags = 5;

/** A forum: its posts, the pinned one and then the newest first, and a form for a new one. */
export class ForumPosts extends LitElement {
  static override properties = {
    session: {},
    forum: {},
    canPost: {},
    posts: {},
    isWriting: { state: true },
  };
  static override styles = [baseStyle, forumStyle];

  declare session: Session;
  declare forum: SandboxChannel;
  /** Whether the member may write here. */
  declare canPost: boolean;
  declare posts: readonly SandboxChannel[];
  declare isWriting: boolean;

  constructor() {
    super();
    this.canPost = true;
    this.isWriting = false;
  }

  override render(): TemplateResult {
    return html`<div class="scroller">
      <header>
        <h2>${this.forum.name}</h2>
        <button
          type="button"
          class="new"
          aria-expanded=${this.isWriting}
          ?disabled=${!this.canPost}
          @click=${() => void this.#toggle()}
        >
          ${this.isWriting ? 'Close' : 'New post'}
        </button>
      </header>
      ${this.canPost ? nothing : html`<p class="none">You do not have permission to post in this forum.</p>`}
      ${this.isWriting && this.canPost ? this.#renderForm() : nothing}
      ${
        this.posts.length === 0
          ? html`<p class="none">There are no posts yet.</p>`
          : html`<ul aria-label="Posts">
              ${inOrder(this.posts).map((post) => html`<li>${this.#renderPost(post)}</li>`)}
            </ul>`
      }
    </div>`;
  }

  /** What is to be written next is the title. */
  async #toggle(): Promise<void> {
    this.isWriting = !this.isWriting;
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('input[name="name"]')?.focus();
  }

  #renderPost(post: SandboxChannel): TemplateResult {
    const tags = (this.forum.availableTags ?? []).filter(({ id }) => post.appliedTags?.includes(id));
    const count = post.messageCount ?? 0;
    return html`<button
      type="button"
      class="post"
      @click=${() => void this.session.go({ channelId: post.id })}
    >
      ${tags.length === 0 ? nothing : html`<span class="tags">${tags.map(renderTag)}</span>`}
      <strong>${post.name}</strong>
      <small
        >${count}
        ${count === 1 ? 'message' : 'messages'}${
          post.isPinned === true ? ' · pinned' : ''
        }${post.isArchived === true ? ' · archived' : ''}</small
      >
    </button>`;
  }

  #renderForm(): TemplateResult {
    const { availableTags = [] } = this.forum;
    return html`<form @submit=${(event: SubmitEvent) => void this.#submit(event)}>
      <label>Title <input name="name" required maxlength=${longestName} autocomplete="off" /></label>
      <label
        >Message <textarea name="content" required rows="4" maxlength=${longestMessage}></textarea>
      </label>
      ${
        availableTags.length === 0
          ? nothing
          : html`<fieldset>
              <legend>Tags, up to ${mostTags}</legend>
              ${availableTags.map(
                (tag) =>
                  html`<label class="box"
                    ><input type="checkbox" name="tag" value=${tag.id} />${renderTag(tag)}</label
                  >`,
              )}
            </fieldset>`
      }
      <button type="submit" class="new">Post</button>
    </form>`;
  }

  async #submit(event: SubmitEvent): Promise<void> {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const fields = new FormData(event.target);
    const channelId = await this.session.createPost({
      name: textOf(fields.get('name')),
      content: textOf(fields.get('content')),
      tagIds: fields.getAll('tag').map(textOf),
    });
    if (channelId === null) return;
    this.isWriting = false;
    await this.session.go({ channelId });
  }
}

function inOrder(posts: readonly SandboxChannel[]): SandboxChannel[] {
  return posts.toReversed().toSorted((left, right) => Number(right.isPinned) - Number(left.isPinned));
}

function renderTag({ name, emoji }: SandboxTag): TemplateResult {
  return html`<span class="tag"
    >${emoji === null ? nothing : html`<span aria-hidden="true">${emoji}</span> `}${name}</span
  >`;
}

function textOf(value: FormDataEntryValue | null): string {
  return typeof value === 'string' ? value.trim() : '';
}
