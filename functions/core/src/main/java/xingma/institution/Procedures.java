package xingma.institution;

import java.util.List;

/**
 * The graded list of aesthetic surgery (医疗美容项目分级管理目录, 卫办医政发〔2009〕220号), and what of it one institution may
 * do. Only 美容外科 is graded; provinces may adjust the list, so it is data.
 */
public record Procedures(List<Procedure> all, SurgeryLevels levels) {
    /** The second-level department that the list grades. */
    public static final String GRADED = "美容外科";

    public Procedures {
        all = List.copyOf(all);
    }

    /** What is registered for the institution's type, departments and level; nothing without 美容外科. */
    public List<Procedure> permittedTo(Institution institution) {
        var departments = institution.facts().items("aestheticDepartments");
        var highest = departments.contains(GRADED) ? levels.registeredFor(institution) : 0;
        return all.stream().filter(p -> p.level() <= highest).toList();
    }
}
