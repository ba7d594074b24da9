import type {
  APIAllowedMentions,
  APIEmbed,
  APIMessageTopLevelComponent,
  MessageFlags,
  RESTAPIPoll,
} from 'discord-api-types/v10';
import type { AttachmentDraft } from './attachments.ts';

/** What the bodies of create, edit, answer and follow-up have in common, after Discord's specification let them pass. */
export interface MessageBody {
  content?: string | null | undefined;
  embeds?: APIEmbed[] | null | undefined;
  components?: APIMessageTopLevelComponent[] | null | undefined;
  flags?: MessageFlags | null | undefined;
  allowed_mentions?: APIAllowedMentions | null | undefined;
  attachments?: AttachmentDraft[] | null | undefined;
  sticker_ids?: string[] | null | undefined;
  poll?: RESTAPIPoll | null | undefined;
  tts?: boolean | null | undefined;
}

/** Only Create Message knows these. */
export interface NewMessageBody extends MessageBody {
  nonce?: string | number | null | undefined;
  enforce_nonce?: boolean | null | undefined;
  message_reference?: MessageReference | null | undefined;
}

/** The message that a new one answers. */
interface MessageReference {
  message_id: string;
  channel_id?: string | null;
  guild_id?: string | null;
  fail_if_not_exists?: boolean | null;
}
