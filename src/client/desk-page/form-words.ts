/** Words for the keys and choices of forms; what has none is shown as it is written. */

export interface FormWords {
  readonly form: string;
  readonly title: string;
  readonly layout: string;
  readonly automatic: (now: string) => string;
  readonly lead: string;
  readonly items: string;
  readonly notes: string;
  readonly onePerLine: string;
  readonly addIndicator: string;
  readonly remove: string;
  readonly add: string;
  readonly usual: string;
  readonly needed: string;
  readonly broken: string;
  readonly noSlide: string;
  readonly insert: string;
  readonly insertHint: string;
  readonly chart: string;
  readonly indicators: string;
  readonly put: string;
  readonly cancel: string;
  readonly themes: string;
  readonly chosen: string;
  /** By key of a block, of a slide's heading, or of the settings. */
  readonly keys: Readonly<Record<string, string>>;
  /** By word that may be chosen. */
  readonly choices: Readonly<Record<string, string>>;
}

const ZH: FormWords = {
  form: "表单",
  title: "标题",
  layout: "版式",
  automatic: (now) => (now === "" ? "自动" : `自动（${now}）`),
  lead: "引言",
  items: "要点",
  notes: "讲稿",
  onePerLine: "一行一条",
  addIndicator: "加一个指标……",
  remove: "去掉",
  add: "加一项",
  usual: "（默认）",
  needed: "必填",
  broken: "这一块写得不对，表单读不懂；请按“原稿”修改。",
  noSlide: "这里没有带标题的页。在左边选一页，或者按“原稿”修改。",
  insert: "插入图表页……",
  insertHint: "新的一页放在这一页后面，马上就能看到；不满意就撤销。",
  chart: "图表",
  indicators: "指标",
  put: "插入",
  cancel: "取消",
  themes: "主题",
  chosen: "现在用的",
  keys: {
    hero: "大字指标", cards: "指标卡", period: "时期", indicators: "指标", indicator: "指标", type: "类型", highlight: "突出", reference: "参照线", title: "标题", statement: "结论", source: "来源", demo: "示例数据", periods: "起止时期",
    from: "从", to: "到", whole: "总量", parts: "部分", form: "形式", derived: "推算其余", areas: "地区", measure: "比什么", order: "次序", names: "名称", kind: "画什么", lit: "点亮", projects: "项目", finished: "已完成", caption: "说明",
    note: "注", zones: "片区", name: "名称", where: "位置", phrases: "要点", symbol: "图形", groups: "分组", status: "状态", section: "板块", treatment: "照片色调", entries: "节点", when: "时间", text: "文字",
    variant: "样式", motif: "图画", kicker: "眉题", number: "序号", seconds: "停留秒数", long: "进长图",
    organisation: "报告单位", plan: "计划年度", lang: "语言", theme: "主题", speaker: "报告人", meeting: "会议", date: "日期", protect: "不拆开的词", html: "HTML", notes: "讲稿", remarks: "数据备注", booklet: "报告文本的标题", hover: "悬停显示数字", stage: "会场", kiosk: "大厅屏", minutes: "总时长（分）", click: "单击翻页", portrait: "竖屏", hours: "开放时间", closed: "休息日", check: "检查",
  },
  choices: {
    growth: "增速", trend: "走势", target: "目标", progress: "完成情况", share: "占比", compare: "比较", rank: "位次", ranking: "排名", structure: "结构",
    cover: "封面", agenda: "目录", statement: "一句话", figures: "数字", chart: "图表", bullets: "要点", columns: "分栏", cards: "卡片", picture: "图片", table: "表格", zones: "片区", projects: "项目", photos: "照片", units: "计数画", review: "今昔对比", timeline: "时间轴", quote: "引语", closing: "结尾",
    bar: "条", pie: "饼", value: "数值", high: "从高到低", low: "从低到高", theme: "随主题", none: "无", draft: "讨论稿", final: "定稿", archived: "存档", private: "不公开", public: "公开", escape: "按文字显示", trusted: "照 HTML 显示", auto: "自动", text: "按正文", titles: "按页题", "zh-CN": "中文", en: "英文",
    panel: "深色题板", deep: "深底", tiles: "色块", plain: "纸面", mist: "浅雾", half: "半页照片", full: "整页照片", all: "全部", true: "是", false: "否",
    fields: "田野", towers: "楼群", bridge: "桥", water: "水",
  },
};

const EN: FormWords = {
  form: "Form",
  title: "Title",
  layout: "Layout",
  automatic: (now) => (now === "" ? "automatic" : `automatic (${now})`),
  lead: "Lead",
  items: "Points",
  notes: "Notes",
  onePerLine: "one a line",
  addIndicator: "Add an indicator …",
  remove: "Remove",
  add: "Add one",
  usual: "(default)",
  needed: "needed",
  broken: "This block has a mistake that a form cannot read; change it as text.",
  noSlide: "No slide with a heading is here. Choose one on the left, or change the text.",
  insert: "Insert a chart …",
  insertHint: "A new slide comes behind this one and shows at once; undo takes it away.",
  chart: "Chart",
  indicators: "Indicators",
  put: "Insert",
  cancel: "Cancel",
  themes: "Theme",
  chosen: "in use",
  keys: { hero: "main figure", lit: "lit part", where: "place", kicker: "line above the title", number: "number", html: "HTML", click: "click turns pages", minutes: "minutes in all" },
  choices: {},
};

export function formWords(lang: string): FormWords {
  return lang.startsWith("zh") ? ZH : EN;
}
