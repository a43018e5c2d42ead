export {
  defineParameter,
  type DatedValue,
  type ParameterDefinition,
  type ParameterType,
  type ParameterTypes,
} from './define_parameter.ts'
export { cityParameters, parameter, useParameters, type ParameterReader } from './parameter.ts'
export { Parameters } from './parameters.ts'
export { resolveOn, type ResolvedValue } from './resolve.ts'
export { readParameterFiles } from './parameter_files.ts'
export {
  allCityValues,
  cityValueHistory,
  currentCityValues,
  enterCityValue,
  revokeCityValue,
  type CityValue,
  type Query,
} from './city_values.ts'
export { ParameterInvalid, ParameterOverlap, ParameterUnknown, ParameterUnset } from './errors.ts'
