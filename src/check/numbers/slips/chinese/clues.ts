/** Chinese words around a number that say of which time it is, that it is planned, a change, or somebody else's. */
import { SEVERAL } from "../../../../language/lexicon.ts";
import type { Clues } from "../clues.ts";

const CHANGES = "(?:增长|增加|上升|上涨|提高|提升|下降|减少|降低|回落|下滑|扩大|收窄|增产|减产|增收|减收|增幅|增速|涨幅|降幅|增|降)";

export const CHINESE_CLUES: Clues = {
  divides: /[；：]/,
  ends: /[，；。]/,
  planned: /目标|力争|预期|计划|确保|争取|拟|将|今后|未来/,
  past: /完成|实现了|达到|达成|去年|上年|全年|增长了|已|获|实际/,
  yearAfter: /(?!)/,
  yearBefore: /(?<!\d)((?:19|20)\d\d)年(?:度|末|底)?[^，。；\d]{0,24}$/,
  yearLeads: /^[^\d]{0,12}((?:19|20)\d\d)年(?:度|末|底)?[，、]?[^，。；\d]{0,24}$/,
  earlierBefore: /(?:由|从|较|比)(?:[上前去]年|此前|原来)?(?:同期|末)?的?$/,
  earlierClause: /(?:(?<![比较与同和])(?:上年|去年|前年|往年)(?!末?(?:相比|同期相比|增|提|下|上升))|原来|此前|同期)[^，。；\d]{0,24}$/,
  earlierAfter: /(?!)/,
  reported: /去年/g,
  partOfYear: /上半年|下半年|[前第]?[一二三四]个?季度|(?<![\d年])前?\d{1,2}(?:[-—–~～至]\d{1,2})?个?月(?!末|底)/,
  atTheEnd: /末|底/,
  severalYears: new RegExp(`${SEVERAL}|年均|累计`),
  others: /全国|全省|全球|世界|(?:全市|全州|全县|全区)平均|平均水平/,
  parts: /新增|净增|新认定|新培育|新建成|其余|其他|另有|约占/,
  partsAfter: /^的?(?:新增|净增)/,
  changeBefore: new RegExp(`${CHANGES}(?:分别|依次|各)?(?:了|为|高?达到?|至)?[约近超]?(?:过)?$|[（(]$`),
  changeAfter: /^的?(?:增长|增速|增幅|涨幅|降幅)/,
  shareAfter: /^的?(?:股权|股份|以上的)/,
  leadsTo: /^(?:[，、](?:总额|总量)?(?:达到?|至)|(?:达到?|[到至]))$/,
  isChange: /价格|涨幅|增速|增长率|增幅|指数/,
  joint: /^(?:[、和与及]|，)$/,
};
