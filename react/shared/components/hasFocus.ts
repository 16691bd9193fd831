/** Whether the focus may go into this part of the page: nobody has it, or it is there already. */
export function hasFocus(part: Element | null): boolean {
  const { activeElement, body } = document
  return activeElement === body || Boolean(part && part.contains(activeElement))
}
