/** Range requests of audio players, answered from whole cached files. */

/** The slice that a Range header requests; the whole response without one. */
export async function sliceRange(response: Response, range: string | null): Promise<Response> {
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '');
  if (!asked) return response;
  const whole = await response.arrayBuffer();
  const from = Number(asked[1]);
  const to = Math.min(asked[2] ? Number(asked[2]) : whole.byteLength - 1, whole.byteLength - 1);
  const headers = new Headers(response.headers);
  headers.set('content-range', `bytes ${from}-${to}/${whole.byteLength}`);
  return new Response(whole.slice(from, to + 1), { status: 206, headers });
}
