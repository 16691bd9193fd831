const PLACES = [
  '[aria-invalid="true"]',
  '.it-tick input[type="checkbox"]:not(:checked)',
  '.it-error-line[tabindex]',
].join(', ')

/**
 * Puts the focus on the first place of a form at which a problem stands, in reading order.
 * Waits for the drawing: what folds out because of the problem must be there.
 */
export function focusFirstProblem(form: HTMLElement | null) {
  setTimeout(() => {
    const first = form && form.querySelector<HTMLElement>(PLACES)

    if (first) first.focus()
  }, 0)
}
