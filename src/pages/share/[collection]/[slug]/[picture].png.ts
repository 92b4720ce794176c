/**
 * The pictures while an editor is writing, drawn as they are asked for. A build has its own step for them, with a cache and
 * with all processors; this route then stands for nothing, and nothing of what draws is bundled.
 */
import type { APIRoute, GetStaticPaths } from 'astro';
import { type PictureName, pictureNames } from '../../../../documents/picture-address.ts';
import type { Site } from '../../../../documents/site.ts';
import type { Pictured } from '../../../../share/pictures/facts.ts';
import { sharedDocumentPaths } from '../../../_shared-documents.ts';

export const getStaticPaths = (async () =>
  import.meta.env.DEV
    ? (await sharedDocumentPaths()).flatMap(({ params, props }) =>
        pictureNames.map((picture) => ({ params: { ...params, picture }, props })),
      )
    : []) satisfies GetStaticPaths;

export const GET: APIRoute<{ site: Site; document: Pictured }, { picture: PictureName }> = async ({
  props,
  params,
}) => {
  if (!import.meta.env.DEV) return new Response(null, { status: 404 });
  const { drawPicture } = await import('../../../../share/pictures/draw.ts');
  const { factsOf } = await import('../../../../share/pictures/facts.ts');
  const { png } = await drawPicture(params.picture, factsOf(props.site, props.document));
  return new Response(Buffer.from(png), { headers: { 'content-type': 'image/png' } });
};
