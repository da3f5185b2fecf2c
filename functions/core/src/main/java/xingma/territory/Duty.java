package xingma.territory;

import java.util.Locale;

/** What an officer is appointed to do (岗位). One person may hold several; nobody checks their own work. */
public enum Duty {
    /** 登记员: imports and corrects the register, issues placards. */
    REGISTRAR,
    /** 复核员: the second person, who publishes or refuses. */
    CHECKER,
    /** 监督员: sees to placards on site. */
    INSPECTOR;

    /** The word used in tokens and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
