/** The parts of ECharts that charts are drawn with. */
// The only series needed registers itself; `echarts/charts` would load all of them where nothing is bundled.
// oxlint-disable-next-line import/no-unassigned-import
import "echarts/lib/chart/custom.js";
import { use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";

use([SVGRenderer]);
export { init, setPlatformAPI } from "echarts/core";
