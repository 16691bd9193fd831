interface Observer {
  observe(target: Element): void
  disconnect(): void
}
type ObserverClass = new (look: () => void) => Observer

/** Calls `look` whenever the element's size has changed, by a window's where the browser tells nothing better. Answers how to end that. */
export function watchSize(element: Element, look: () => void): () => void {
  const Observer = (window as unknown as { ResizeObserver?: ObserverClass }).ResizeObserver
  if (!Observer) {
    window.addEventListener('resize', look)
    return () => window.removeEventListener('resize', look)
  }
  const observer = new Observer(look)
  observer.observe(element)
  return () => observer.disconnect()
}
