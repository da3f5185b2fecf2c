package xingma.complaint.seal;

/** Which envelope of a case (封): who may open one need not be able to open the other. The names are part of the seal. */
public enum Part {
    /** 联系方式: who complains, and how to reach them. */
    CONTACT,
    /** 正文: what they and officers wrote. */
    WORDS,
    /** 告知与说明: what an officer summarised for the institution, and what it said to that. */
    SUMMARY
}
