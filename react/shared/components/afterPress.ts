// What a field says when it is left moves what stands below it. While a mouse button is down, that would take the press
// away from whatever is being pressed: the button goes down on one thing and comes up on another.

let isDown = false
const waiting: (() => void)[] = []

function release() {
  isDown = false
  // The click comes behind the release.
  setTimeout(() => waiting.splice(0).forEach((act) => act()), 0)
}

if (typeof document !== 'undefined') {
  document.addEventListener(
    'pointerdown',
    () => {
      isDown = true
    },
    true
  )
  document.addEventListener('pointerup', release, true)
  document.addEventListener('pointercancel', release, true)
}

/** At once, or, where the mouse is pressing something, once that press is through. */
export function afterPress(act: () => void) {
  if (isDown) waiting.push(act)
  else act()
}
