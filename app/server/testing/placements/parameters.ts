import { general, type Placements } from './placement.ts'

export const parameterPlacements: Placements = {
  'parameter.list': general('setting.view'),
  'parameter.get': general('setting.view', { code: 'DECL_STANDARD' }),
  'parameter.add_value': general('setting.edit', { code: 'DECL_STANDARD', effective_from: '2099-01-01', value: 7 }),
  'parameter.remove_value': {
    is: 'general',
    needs: 'setting.edit',
    input: { code: 'DECL_STANDARD', effective_from: '2098-01-01' },
    missing: true,
  },
}
