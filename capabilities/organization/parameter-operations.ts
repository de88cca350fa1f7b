import { z } from 'zod'
import { operation } from '#kernel/shared/contract.ts'
import { day } from '#kernel/shared/paging.ts'
import { newParameterValue, parameterCode, parameterHistory, parameterRow } from './parameter-shapes.ts'

/** The operations of the dated parameters of law and market. */
export const parameterOperations = {
  listParameters: operation({
    name: 'parameter.list',
    method: 'GET',
    path: '/parameters',
    access: 'setting.view',
    summary: 'Rates, delays and thresholds of law and market, as they stand today and what comes next.',
    input: z.object({}),
    output: z.object({ data: z.array(parameterRow) }),
  }),
  getParameter: operation({
    name: 'parameter.get',
    method: 'GET',
    path: '/parameters/:code',
    access: 'setting.view',
    summary: 'A parameter with every value that it had or will have, the latest first.',
    input: z.object({ code: parameterCode }),
    output: parameterHistory,
  }),
  addParameterValue: operation({
    name: 'parameter.add_value',
    method: 'POST',
    path: '/parameters/:code/values',
    access: 'setting.edit',
    status: 201,
    summary: 'Give a parameter another value from a day on. What counted before stays as it was.',
    input: newParameterValue,
    output: parameterHistory,
  }),
  removeParameterValue: operation({
    name: 'parameter.remove_value',
    method: 'DELETE',
    path: '/parameters/:code/values/:effective_from',
    access: 'setting.edit',
    summary: 'Take back a value of the organization that has not begun yet.',
    input: z.object({ code: parameterCode, effective_from: day }),
    output: parameterHistory,
  }),
} as const
