import { z } from 'zod';

/*
 * components/reference.mdx of Discord's documentation: the components of messages that the renderer draws. Whatever is not
 * named here, a type or a field, is an error: a picture must not leave out what a reader would see.
 */

/** Fields that are not seen. */
const unseen = { id: z.int().optional() };

const emoji = z.strictObject({ name: z.string() });

const button = z.strictObject({
  ...unseen,
  type: z.literal(2),
  /** "Button Styles": primary, secondary, success, danger, link. */
  style: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
  label: z.string().optional(),
  emoji: emoji.optional(),
  custom_id: z.string().optional(),
  url: z.url().optional(),
  disabled: z.boolean().optional(),
});

const select = z.strictObject({
  ...unseen,
  /** "String Select". */
  type: z.literal(3),
  custom_id: z.string(),
  options: z.array(
    z.strictObject({
      label: z.string(),
      value: z.string(),
      description: z.string().optional(),
      emoji: emoji.optional(),
      default: z.boolean().optional(),
    }),
  ),
  placeholder: z.string().optional(),
  min_values: z.int().optional(),
  max_values: z.int().optional(),
  disabled: z.boolean().optional(),
});

const actionRow = z.strictObject({
  ...unseen,
  type: z.literal(1),
  components: z.array(z.discriminatedUnion('type', [button, select])).min(1),
});

const textDisplay = z.strictObject({ ...unseen, type: z.literal(10), content: z.string().min(1) });

const section = z.strictObject({
  ...unseen,
  type: z.literal(9),
  components: z.array(textDisplay).min(1).max(3),
  accessory: button,
});

const file = z.strictObject({
  ...unseen,
  type: z.literal(13),
  file: z.strictObject({ url: z.string().startsWith('attachment://') }),
  spoiler: z.literal(false).optional(),
});

const separator = z.strictObject({
  ...unseen,
  type: z.literal(14),
  divider: z.boolean().default(true),
  /** 1 is small, 2 large. */
  spacing: z.union([z.literal(1), z.literal(2)]).default(1),
});

const container = z.strictObject({
  ...unseen,
  type: z.literal(17),
  components: z.array(z.discriminatedUnion('type', [actionRow, section, textDisplay, file, separator])).min(1),
  /** 0xRRGGBB. */
  accent_color: z.int().min(0).max(0xff_ff_ff).nullish(),
  spoiler: z.literal(false).optional(),
});

const component = z.discriminatedUnion('type', [actionRow, section, textDisplay, file, separator, container]);

/** A component that may stand at the top of a message, or in a container. */
export type TopComponent = z.infer<typeof component>;
export type ActionRow = z.infer<typeof actionRow>;
export type Button = z.infer<typeof button>;
export type Select = z.infer<typeof select>;

/** Reads the components of a message as they went over the wire. @throws Error that names what is unknown, and where */
export function readComponents(components: unknown): readonly TopComponent[] {
  const read = z.array(component).min(1).safeParse(components);
  if (read.success) return read.data;
  throw new Error(`The renderer does not know these components:\n${z.prettifyError(read.error)}`);
}
