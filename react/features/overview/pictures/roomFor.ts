/** Room for the longest of some short texts of 14 px, in px, with what parts it from its neighbour. */
export const roomFor = (texts: string[]) =>
  texts.reduce((most, text) => Math.max(most, text.length), 0) * 8 + 12
