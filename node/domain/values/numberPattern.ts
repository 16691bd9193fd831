/**
 * One piece of a pattern: a sign, \d and its kin, an escaped sign, a set, a group, an anchor, a choice, a count. What is
 * not here is left out on purpose: look-around, back references, named groups, \b, \u. The panel runs patterns with a
 * matcher of its own that knows exactly these (react/shared/tracking/numberPattern.ts): a browser's own takes exponential
 * time over some of them, and a settings page must not be able to stop everybody's forms.
 */
const PIECE =
  /\\[dDwWsS]|\\[^A-Za-z0-9]|\[\^?(?:\\[dDwWsS]|\\[^A-Za-z0-9]|[^\]\\])+\]|\((?:\?:|(?!\?))|[)|^$.]|[?*+]\??|\{\d{1,3}(?:,\d{0,3})?\}\??|[^\\()[\]{}?*+|^$.]/g

/** Whether the panel can run it: a regular expression, and nothing in it but pieces. */
export function isNumberPattern(text: string): boolean {
  if (text.replace(PIECE, '') !== '') return false
  try {
    return new RegExp(text) instanceof RegExp
  } catch {
    return false
  }
}
