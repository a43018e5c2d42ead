/** What the answer said when it was not a success. `offline` when there was none. */
export class RequestFailed extends Error {
  code = 'E_REQUEST_FAILED'
  constructor(public status: number | 'offline') {
    super(`Request failed: ${status}`)
  }
}

/** JSON in, JSON out, beside Inertia. Throws {@link RequestFailed}. */
export async function requestJson<T>(
  href: string,
  options: { method?: string; body?: unknown; csrfToken?: string; signal?: AbortSignal } = {}
): Promise<T> {
  const { method = 'GET', body, csrfToken, signal } = options
  const response = await fetch(href, {
    method,
    signal,
    headers: {
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(csrfToken && { 'x-csrf-token': csrfToken }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch((error: Error) => {
    throw error.name === 'AbortError' ? error : new RequestFailed('offline')
  })
  if (!response.ok) throw new RequestFailed(response.status)
  return response.status === 204 ? (null as T) : ((await response.json()) as T)
}
