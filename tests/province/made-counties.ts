/** The folder of a province whose counties were built, as far as its own pages can see: names of real counties, and everything else made up. */
import { join } from 'node:path';
import { madeCounty, madeDocument, madeNews, madeRate } from '../../src/province/front/front-fixture.ts';
import { writeFiles } from '../build/content-folder.ts';

/** Counties of Shanxi. */
const NAMES =
  '清徐县 阳曲县 娄烦县 古交市 阳高县 天镇县 广灵县 灵丘县 浑源县 左云县 郊区 平定县 盂县 城区 襄垣县 平顺县 黎城县 壶关县 长子县 武乡县 沁县 沁源县 城区 沁水县 阳城县 陵川县 泽州县 高平市 山阴县 应县 右玉县 怀仁市 榆次区 太谷区 榆社县 左权县 和顺县 昔阳县 寿阳县 祁县 平遥县 灵石县 介休市 盐湖区 临猗县 万荣县 闻喜县 稷山县 新绛县 绛县 垣曲县 夏县 平陆县 芮城县 永济市 河津市 忻府区 定襄县 五台县 代县 繁峙县 宁武县 静乐县 神池县 五寨县 岢岚县 河曲县 保德县 偏关县 原平市 尧都区 曲沃县 翼城县 襄汾县 洪洞县 古县 安泽县 浮山县 吉县 乡宁县 大宁县 隰县 永和县 蒲县 汾西县 侯马市 霍州市 离石区 文水县 交城县 兴县 临县 柳林县 石楼县 岚县 方山县 中阳县 交口县 孝义市 汾阳市'.split(
    ' ',
  );

export const HONGTONG = `xian-${NAMES.indexOf('洪洞县')}`;
export const FENXI = `xian-${NAMES.indexOf('汾西县')}`;
/** On another host. */
export const ELSEWHERE = 'xian-5';
/** Its last site is of an earlier day. */
export const OLD = 'xian-7';
/** Its amount has run out. */
export const RUN_OUT = 'xian-4';
const SHARED_DOCUMENTS = 180;

export const provinceFile = (more = '') =>
  `title: 示例省\nname: 示例省明白纸\nurl: https://www.province.example/sheng/\ntelephone: 12345\ndemo: true\nout: out\n${more}counties:\n${NAMES.map(
    (_, at) => `  - id: xian-${at}\n    content: content/xian-${at}\n`,
  ).join('')}`;

/** Writes province.yml, empty content folders and the built sites of 100 counties. */
export function makeCounties(top: string): void {
  writeFiles(top, { 'province.yml': provinceFile() });
  const documents = (at: number) =>
    Array.from({ length: SHARED_DOCUMENTS }, (_, number) =>
      madeDocument(`zheng-ce-${number}`, {
        title: `编的政策第${number}条，家里有事可以申请`,
        summary: '这是编的一句话，说这个政策管什么事、谁能办。',
        ...(number < 3 && { rates: ['biao-zhun'] }),
        ...(number % 20 === 3 && at % 10 === 0 && { hash: `own-${at}` }),
      }),
    );
  for (const [at, name] of NAMES.entries()) {
    const id = `xian-${at}`;
    const { summary } = madeCounty(id, name, {
      url: id === ELSEWHERE ? 'https://other.example/mingbai/' : `https://www.province.example/sheng/${id}/`,
      day: id === OLD ? '2026-11-20' : '2026-11-28',
      county: { name, ...(id === HONGTONG && { reading: 'hongtong' }) },
      region: `示例省某市${name}`,
      documents: documents(at),
      rates: [madeRate(101 + (at % 7), id === RUN_OUT ? '2026-06-30' : undefined)],
      news: [
        madeNews({ title: '编的政策第5条，家里有事可以申请', address: '/policies/zheng-ce-5/' }),
        ...(at < 4 ? [madeNews({ title: '编的几个县的事', address: '/notices/shi/' })] : []),
        ...(at < 14
          ? [
              madeNews({
                kind: 'starting',
                date: '2026-12-01',
                title: `编的${name}的事`,
                address: '/notices/hui/',
              }),
            ]
          : []),
      ],
    });
    writeFiles(top, {
      [`content/${id}/.keep`]: '',
      [`out/${id}/county.json`]: JSON.stringify(summary),
      [`out/${id}/index.html`]: `<!doctype html><html lang="zh-CN"><title>${name}</title><h1>${name}</h1>`,
      [`out/${id}/404.html`]: '',
      [`out/${id}/sitemap-index.xml`]: '',
    });
  }
}

/** The folder of the built pages. */
export const outOf = (top: string): string => join(top, 'out');
