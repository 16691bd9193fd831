import { stateOf, type OrderHook } from '../../domain/readmodel/orderHook'
import { setUpHook, takeDownHook, type OrderHookResult } from '../../usecases/readmodel/orderHook'
import type { Context } from '../context'
import type { MutationSaveOrderHookArgs, ReadModelResolvers } from '../generated/schema'
import { forgetHook, orderHookPortsOf } from '../orderHookPorts'
import { readModelPortsOf } from '../readModelPorts'
import { field, mutation } from '../rootField'

export const orderHookMutations = {
  saveOrderHook: mutation(
    'saveOrderHook',
    async (_ports, { orderHook }: MutationSaveOrderHookArgs, ctx) => {
      const { isOn } = await readModelPortsOf(ctx).readModel.read()
      return answer(await setUpHook(orderHookPortsOf(ctx), orderHook, isOn), ctx)
    }
  ),

  removeOrderHook: mutation('removeOrderHook', async (_ports, _args: unknown, ctx) =>
    answer(await takeDownHook(orderHookPortsOf(ctx)), ctx)
  ),
}

/** Read where it is asked for; whoever looks has it looked after. */
export const orderHookField: Pick<ReadModelResolvers, 'orderHook'> = {
  orderHook: field('orderHook', async (_model, _args: unknown, ctx) => {
    const hook = await orderHookPortsOf(ctx).hook.read()
    if (hook.key !== null) await readModelPortsOf(ctx).nudge('LOOKED')
    return presentHook(hook)
  }),
}

function answer({ hook, problems }: OrderHookResult, ctx: Context) {
  forgetHook(ctx)
  return { problems, orderHook: presentHook(hook) }
}

/** Neither the token nor a secret is in it. */
function presentHook(hook: OrderHook) {
  const { key, since, heardAt, checkedAt, takenBy } = hook
  const appKey = key && key.appKey
  return { state: stateOf(hook), appKey, since, checkedAt, takenBy, lastNotificationAt: heardAt }
}
