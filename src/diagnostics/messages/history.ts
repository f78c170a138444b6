/** What prevents two editions of a deck from being compared: git, revisions, builds. */
import { error, warning, type Diagnostic, type Text } from "../diagnostic.ts";

const FOLDERS_DO: Text = { zh: "不用 git 也可以：直接比较两个项目文件夹，或两个输出文件夹。", en: "two project folders or two output folders can be compared without git" };

/** `revision` is what was asked for; it is not a folder. */
export const missingGit = (revision: string): Diagnostic =>
  error("missing-git", null, { zh: `“${revision}”不是文件夹；要当作 git 版本来读，但没有找到 git。`, en: `"${revision}" is no folder; to read it as a revision, git is needed, and there is none.` }, {
    hint: { zh: `请安装 git，或核对文件夹名。${FOLDERS_DO.zh}`, en: `install git, or check the folder's name; ${FOLDERS_DO.en}` },
  });

/** `detail` is what git said, here and below. */
export const notARepository = (dir: string, detail: string): Diagnostic =>
  error("not-a-repository", null, { zh: `“${dir}”不在 git 仓库里，没有版本可比。`, en: `"${dir}" is in no git repository, so it has no revisions.` }, {
    hint: { zh: `核对文件夹名，或在仓库里运行。${FOLDERS_DO.zh}git 说：${detail}`, en: `check the folder's name, or run it in a repository; ${FOLDERS_DO.en}. Git says: ${detail}` },
  });

export const unknownRevision = (revision: string): Diagnostic =>
  error("unknown-revision", null, { zh: `没有“${revision}”这个文件夹，也没有这个 git 版本。`, en: `There is neither a folder nor a git revision "${revision}".` }, {
    hint: { zh: "版本写法如 HEAD~1、标签名、分支名或提交号；git log --oneline 列出全部提交。", en: "write a revision like HEAD~1, a tag, a branch or a commit; git log --oneline lists them" },
  });

export const gitFailed = (revision: string, detail: string): Diagnostic =>
  error("git-failed", null, { zh: `git 没能读出“${revision}”：${detail}`, en: `Git could not read "${revision}": ${detail}` }, {
    hint: { zh: "先用 git status、git fsck 检查这个仓库。", en: "look at the repository with git status and git fsck first" },
  });

/** A folder with our manifest but without the file that a comparison reads. */
export const noEdition = (dir: string): Diagnostic =>
  error("no-edition", null, { zh: `输出文件夹“${dir}”里没有可用的 data/edition.json，无法比较。`, en: `The output folder "${dir}" has no data/edition.json that can be read, so it cannot be compared.` }, {
    hint: { zh: "用这个版本的 luduan build 重新生成一次（--only 里要有 data），或直接比较项目文件夹。", en: "build it again with this luduan (with data among --only), or compare the project folders" },
  });

/** Errors leave things out of the deck, and so out of the comparison. */
export const comparedWithErrors = (label: string, errors: number): Diagnostic =>
  warning("compared-with-errors", null, { zh: `“${label}”有 ${errors} 处错误，出错的地方可能没有参加比较。`, en: `"${label}" has ${errors} error${errors === 1 ? "" : "s"}; what they concern may be missing from the comparison.` }, {
    hint: { zh: "用 luduan check 查看并改正后再比较。", en: "see them with luduan check, mend them and compare again" },
  });

export const nothingToCompare = (): Diagnostic =>
  error("nothing-to-compare", null, { zh: "请说明拿什么来比较。", en: "Say what to compare with." }, {
    hint: { zh: "例如：luduan diff HEAD~1，或 luduan diff 旧项目 新项目", en: "for example: luduan diff HEAD~1, or luduan diff OLD NEW" },
  });
