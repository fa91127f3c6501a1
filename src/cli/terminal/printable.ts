/** Control characters; line breaks and tabs are white space and are handled before. */
const CONTROL = /\p{Cc}/gu;

/**
 * A text in which no control character is left, so that a document or a question cannot move the cursor or change
 * colours. Each one becomes one character: white space a space, any other U+FFFD; lengths and spans stay as they are.
 */
export function printable(text: string): string {
  return text.replace(CONTROL, (character) => (/\s/.test(character) ? ' ' : '\uFFFD'));
}
