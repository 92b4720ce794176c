/** The JSON Schema of `/policies.json`. */
import type { APIRoute } from 'astro';

export const GET: APIRoute = async () => {
  // Imported on demand: no page needs zod.
  const { policiesJsonSchema } = await import('../schema/policies-json.ts');
  return new Response(JSON.stringify(policiesJsonSchema()), {
    headers: { 'content-type': 'application/json' },
  });
};
