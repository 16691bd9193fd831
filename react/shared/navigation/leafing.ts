let isLeafing = false
let isListening = false

function stop() {
  isLeafing = false
}

/**
 * Goes to a neighbour by a single key. Who leafs reads titles: what opens then takes no focus, so that the next key leads
 * on. Whatever the person does next ends it.
 */
export function leaf(go: () => void) {
  if (!isListening) {
    // Before the page's own listeners: a key that leafs ends the leafing before, and begins anew.
    document.addEventListener('keydown', stop, true)
    document.addEventListener('pointerdown', stop, true)
    isListening = true
  }
  isLeafing = true
  go()
}

export function hasLeafed(): boolean {
  return isLeafing
}
