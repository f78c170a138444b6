/** The process that encodes pictures: it answers requests, and ends with the process that asks. */
import type { HelperAnswer, HelperQuestion } from "../world/helper.ts";
import { encodePicture, type PictureRequest } from "./encode-picture.ts";

process.on("message", ({ id, question }: HelperQuestion) => {
  const answer = (given: HelperAnswer): void => void process.send?.(given);
  encodePicture(question as PictureRequest).then(
    (images) => answer({ id, answer: images, failure: null }),
    (failure: unknown) => answer({ id, answer: null, failure: failure instanceof Error ? failure.message : String(failure) }),
  );
});
