package xingma.evaluation.desk;

/** What stands against something that somebody would do in an evaluation (不能办理的原因). */
public enum Bar {
    /** The stage does not offer it. */
    NOT_NOW,
    /** Not this person's duty. */
    NOT_YOUR_DUTY,
    /** The second person must be another. */
    SAME_PERSON,
    /** Who had a part in the evaluation does not decide about it. */
    HAD_A_PART,
    /** Nobody proposed it yet. */
    NOTHING_PROPOSED,
    /** It was proposed before and waits for the second person. */
    PROPOSED_ALREADY,
    /** The institution may still question facts. */
    FACT_CHECK_RUNS,
    /** The chair has not answered every question. */
    QUESTIONS_OPEN,
    /** The public notice stands for its whole time. */
    NOTICE_RUNS,
    /** Not every objection was answered. */
    OBJECTIONS_OPEN,
    /** The time for it is over. */
    TOO_LATE,
    /** What is known of the institution changed the star since the notice. */
    STAR_CHANGED,
    /** A reason stands against the star today, such as a lapsed permit. */
    REASON_AGAINST,
    /** A reason still stands against the star. */
    STILL_SUSPENDED,
    /** Too few experts without ties for a panel of both sides. */
    TOO_FEW_EXPERTS,
    /** The panel has seats enough. */
    PANEL_FULL,
    NOT_ON_THE_PANEL,
    /** First an expert declares to have no interest. */
    NOT_DECLARED,
    /** Only the chair settles. */
    NOT_THE_CHAIR,
    /** The sheet lacks marks or reasons. */
    SHEET_FAULTY,
    HANDED_IN_ALREADY,
    /** More was marked not applicable than the standard allows. */
    TOO_MUCH_LEFT_OUT,
    /** The chair settles the clauses over which experts differ, all of them and no other. */
    NOT_THE_OPEN_CLAUSES,
    /** A mark that the clause's method does not know. */
    NOT_A_MARK,
    /** What it refers to is not there. */
    NO_SUCH_REFERENCE,
    /** The clause was never saved, so that nobody can have seen an edition of it. */
    NO_SUCH_EDITION,
    /** The round takes nobody: over, elsewhere, or for other premises. */
    ROUND_CLOSED,
    /** An evaluation of the institution is under way. */
    UNDER_WAY,
    /** Once in a star's term. */
    RERATED_ALREADY,
    /** The standard asks nothing of such an institution. */
    NOT_RATED,
    /** The declaration was not signed as it stands. */
    NOT_DECLARED_TRUE,
    /** No room is left in the file for what is not a decision. */
    FULL,
    /** A clause shows no more files. */
    CLAUSE_SHOWS_ENOUGH,
    /** A sheet shows no more files. */
    SHEET_SHOWS_ENOUGH,
    /** A file that is named on the sheet, or as a proof, stays. */
    STILL_NAMED
}
