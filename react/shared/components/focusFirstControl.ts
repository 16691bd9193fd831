/** Moves the focus to the first control that a person can see within an element, or to the element itself. */
export function focusFirstControl(id: string) {
  const target = document.getElementById(id)

  if (!target) return
  const control = target.querySelector<HTMLElement>(
    'a[href], button:not([disabled]), input:not([hidden]), select, textarea'
  )

  ;(control || target).focus()
}
