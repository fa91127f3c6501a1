/** Ids of Discord have 17 to 20 digits; numbers of identity cards 17 or 18. Nothing that a question is about is so long. */
const LONG_NUMBER = /\d{15,}/g;
/** PostgreSQL takes no zero character, SQLite cuts the text there, and neither keeps half of a surrogate pair. */
const NOT_STORABLE = /\0|\p{Surrogate}/gu;

/** A text of a user as it may be stored: numbers that may be the id of somebody become …, unstorable characters U+FFFD. */
export function storableText(text: string): string {
  return text.replace(NOT_STORABLE, '\ufffd').replace(LONG_NUMBER, '…');
}
