package xingma.complaint.filing;

/** How a complainant wishes to be known (身份). To the institution nobody is. */
public enum Identity {
    /** 匿名: no contact is kept. */
    ANONYMOUS,
    /** 保密: the unit in charge may open the contact, with a reason that the complainant sees. */
    CONFIDENTIAL,
    /** 实名: the officer in charge sees the contact. */
    NAMED;

    public boolean hasContact() {
        return this != ANONYMOUS;
    }
}
