/** IBGE's number of each state, as access keys and `cUF` begin with it, and its time zone. */
const STATES: ReadonlyMap<string, { readonly letters: string; readonly zone: string }> = new Map(
  Object.entries({
    11: { letters: 'RO', zone: 'America/Porto_Velho' },
    12: { letters: 'AC', zone: 'America/Rio_Branco' },
    13: { letters: 'AM', zone: 'America/Manaus' },
    14: { letters: 'RR', zone: 'America/Boa_Vista' },
    15: { letters: 'PA', zone: 'America/Belem' },
    16: { letters: 'AP', zone: 'America/Belem' },
    17: { letters: 'TO', zone: 'America/Araguaina' },
    21: { letters: 'MA', zone: 'America/Fortaleza' },
    22: { letters: 'PI', zone: 'America/Fortaleza' },
    23: { letters: 'CE', zone: 'America/Fortaleza' },
    24: { letters: 'RN', zone: 'America/Fortaleza' },
    25: { letters: 'PB', zone: 'America/Fortaleza' },
    26: { letters: 'PE', zone: 'America/Recife' },
    27: { letters: 'AL', zone: 'America/Maceio' },
    28: { letters: 'SE', zone: 'America/Maceio' },
    29: { letters: 'BA', zone: 'America/Bahia' },
    31: { letters: 'MG', zone: 'America/Sao_Paulo' },
    32: { letters: 'ES', zone: 'America/Sao_Paulo' },
    33: { letters: 'RJ', zone: 'America/Sao_Paulo' },
    35: { letters: 'SP', zone: 'America/Sao_Paulo' },
    41: { letters: 'PR', zone: 'America/Sao_Paulo' },
    42: { letters: 'SC', zone: 'America/Sao_Paulo' },
    43: { letters: 'RS', zone: 'America/Sao_Paulo' },
    50: { letters: 'MS', zone: 'America/Campo_Grande' },
    51: { letters: 'MT', zone: 'America/Cuiaba' },
    52: { letters: 'GO', zone: 'America/Sao_Paulo' },
    53: { letters: 'DF', zone: 'America/Sao_Paulo' },
  })
)

export function isState(code: string): boolean {
  return STATES.has(code)
}

/** The zone of the first that names a state, by IBGE's number or by letters: 35 or SP. */
export function zoneOfState(...states: readonly (string | null | undefined)[]): string | null {
  for (const state of states) {
    const zone = zoneOf(state ?? '')
    if (zone !== null) return zone
  }
  return null
}

function zoneOf(state: string): string | null {
  const byLetters = [...STATES.values()].find(({ letters }) => letters === state.toUpperCase())
  return (STATES.get(state) ?? byLetters)?.zone ?? null
}
