import { scalars } from '../scalars'
import { Mutation } from './Mutation'
import { Query } from './Query'

export const resolvers = { ...scalars, Query, Mutation }
