// What a field says when it is left, and what an answer brings, moves what stands below it. While a mouse button is down,
// that would take the press away from whatever is being pressed: the button goes down on one thing and comes up on another,
// and nothing is clicked.

let isDown = false
const waiting: Array<() => void> = []

function release() {
  isDown = false
  // The click comes behind the release.
  setTimeout(() => waiting.splice(0).forEach((act) => act()), 0)
}

/** Released where this page could not hear it: outside of the window, or in a menu of the browser. */
function hasBeenReleased({ buttons }: PointerEvent) {
  if (isDown && buttons === 0) release()
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
  document.addEventListener('pointermove', hasBeenReleased, true)
  document.addEventListener('contextmenu', release, true)
  window.addEventListener('blur', release)
}

/** At once, or, where the mouse is pressing something, once that press is through. */
export function afterPress(act: () => void) {
  if (isDown) waiting.push(act)
  else act()
}

/** Answers what came at once, or, where the mouse is pressing something, once that press is through. */
export function onceReleased<T>(came: T): T | Promise<T> {
  return isDown ? new Promise((resolve) => waiting.push(() => resolve(came))) : came
}
