package xingma.institution;

/**
 * A type of medical institution (机构类别, WS 218).
 *
 * @param code such as D154, the 18th to 21st character of a registration number
 * @param aesthetic whether it is a type made for medical aesthetics
 */
public record InstitutionCategory(String code, String name, boolean aesthetic) {}
