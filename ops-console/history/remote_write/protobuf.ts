/** One metric of one entity with its labels, and its values in order of time. */
export interface TimeSeries {
  labels: Record<string, string>
  samples: { value: number; at: number }[]
}

/**
 * A Prometheus `WriteRequest` (remote write 1.0, `prompb/remote.proto`) in protobuf's wire format: timeseries = 1 {labels =
 * 1 {name = 1, value = 2}, samples = 2 {value = 1 double, timestamp = 2 int64, milliseconds}}. Labels are sorted by name,
 * as receivers demand.
 */
export function writeRequest(series: readonly TimeSeries[]): Buffer {
  return Buffer.concat(series.map((one) => message(1, timeSeries(one))))
}

function timeSeries({ labels, samples }: TimeSeries): Buffer {
  const names = Object.keys(labels).sort()
  return Buffer.concat([
    ...names.map((name) => message(1, Buffer.concat([text(1, name), text(2, labels[name])]))),
    ...samples.map((sample) => message(2, sampleOf(sample))),
  ])
}

function sampleOf({ value, at }: { value: number; at: number }): Buffer {
  const double = Buffer.alloc(9)
  double[0] = (1 << 3) | 1
  double.writeDoubleLE(value, 1)
  return Buffer.concat([double, Buffer.from([2 << 3]), varint(at)])
}

const text = (field: number, value: string) => message(field, Buffer.from(value))

const message = (field: number, bytes: Buffer) =>
  Buffer.concat([Buffer.from([(field << 3) | 2]), varint(bytes.length), bytes])

/** Base 128, seven bits a byte, the lowest first; milliseconds need more than 32 bits. */
function varint(value: number): Buffer {
  const bytes: number[] = []
  while (value >= 128) {
    bytes.push((value % 128) + 128)
    value = Math.floor(value / 128)
  }
  return Buffer.from([...bytes, value])
}
