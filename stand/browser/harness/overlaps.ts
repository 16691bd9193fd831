/** Runs in the page, scrolled to its top. Controls and texts of the page that lie over each other, one line a pair; bars that stick are no part. */
export function overlaps(): string[] {
  const sticks = (element: Element): boolean => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      if (/sticky|fixed/.test(getComputedStyle(at).position)) return true
    }
    return false
  }
  const isHidden = (element: Element): boolean => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      const { visibility, opacity, clip, display } = getComputedStyle(at)
      if (visibility === 'hidden' || opacity === '0' || display === 'none') return true
      if (clip !== 'auto') return true
    }
    return false
  }
  const holdsText = (element: Element): boolean =>
    Array.from(element.childNodes).some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''
    )
  const boxes = Array.from(document.querySelectorAll('main *'))
    .filter(
      (element) => holdsText(element) || element.matches('button, a, input, select, textarea')
    )
    .filter((element) => !isHidden(element) && !sticks(element))
    .map((element) => ({ element, box: element.getBoundingClientRect() }))
    .filter(({ box }) => box.width > 1 && box.height > 1 && box.bottom > 0)
  const say = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 40)}`
  const flaws: string[] = []
  boxes.forEach(({ element: one, box: a }, at) => {
    for (const { element: other, box: b } of boxes.slice(at + 1)) {
      if (one.contains(other) || other.contains(one)) continue
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left)
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top)
      // Lines of text are set closer than the boxes of their letters.
      if (across > 2 && down > 4) flaws.push(`${say(one)} over ${say(other)}`)
    }
  })
  return flaws
}
