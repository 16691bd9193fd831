interface Ordered {
  quantity: number
  removedQuantity: number
}

/** Units that are still wanted: a change of the order may have taken some away that its line still counts. */
export function wantedUnits(lines: readonly Ordered[]): number {
  return lines.reduce((total, line) => total + line.quantity - line.removedQuantity, 0)
}
