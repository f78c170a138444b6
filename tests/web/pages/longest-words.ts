/** The longest words that real offices write, in both languages: names of 30 to 40 characters (60 letters), seven digits, long units, qualifiers, figures below zero. */

export interface LongestWords {
  readonly names: readonly string[];
  readonly units: readonly string[];
  readonly values: readonly string[];
  readonly growths: readonly string[];
  readonly targets: readonly string[];
  readonly rates: readonly string[];
  readonly areas: readonly string[];
  readonly projects: readonly string[];
  readonly parts: readonly string[];
  readonly title: string;
  readonly lead: string;
  readonly due: string;
  readonly own: string;
  readonly way: readonly string[];
  readonly periods: string;
  /** Against what a growth is. */
  readonly basis: string;
  /** Words of layouts without figures, as long as docs/authoring.md allows. */
  readonly cardTitle: string;
  readonly shortTitle: string;
  readonly text: string;
  readonly zone: string;
  readonly phrases: readonly string[];
}

export const CHINESE: LongestWords = {
  names: ["规模以上工业企业单位增加值能源消耗降低率（扣除原料用能和非化石能源）", "战略性新兴产业增加值占规模以上工业增加值比重（按可比价格计算）", "城镇登记失业人员和就业困难人员实现再就业人数（含公益性岗位）", "一般公共预算收入", "农村居民人均可支配收入与城镇居民人均可支配收入之比", "社会消费品零售总额", "地表水国控省控断面水质优良比例（达到或优于Ⅲ类）", "全社会研究与试验发展经费支出占地区生产总值比重"],
  units: ["万吨标准煤", "个百分点", "万人次", "亿立方米", "元", "亿美元", "公里", "万亩"],
  values: ["近1,234,567.8", "1,234,567", "超1,234,567", "-12,345.6", "123.45", "1,234,567余", "9,876,543.2", "约1,234,567"],
  growths: ["12.3%", "下降12.5%", "提高0.9个百分点", "由降转升", "增长1.6倍", "-2.1%", "近9%", "年均增长6.25%"],
  targets: ["控制在1,234,567.5万吨标准煤以内，力争更低", "降低3%以上", "增长6.5%左右，力争达到7%", "与经济增长基本同步", "完成上级下达的目标任务", "保持在合理区间", "增长5%—5.5%", "高于全省平均水平1个百分点"],
  rates: ["增长6.5%左右", "增长-3%以上", "增长5%—5.5%", "增长10%左右", "与经济增长基本同步", "完成上级下达的约束性目标任务", "不低于全省平均水平", "增长8%以上"],
  areas: ["南屏土家族苗族自治县", "清河国家级高新技术产业开发区", "积石山保安族东乡族撒拉族自治县"],
  projects: ["清河镇老旧供水管网更新改造及智能水表安装工程（含加压泵站）第", "客运站迁建第", "冷链仓储物流中心及配套道路工程第"],
  parts: ["农林牧渔及农业服务业", "规模以上工业", "建筑业", "交通运输仓储和邮政业", "金融业", "其他服务业"],
  title: "扎实推进高质量发展各项重点任务落地见效", lead: "主要指标好于预期，各项目标任务全面完成。", due: "2026年12月底前", own: "云溪县", way: ["累计提高5.7个百分点", "年均增长6.2%"], periods: "2021-2025", basis: "按可比口径两年平均",
  cardTitle: "加快建设现代化产业体系和市场", shortTitle: "保障和改善民生，增进福祉", text: "四十二个项目开工，群众满意度提高。", zone: "清河科技创新协同发展片区", phrases: ["先进制造业", "现代服务业", "绿色物流"],
};

export const ENGLISH: LongestWords = {
  names: ["Energy consumption per unit of value added of industrial firms", "Share of strategic emerging industries in total value added", "Number of newly employed persons in urban areas, graduates incl.", "General public budget revenue", "Ratio of urban to rural per capita disposable income of residents", "Total retail sales of consumer goods", "Share of surface water sections of good or excellent quality", "Expenditure on research and experimental development"],
  units: ["million tonnes of standard coal equivalent", "percentage points", "thousand persons", "billion cubic metres", "yuan", "billion US dollars", "kilometres", "thousand hectares"],
  values: ["nearly 1,234,567.8", "1,234,567", "over 1,234,567", "-12,345.6", "123.45", "more than 1,234,567", "9,876,543.2", "about 1,234,567"],
  growths: ["12.3%", "-12.5%", "up 0.9 percentage points", "unchanged", "-3.2%", "-2.1%", "9%", "up 5.3%"],
  targets: ["reach 1,234,567.5 million tonnes of standard coal equivalent", "a drop of around 3.2%", "growth of around 6.5%", "in step with economic growth", "meet the target set by the higher level", "stay within an appropriate range", "growth of 5–5.5%", "faster than the provincial average"],
  rates: ["growth of around 6.5%", "a drop of around 3.2%", "growth of 5–5.5%", "growth of at least 8%", "in step with economic growth", "meet the target set by the higher level", "faster than the provincial average", "growth of 10%"],
  areas: ["Qinghe Development Zone", "Nanping Autonomous County"],
  projects: ["Renewal of water mains and smart metering in the old town, phase ", "Relocation of the coach station, phase ", "Extension of Qinghe primary school, phase "],
  parts: ["Agriculture, forestry and fishery", "Manufacturing and mining", "Construction and civil works", "Transport and post", "Finance and insurance", "Other services"],
  title: "Steady progress on the tasks of high-quality development", lead: "Growth was steady, and all targets of the year were met.", due: "end of December 2026", own: "Canglan", way: ["up 5.7 percentage points", "6.2%"], periods: "2021-2025", basis: "on 2010 at constant prices",
  cardTitle: "Modern industry and markets", shortTitle: "Better lives for all", text: "Forty-two projects began this year.", zone: "Qinghe science zone", phrases: ["manufacturing", "services", "logistics"],
};
