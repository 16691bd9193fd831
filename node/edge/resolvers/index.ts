import { scalars } from '../scalars'
import { Connector } from './connectors'
import { Mutation } from './Mutation'
import { Query } from './Query'
import { ReadModel } from './readModel'

export const resolvers = { ...scalars, Query, Mutation, Connector, ReadModel }
