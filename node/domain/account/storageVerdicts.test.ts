import fc from 'fast-check'
import {
  judgeAbsence,
  judgeConditionalWrite,
  judgeReadAfterWrite,
  type WriterRound,
} from './storageVerdicts'

describe('two writers under one If-Match', () => {
  const won = (status: number, winner = 0): WriterRound => ({
    answers: winner === 0 ? ['saved', status] : [status, 'saved'],
    holds: winner,
  })

  it.each([409, 412])(
    'pass where one wins and the other is answered %d, which is said',
    (status) => {
      const { verdict, detail } = judgeConditionalWrite([won(status), won(status, 1)])
      expect(verdict).toBe('PASSED')
      expect(detail).toContain(
        `2 of 2 rounds one of two writers won and the other was answered ${status}.`
      )
    }
  )

  it.each<[string, WriterRound[], string]>([
    ['both win once', [won(412), { answers: ['saved', 'saved'], holds: 1 }], 'both were told'],
    ['neither wins', [{ answers: [412, 412], holds: null }], 'neither of two writers'],
    ['the loser is answered 428', [won(428)], '428; the app knows 409 and 412'],
    ['the file holds what the loser sent', [{ answers: ['saved', 412], holds: 1 }], 'did not hold'],
    ['the file holds neither', [{ answers: ['saved', 412], holds: null }], 'did not hold'],
  ])('fail where %s', (_, rounds, words) => {
    const { verdict, detail } = judgeConditionalWrite(rounds)
    expect(verdict).toBe('FAILED')
    expect(detail).toContain(words)
  })

  it('are unproven where no round was played', () => {
    expect(judgeConditionalWrite([]).verdict).toBe('UNPROVEN')
  })

  it('pass only where exactly one of the two won every round and was kept', () => {
    const answer = fc.constantFrom<'saved' | number>('saved', 409, 412, 404, 428)
    const round = fc.record({
      answers: fc.tuple(answer, answer),
      holds: fc.constantFrom(0, 1, null),
    })
    fc.assert(
      fc.property(fc.array(round, { minLength: 1, maxLength: 4 }), (rounds) => {
        const isSound = rounds.every(({ answers, holds }) => {
          const winners = answers.filter((one) => one === 'saved')
          const losers = answers.filter((one) => one !== 'saved')
          return (
            winners.length === 1 &&
            losers.every((status) => status === 409 || status === 412) &&
            holds !== null &&
            answers[holds] === 'saved'
          )
        })
        expect(judgeConditionalWrite(rounds).verdict).toBe(isSound ? 'PASSED' : 'FAILED')
      })
    )
  })
})

describe('a read after a write', () => {
  it('passes where each shows what was saved', () => {
    const reads = [1, 2, 3].map((wrote) => ({ wrote, saw: wrote }))
    expect(judgeReadAfterWrite(reads)).toMatchObject({ verdict: 'PASSED' })
    expect(judgeReadAfterWrite(reads).detail).toContain('3 of 3')
  })

  it.each([
    [{ wrote: 2, saw: 1 }, 'after content 2 one showed 1'],
    [{ wrote: 1, saw: null }, 'after content 1 one showed no file'],
  ])('fails on one that does not: %j', (read, words) => {
    const { verdict, detail } = judgeReadAfterWrite([{ wrote: 1, saw: 1 }, read])
    expect([verdict, detail]).toEqual(['FAILED', expect.stringContaining(words)])
    expect(detail).toContain('1 of 2')
  })

  it('is unproven where nothing was read', () => {
    expect(judgeReadAfterWrite([]).verdict).toBe('UNPROVEN')
  })
})

describe('a file that comes to be', () => {
  const sound = { wasAbsent: true, reads: 4, falseAbsences: 0, isListed: true }

  it('passes where reads and listing find it at once', () => {
    expect(judgeAbsence(sound)).toMatchObject({ verdict: 'PASSED' })
  })

  it.each([
    [{ wasAbsent: false }, 'nobody had written'],
    [{ isListed: false }, 'The listing did not name'],
    [{ falseAbsences: 2 }, '2 of 4 reads said of a file that exists'],
    [{ falseAbsences: 4, isListed: false }, '4 of 4 reads called it missing'],
  ])('fails where %j', (change, words) => {
    const { verdict, detail } = judgeAbsence({ ...sound, ...change })
    expect([verdict, detail]).toEqual(['FAILED', expect.stringContaining(words)])
  })
})
