import { bareAccessKey, sameInvoiceKey } from './accessKey'
import { all, at, textAt, type XmlElement } from './xmlTree'

/** Cancelled, and cancelled for a substitute. */
const CANCELLING_EVENTS = new Set(['110111', '110112'])
/** Registered and bound to its document, registered without one, and both of them out of time; 101 and 151 before 2012. */
const TAKEN = new Set(['101', '135', '136', '151', '155'])

/**
 * What a file cancels, as keys of the documents; null for a cancellation that names none. An event that SEFAZ refused
 * cancels nothing; one without its answer counts, because nobody asks for a cancellation of a document that stands.
 */
export function cancellationsIn(root: XmlElement): readonly (string | null)[] {
  return [...eventCancellations(root), ...deviceCancellations(root), ...stampCancellations(root)]
}

/** Whether a file cancels a document: one whose key it names, or any where a key is missing on either side. */
export function isCancelledBy(cancelled: readonly (string | null)[], key: string | null): boolean {
  return cancelled.some((about) => about === null || key === null || sameInvoiceKey(about, key))
}

function eventCancellations(root: XmlElement): readonly (string | null)[] {
  const events = [
    ...all(root, 'infEvento').filter((event) =>
      CANCELLING_EVENTS.has(textAt(event, 'tpEvento') ?? '')
    ),
    ...all(root, 'infCanc'),
  ]
  // A refusal may name neither the event nor the document that it was about.
  const answers = [...all(root, 'infEvento'), ...all(root, 'infCanc')].filter(
    (answer) => textAt(answer, 'cStat') !== null
  )
  return [...new Set(events.map(keyOf))].filter((key) => {
    const about = answers.filter((answer) => isCancelledBy([keyOf(answer)], key))
    return about.length === 0 || about.some(isTaken)
  })
}

function isTaken(answer: XmlElement): boolean {
  return TAKEN.has(textAt(answer, 'cStat') ?? '')
}

function keyOf(event: XmlElement): string | null {
  const about = textAt(event, 'chNFe')
  return about === null ? null : bareAccessKey(about)
}

/** The SAT device cancels by a receipt of its own. */
function deviceCancellations(root: XmlElement): readonly (string | null)[] {
  return all(root, 'CFeCanc').map((cancellation) => {
    const about = at(cancellation, 'infCFe')?.attributes.get('chCanc')
    return about ? bareAccessKey(about) : null
  })
}

/** Mexico's answer to a request: 201 cancelled, 202 cancelled before. */
function stampCancellations(root: XmlElement): readonly string[] {
  return all(root, 'Folios')
    .filter((folio) => ['201', '202'].includes(textAt(folio, 'EstatusUUID') ?? ''))
    .flatMap((folio) => textAt(folio, 'UUID') ?? [])
}
