import { ApplicationCommandOptionType, ComponentType, OverwriteType } from 'discord-api-types/v10';
import {
  array,
  boolean,
  discriminatedUnion,
  int,
  lazy,
  literal,
  maximum,
  maxLength,
  nullable,
  number,
  object,
  optional,
  positive,
  refine,
  regex,
  string,
  union,
  type ZodMiniType,
} from 'zod/mini';
import type { RawOption } from '../people/protocol.ts';
import { isSnowflake } from '../world/snowflakes.ts';

// The shapes of what the page sends; whoever sends it is a stranger. Lengths are bounded, meaning is checked by the people area.

const text = string().check(maxLength(6_000));
const id = string().check(refine(isSnowflake, 'Not an id.'));
const customId = string().check(maxLength(100));
const values = array(text).check(maxLength(25));

const rawOption: ZodMiniType<RawOption> = union([
  object({
    name: text,
    type: literal([ApplicationCommandOptionType.Subcommand, ApplicationCommandOptionType.SubcommandGroup]),
    options: optional(lazy(() => rawOptions)),
  }),
  object({
    name: text,
    type: literal([
      ApplicationCommandOptionType.String,
      ApplicationCommandOptionType.Integer,
      ApplicationCommandOptionType.Boolean,
      ApplicationCommandOptionType.User,
      ApplicationCommandOptionType.Channel,
      ApplicationCommandOptionType.Role,
      ApplicationCommandOptionType.Mentionable,
      ApplicationCommandOptionType.Number,
      ApplicationCommandOptionType.Attachment,
    ]),
    value: union([text, number(), boolean()]),
    focused: optional(boolean()),
  }),
]);
const rawOptions = array(rawOption).check(maxLength(25));

const textInput = object({ type: literal(ComponentType.TextInput), custom_id: customId, value: text });
const field = discriminatedUnion('type', [
  textInput,
  object({ type: literal(ComponentType.StringSelect), custom_id: customId, values }),
  object({ type: literal(ComponentType.UserSelect), custom_id: customId, values }),
  object({ type: literal(ComponentType.RoleSelect), custom_id: customId, values }),
  object({ type: literal(ComponentType.MentionableSelect), custom_id: customId, values }),
  object({ type: literal(ComponentType.ChannelSelect), custom_id: customId, values }),
  object({ type: literal(ComponentType.FileUpload), custom_id: customId, values }),
  object({ type: literal(ComponentType.CheckboxGroup), custom_id: customId, values }),
  object({ type: literal(ComponentType.RadioGroup), custom_id: customId, value: nullable(text) }),
  object({ type: literal(ComponentType.Checkbox), custom_id: customId, value: boolean() }),
]);
const submittedComponent = discriminatedUnion('type', [
  object({ type: literal(ComponentType.Label), component: field }),
  object({ type: literal(ComponentType.ActionRow), components: array(textInput).check(maxLength(5)) }),
  object({ type: literal(ComponentType.TextDisplay) }),
]);

/** Ten files of ten mebibytes are more than a request may have; the act checks each. */
const upload = object({
  id: string().check(maxLength(20)),
  filename: text,
  contentType: text,
  data: string(),
});
const uploads = optional(array(upload).check(maxLength(10)));

export const sayRequest = object({
  memberId: id,
  channelId: id,
  content: text,
  replyTo: optional(id),
  attachments: uploads,
});
export const commandRequest = object({
  memberId: id,
  channelId: id,
  commandId: id,
  options: rawOptions,
  targetId: optional(id),
  attachments: uploads,
});
export const reactionRequest = object({
  memberId: id,
  channelId: id,
  messageId: id,
  emoji: text,
  isSet: boolean(),
});
export const voteRequest = object({
  memberId: id,
  channelId: id,
  messageId: id,
  answerIds: array(int()).check(maxLength(10)),
});
export const postRequest = object({
  memberId: id,
  channelId: id,
  name: text,
  content: text,
  tagIds: array(id).check(maxLength(5)),
});
const bits = string().check(regex(/^\d{1,20}$/));
export const overwriteRequest = object({
  memberId: id,
  channelId: id,
  overwrite: object({
    id,
    type: literal([OverwriteType.Role, OverwriteType.Member]),
    allow: bits,
    deny: bits,
  }),
});
export const serverRequest = object({
  memberId: id,
  guildId: id,
  act: literal(['REMOVE_BOT', 'ADD_BOT', 'BEGIN_OUTAGE', 'END_OUTAGE']),
});
export const componentRequest = object({
  memberId: id,
  channelId: id,
  messageId: id,
  customId,
  componentType: optional(int()),
  values: optional(values),
});
export const modalRequest = object({
  memberId: id,
  interactionId: id,
  customId,
  components: array(submittedComponent).check(maxLength(5)),
  attachments: uploads,
});
export const dismissRequest = object({ memberId: id, messageId: id });

/** A hundred years in milliseconds: beyond that dates stop being dates. */
const LONGEST_JUMP = 100 * 365 * 86_400_000;
export const clockRequest = union([
  object({ advanceMilliseconds: int().check(positive(), maximum(LONGEST_JUMP)) }),
  object({ jump: literal('next-digest') }),
]);
