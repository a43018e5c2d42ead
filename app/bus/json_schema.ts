/** The part of JSON Schema 2020-12 that events use. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly format?: string
  readonly [keyword: string]: unknown
}

interface Primitives {
  string: string
  integer: number
  number: number
  boolean: boolean
  null: null
}

type Required<S> = S extends { required: readonly (infer K)[] } ? K : never

type Fields<S, P> = { [K in keyof P as K extends Required<S> ? K : never]: DataOf<P[K]> } & {
  [K in keyof P as K extends Required<S> ? never : K]?: DataOf<P[K]>
}

/** Type of the data that a schema written as a literal describes. */
export type DataOf<S> = S extends { const: infer C }
  ? C
  : S extends { enum: readonly (infer E)[] }
    ? E
    : S extends { properties: infer P }
      ? Fields<S, P>
      : S extends { items: infer I }
        ? DataOf<I>[]
        : S extends { type: readonly (infer T)[] }
          ? Primitives[T & keyof Primitives]
          : S extends { type: infer T }
            ? T extends keyof Primitives
              ? Primitives[T]
              : T extends 'object'
                ? Record<string, unknown>
                : unknown
            : unknown

const CLOSING = ['additionalProperties', 'unevaluatedProperties']

/** The schema as a consumer reads it: fields it does not know are none of its business. */
export function opened(schema: JsonSchema): JsonSchema {
  const open = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(open)
      : value && typeof value === 'object'
        ? Object.fromEntries(
            Object.entries(value)
              .filter(([key, each]) => !(CLOSING.includes(key) && each === false))
              .map(([key, each]) => [key, open(each)])
          )
        : value
  return open(schema) as JsonSchema
}
