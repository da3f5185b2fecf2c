package xingma.fact;

/** How a field is written by officers and kept in its canonical form. */
public enum FieldType {
    TEXT,
    /** Kept as 2026-11-21. */
    DATE,
    /** A whole number, ASCII digits. */
    NUMBER,
    /** One of the field's choices. */
    CHOICE,
    /** Any of the field's choices, or free items where it has none, joined by 、. */
    ITEMS,
    /** 统一社会信用代码, GB 32100-2015. */
    CREDIT_CODE,
    /** 医疗机构登记号, 22 characters. */
    REGISTRATION_NUMBER,
    /** A local licence number, held to the field's pattern. */
    LICENCE_NUMBER,
    /** 行政区划, written by name or code, kept as the code. */
    REGION,
    /** 医师执业证书编码, 15 digits, or a nurse's 10 to 16. */
    PRACTISING_CODE,
    /** 医师资格证书编码: 27 digits that contain the ID card's number; only the first nine are ever kept. */
    QUALIFICATION_CODE,
    /** The key of a kept photo; set by its own step, never by a file. */
    PHOTO
}
