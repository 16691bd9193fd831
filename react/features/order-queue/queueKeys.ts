import { KeyboardEvent } from 'react'

interface Keys {
  onTick: (orderId: string) => void
  onRange: (orderId: string) => void
  onInvoice: (orderId: string) => void
}

const linksIn = (list: Element) =>
  Array.from(list.querySelectorAll<HTMLAnchorElement>('a[data-order]'))

/** Keys of the list, only with the focus on a row's link: elsewhere letters belong to the person. */
export function queueKeys({ onTick, onRange, onInvoice }: Keys) {
  return (event: KeyboardEvent<HTMLElement>) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-order]')
    if (!link || event.ctrlKey || event.metaKey || event.altKey) return
    const orderId = link.getAttribute('data-order') || ''
    const links = linksIn(event.currentTarget)
    const at = links.indexOf(link)
    const move: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: links.length - 1,
    }
    const key = event.key
    if (key in move) {
      const target = links[Math.max(0, Math.min(links.length - 1, move[key]))]
      target.focus()
    } else if (key === 'x') onTick(orderId)
    else if (key === 'X') onRange(orderId)
    else if (key === 'i') onInvoice(orderId)
    else return
    event.preventDefault()
  }
}
