import { scalars } from '../scalars'
import { Connector } from './connectors'
import { Mutation } from './Mutation'
import { Query } from './Query'

export const resolvers = { ...scalars, Query, Mutation, Connector }
