/** The rules on figures, in the order of docs/diagnostics.md. */
import type { Rule } from "../rule.ts";
import { checkCounts } from "./counts.ts";
import { checkGaps } from "./gaps.ts";
import { checkDecimals, checkGrowthGiven, checkRanks } from "./groups.ts";
import { checkLabels, checkYearStyles } from "./labels.ts";
import { checkLiterals } from "./literals.ts";
import { checkImpliedRest, checkPartsOfWholes, checkTargetsOfParts } from "./parts.ts";
import { checkPlanYear, checkYearsOfRows, checkTargetsAndFigures, checkTargetsBesideGrowth } from "./targets.ts";
import { checkSeveralYears } from "./several-years.ts";
import { checkSlips } from "./slips/check-slips.ts";
import { checkYears } from "./years.ts";

export const NUMBER_RULES: readonly Rule[] = [
  checkPartsOfWholes, checkImpliedRest, checkTargetsBesideGrowth, checkTargetsAndFigures, checkDecimals, checkGrowthGiven, checkRanks,
  checkCounts, checkLabels, checkYearStyles, checkLiterals, checkSlips, checkYears, checkTargetsOfParts, checkPlanYear,
  checkGaps, checkYearsOfRows, checkSeveralYears,
];
