/** Plans without a number: tasks, directions, and words that say all they mean. */
import type { Goal } from "../model/indicator.ts";

const TASK = /^(?:全面|确保|圆满|按要求|按时|按期|如期|超额|坚决|力争|严格|高质量)*(?:完成|实现|达到|落实|控制在|符合|执行)[^\d]*(?:任务|目标|要求|指标|计划|标准|范围|下达数)(?:以内|之内|内)?$/;
const UP = /^(?:力争|确保|争取|继续)?(?:(?:实现|保持|恢复)(?:正增长|增长)|正增长|由负转正|由降转升|止跌回升|止跌回稳|恢复性增长|只增不减|稳中有增|转正)$/;
const DOWN = /^(?:实现|保持)?(?:负增长|只降不升|持续下降)$/;
const FLAT = /^(?:(?:与|同|比|较|和)?(?:上年|去年|上一年|上年同期|去年同期)(?:水平)?)?(?:基本|大体|总体)?(?:持平|保持不变|保持上年水平|稳定在上年水平|零增长)$/;
/** Words that offices use for a plan without a number, so that nobody need be told that they stay words. */
const KNOWN =
  /^(?:(?:总体|基本|大体|继续|持续|稳步|保持|维持|实现|物价|比例|水平)*(?:稳定|平稳|基本平衡|稳中有升|稳中有降|稳中有进|稳步增长|稳步提升|稳步提高|稳步下降|合理区间|合理水平|同步|适度增长|较快增长|合理增长|平稳增长|持续增长|持续改善|持续提升|两位数增长|增长两位数|降幅收窄|收窄|稳中提质|保稳提质|进一步(?:缩小|优化|提高|提升|改善)|回升向好|促稳提质|改善|达标)(?:运行|态势)?|(?:稳定|保持|控制)在.*(?:类|级|区间|水平)(?:及?以上|以内)?|[比较].*翻[一两]番)$/;

/** A task or a direction; null for anything else. */
export function readWords(clause: string): { readonly goal: Goal } | null {
  if (FLAT.test(clause)) return { goal: { type: "direction", direction: "flat" } };
  if (UP.test(clause)) return { goal: { type: "direction", direction: "up" } };
  if (DOWN.test(clause)) return { goal: { type: "direction", direction: "down" } };
  return TASK.test(clause) ? { goal: { type: "complete", wording: clause } } : null;
}

/** Whether words that stay words are as offices write them. */
export function isKnownWords(wording: string): boolean {
  return KNOWN.test(wording) || /^(?:remain|keep|stay|be)?\s?(?:basically |generally )?(?:stable|steady)$/i.test(wording);
}
