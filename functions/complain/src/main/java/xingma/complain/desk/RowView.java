package xingma.complain.desk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import xingma.complaint.caseload.Row;

/** A line of the queue as the desk's screen lists it. */
public final class RowView {
    private final Office office;
    private final Map<String, String> names;

    /** @param names of officers, by id */
    public RowView(Office office, Map<String, String> names) {
        this.office = office;
        this.names = names;
    }

    public Map<String, Object> of(Row row) {
        var clocks = office.clocks().get();
        var today = office.today();
        var told = new LinkedHashMap<String, Object>();
        told.put("number", row.number().value());
        told.put("spoken", row.number().spoken());
        told.put("unit", office.named(row.unit()));
        told.put("kind", row.kind().word());
        told.put("category", category(row.category()));
        told.put("stage", ClockView.word(row.stage()));
        told.put("place", row.place());
        told.put("person", row.person());
        told.put("institution", row.institution());
        told.put("received", row.received());
        told.put("due", ClockView.of(row, clocks, today));
        told.put("assignee", row.assignee().map(this::officer));
        told.put("awaiting", row.awaiting());
        told.put("climbed", row.climbed());
        told.put("untold", row.untold());
        told.put("closed", row.closed());
        told.put("late", row.late() || row.due().filter(d -> today.isAfter(d.day())).isPresent());
        return told;
    }

    private Map<String, Object> category(String id) {
        var told = new LinkedHashMap<String, Object>();
        var category = office.clocks().get().rules().category(id);
        told.put("id", id);
        told.put("chinese", category.map(c -> c.chinese()).orElse(id));
        told.put("english", category.map(c -> c.english()).orElse(id));
        return told;
    }

    Map<String, Object> officer(String id) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", id);
        told.put("name", Optional.ofNullable(names.get(id)).orElse(id));
        return told;
    }
}
