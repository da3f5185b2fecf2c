package xingma.fact;

import java.util.Locale;

/** The parts of a register entry. All but the premises themselves hold several things, each by its own key. */
public enum Section {
    /** 机构本身; key is empty. */
    PREMISES,
    /** 许可证或备案凭证; key is the credential's number. */
    CREDENTIAL,
    /** 医师护士; key is the practising code. */
    PERSON,
    /** 执业状态的变化; key is the number of the decision, or its date when it has none. */
    PRACTICE;

    /** The word used in JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
