package xingma.territory;

import java.util.Locale;

/** What an officer is appointed to do (岗位). One person may hold several; nobody checks their own work. */
public enum Duty {
    /** Imports and corrects the register, issues placards. */
    REGISTRAR("登记员"),
    /** The second person, who publishes or refuses. */
    CHECKER("复核员"),
    /** Sees to placards on site. */
    INSPECTOR("监督员"),
    /** Works the complaints of one's own unit. */
    HANDLER("经办员"),
    /** Sees that complaints are worked in time: assigns; in the city also decides competence and objections. */
    SUPERVISOR("督办员"),
    /** Reads the audit trail, and nothing else. */
    AUDITOR("审计员"),
    /** Calls rounds of evaluation, draws panels, puts stars to notice and proposes them. */
    ORGANISER("评价组织员"),
    /** Decides appeals against stars in which one had no part. */
    ADJUDICATOR("申诉裁决员"),
    /** Scores institutions on panels into which one was drawn. */
    EXPERT("评价专家");

    private final String chinese;

    Duty(String chinese) {
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }

    /** The word used in tokens and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
