/** Runs in the page. What is laid out badly, one line each; empty where nothing is. */
export function flawsOfLayout(): string[] {
  const flaws: string[] = []
  const root = document.scrollingElement!
  const width = root.clientWidth
  const describe = (element: Element): string =>
    `<${element.tagName.toLowerCase()} class="${element.className}"> ${(element.textContent ?? '').trim().slice(0, 50)}`
  const isPoint = (element: Element): boolean => {
    const box = element.getBoundingClientRect()
    const isSmall = box.width <= 1 || box.height <= 1
    return isSmall && getComputedStyle(element).display !== 'contents'
  }
  const isHiding = (element: Element): boolean => {
    const { visibility, opacity, overflow } = getComputedStyle(element)
    return (
      visibility === 'hidden' || opacity === '0' || (overflow !== 'visible' && isPoint(element))
    )
  }
  // Asked of what holds an element for each element that it holds.
  const hiding = new Map<Element, boolean>()
  const isHidden = (element: Element | null): boolean => {
    if (!element || element === document.body) return false
    const known = hiding.get(element) ?? (isHiding(element) || isHidden(element.parentElement))
    hiding.set(element, known)
    return known
  }
  // Neither hidden nor, itself or with what holds it, for screen readers only.
  const isSeen = (element: Element): boolean => !isHidden(element) && !isPoint(element)
  const hasWholePlaceholder = (field: HTMLInputElement): boolean => {
    const style = getComputedStyle(field)
    const pen = document.createElement('canvas').getContext('2d')!
    pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
    const room = field.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight)
    return pen.measureText(field.placeholder).width <= room
  }
  const scrollsByItself = (element: Element): boolean => {
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      if (/auto|scroll/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) {
        return true
      }
    }
    return false
  }

  if (root.scrollWidth > width) {
    flaws.push(`scrolls sideways: ${root.scrollWidth} in ${width}`)
  }
  for (const element of Array.from(document.querySelectorAll('main *'))) {
    if (!isSeen(element)) continue
    const text = Array.from(element.childNodes).some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== ''
    )
    if (element instanceof HTMLInputElement && !hasWholePlaceholder(element)) {
      flaws.push(`placeholder cut: ${element.placeholder}`)
    }
    const box = element.getBoundingClientRect()
    const style = getComputedStyle(element)
    const isField = element instanceof HTMLInputElement && element.type === 'datetime-local'
    if (
      (text || isField) &&
      (box.right > width + 1 || box.left < -1) &&
      !scrollsByItself(element)
    ) {
      flaws.push(`beyond the edge: ${describe(element)}`)
    }
    // An order's id in a list is read and compared as one word.
    const isId = element instanceof HTMLAnchorElement && /^[\w-]+-\d\d$/.test(element.innerText)
    if (isId && element.getClientRects().length > 1) flaws.push(`broken: ${describe(element)}`)
    if (!text) continue
    // A font of this machine would make another picture on every machine.
    if (!/^"?Fabriga\b/.test(style.fontFamily) && element.closest('option') === null) {
      flaws.push(`in a font of the machine (${style.fontFamily}): ${describe(element)}`)
    }
    const isCut =
      (style.overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
      (style.overflowY === 'hidden' && element.scrollHeight > element.clientHeight + 2)
    const isOptions = element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
    if (isCut && style.textOverflow !== 'ellipsis' && !isOptions) {
      flaws.push(`cut: ${describe(element)}`)
    }
    const isMoment = element.closest('time') !== null
    if (parseFloat(style.fontSize) < 14 && !isMoment && element.closest('option') === null) {
      flaws.push(`smaller than 14 px (${style.fontSize}): ${describe(element)}`)
    }
  }
  return flaws
}
