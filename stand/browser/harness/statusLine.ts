/** Runs in the page before its own scripts: writes down what the status line says, in `heard`. */
export function hearStatusLine(): void {
  const heard: string[] = []
  ;(window as unknown as { heard: string[] }).heard = heard
  let last = ''
  const listen = (): void => {
    const sentence = document.querySelector('[role=status]')?.textContent ?? ''
    if (sentence === last) return
    last = sentence
    if (sentence !== '') heard.push(sentence)
  }
  new MutationObserver(listen).observe(document, {
    childList: true,
    characterData: true,
    subtree: true,
  })
}
