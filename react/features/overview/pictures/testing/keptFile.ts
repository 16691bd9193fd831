/**
 * What the panel gives to the browser as a file, for jsdom keeps none: the address of a Blob is a mark of the page.
 * @shape (press) -> [name, text] of the file that the press gave
 */
export async function keptFile(press: () => void): Promise<[string, string]> {
  const kept: Array<[string, Blob]> = []
  let content: Blob | undefined
  const before = URL.createObjectURL
  URL.createObjectURL = (blob: Blob) => {
    content = blob
    return '#file'
  }
  const onClick = (event: Event) => {
    if (event.target instanceof HTMLAnchorElement && event.target.download && content)
      kept.push([event.target.download, content])
  }
  document.addEventListener('click', onClick)
  try {
    press()
  } finally {
    document.removeEventListener('click', onClick)
    URL.createObjectURL = before
  }
  if (kept.length !== 1) throw new Error(`${kept.length} files were given`)
  const [[name, blob]] = kept
  return [name, await textOf(blob)]
}

function textOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsText(blob)
  })
}
