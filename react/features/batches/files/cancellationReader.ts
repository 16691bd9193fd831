/** Cancelled, and cancelled for a substitute; as the service has it (node/domain/fiscal/cancellations.ts). */
const CANCELLING_EVENTS = ['110111', '110112']
/** The tax office took it, with or without its document, in time or out of it. */
const TAKEN = ['101', '135', '136', '151', '155']

interface Event {
  isRequest: boolean
  key: string
  answer: string | null
}

/** Hears the elements of a document in turn, and says which documents it cancels. */
export class CancellationReader {
  private readonly events: Event[] = []
  private current: Event | null = null

  open(name: string): void {
    if (name !== 'infEvento' && name !== 'infCanc') return
    this.current = { isRequest: name === 'infCanc', key: '', answer: null }
    this.events.push(this.current)
  }

  close(name: string, text: string): void {
    const event = this.current

    if (!event) return
    if (name === 'tpEvento') event.isRequest = CANCELLING_EVENTS.indexOf(text) >= 0
    else if (name === 'chNFe') event.key = text.replace(/\D/g, '')
    else if (name === 'cStat') event.answer = text
    else if (name === 'infEvento' || name === 'infCanc') this.current = null
  }

  /** What was refused cancels nothing; one without its answer counts: nobody asks for it while the document stands. */
  keys(): string[] {
    const answers = this.events.filter(({ answer }) => answer !== null)
    const asked = this.events.filter(({ isRequest, key }) => isRequest && key !== '')

    return asked
      .map(({ key }) => key)
      .filter((key, at, keys) => keys.indexOf(key) === at)
      .filter((key) => {
        const about = answers.filter((one) => one.key === '' || one.key === key)

        return about.length === 0 || about.some(({ answer }) => TAKEN.indexOf(answer || '') >= 0)
      })
  }
}
