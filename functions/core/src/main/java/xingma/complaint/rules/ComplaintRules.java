package xingma.complaint.rules;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import xingma.complaint.filing.Kind;
import xingma.territory.TimeLimit;
import xingma.territory.TimeLimits;
import xingma.territory.WorkingDays;

/** All that the bureau may change about how cases are handled, without a programmer (投诉举报规则). */
public record ComplaintRules(
        TimeLimits limits,
        ClockRules clocks,
        List<Category> categories,
        List<RefusalGround> grounds,
        List<AnswerTemplate> templates,
        List<Retention> retention,
        WorkingDays calendar) {
    public ComplaintRules {
        requireNonNull(limits, "limits");
        requireNonNull(clocks, "clocks");
        categories = List.copyOf(categories);
        grounds = List.copyOf(grounds);
        templates = List.copyOf(templates);
        retention = List.copyOf(retention);
        requireNonNull(calendar, "calendar");
    }

    /** The limit on which a clock of a case runs that began on this day. */
    public Optional<TimeLimit> limit(Kind kind, ClockRules.Which which, LocalDate began) {
        return clocks.code(kind, which).flatMap(code -> limits.inForce(code, began));
    }

    public Optional<Category> category(String id) {
        return categories.stream().filter(category -> category.id().equals(id)).findFirst();
    }

    /** The ground of this id, if a case of this kind may be refused on it. */
    public Optional<RefusalGround> ground(Kind kind, String id) {
        return grounds.stream()
                .filter(ground -> ground.id().equals(id) && ground.kinds().contains(kind))
                .findFirst();
    }

    /** These rules once more notices of holidays are out. */
    public ComplaintRules with(WorkingDays newer) {
        return new ComplaintRules(limits, clocks, categories, grounds, templates, retention, newer);
    }
}
