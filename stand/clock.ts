/** What the stand takes for now; `PUT /local/clock` moves it, the workers follow. */
export class Clock {
  offsetMs = 0
  readonly now = (): number => Date.now() + this.offsetMs
}
