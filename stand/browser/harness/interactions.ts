import type { Person } from './person'

/**
 * Counts what a person does on a page: a press of a control by mouse or key, a drop, the filling of
 * a field (its click and its typing together), a sending key. Reading, Tab and focus count nothing.
 */
export async function countInteractions(person: Person): Promise<{ soFar(): Promise<string[]> }> {
  await person.page.evaluate(watchInteractions)
  return {
    soFar: () => person.page.evaluate(() => (window as unknown as { acts: string[] }).acts),
  }
}

function watchInteractions(): void {
  const acts: string[] = []
  ;(window as unknown as { acts: string[] }).acts = acts
  let filling: EventTarget | null = null
  const isField = (element: Element): boolean =>
    element instanceof HTMLTextAreaElement ||
    element instanceof HTMLSelectElement ||
    (element instanceof HTMLInputElement && !['radio', 'checkbox', 'file'].includes(element.type))
  const act = (what: string, element: Element): void => {
    filling = null
    const name = element.getAttribute('aria-label') ?? element.textContent ?? element.id
    acts.push(`${what} ${name.trim().slice(0, 60)}`)
  }

  // A press of a label arrives a second time at its control; a chosen file is the system's dialog.
  document.addEventListener(
    'click',
    ({ target, isTrusted }) => {
      const control = (target as Element).closest('button, a, input, select, textarea, [role]')
      const isFile = control instanceof HTMLInputElement && control.type === 'file'
      if (!control || isField(control) || (isFile && !isTrusted)) return
      act('press', control)
    },
    true
  )
  document.addEventListener(
    'input',
    ({ target }) => {
      const field = target as Element
      if (!isField(field) || field === filling) return
      act('fill', field)
      filling = field
    },
    true
  )
  document.addEventListener('drop', ({ target }) => act('drop on', target as Element), true)
  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        act('send by key in', event.target as Element)
      }
    },
    true
  )
}
