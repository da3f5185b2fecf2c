package xingma.institution;

import static java.util.Objects.requireNonNull;

/**
 * One graded procedure of aesthetic surgery (美容外科项目), from 医疗美容项目分级管理目录.
 *
 * @param level 1 to 4, by difficulty and risk
 * @param region the part of the body, or empty where the list names none
 * @param name as the list words it
 * @param source where this row was read
 */
public record Procedure(int level, String region, String name, String source) {
    public Procedure {
        requireNonNull(region, "region");
        requireNonNull(name, "name");
        requireNonNull(source, "source");
        if (level < 1 || level > SurgeryLevels.HIGHEST) {
            throw new IllegalArgumentException("procedures have levels 1 to " + SurgeryLevels.HIGHEST);
        }
    }
}
