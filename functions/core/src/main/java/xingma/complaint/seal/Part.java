package xingma.complaint.seal;

/** Which envelope of a case (封): who may open one need not be able to open the other. The names are part of the seal. */
public enum Part {
    /** 联系方式: who complains, and how to reach them. */
    CONTACT,
    /** 正文: what they, officers and the institution wrote. */
    WORDS
}
