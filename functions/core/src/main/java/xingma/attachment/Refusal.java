package xingma.attachment;

import xingma.fact.Worded;
import xingma.fact.Wording;

/** Why a file that was sent is not kept (未收原因). */
public enum Refusal implements Worded {
    /** Larger than {@link Inspection#LARGEST}, or empty. */
    SIZE("文件是空的，或超过8 MB。", "The file is empty, or larger than 8 MB."),
    /** None of the kinds that are taken, by its content. */
    KIND("文件不是 JPEG、PNG、WebP 照片或 PDF。", "The file is no JPEG, PNG or WebP photo and no PDF."),
    /** It breaks off, or is not built as its kind is. */
    BROKEN("文件不完整，打不开。请重新拍照或另存后再传。", "The file is not whole and cannot be opened. Take or save it again."),
    /** More than 50 million points. */
    POINTS("照片超过5000万像素。请缩小后再传。", "The photo has more than 50 million pixels. Make it smaller."),
    /** Another file came first. */
    TAKEN("这个位置已有文件。", "There is a file in this place already.");

    private final Wording wording;

    Refusal(String chinese, String english) {
        this.wording = new Wording(chinese, english);
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
