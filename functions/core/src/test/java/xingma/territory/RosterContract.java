package xingma.territory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.territory.Roster.Colleague;

/** What every roster does. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class RosterContract {
    private static final RegionCode QINGLAN = new RegionCode("990102");
    private static final RegionCode BINLAN = new RegionCode("990103");

    /** An empty roster. */
    protected abstract Roster roster();

    @Test
    void who_was_noted_is_known_by_name_and_nobody_else() {
        var roster = roster();
        roster.note(officer("7f3c2a10-0001", "高敏"));
        roster.note(officer("7f3c2a10-0002", "沈铎"));
        assertEquals(
                Map.of("7f3c2a10-0001", "高敏", "7f3c2a10-0002", "沈铎"),
                roster.names(List.of("7f3c2a10-0001", "7f3c2a10-0002", "7f3c2a10-0001", "nobody")));
        assertEquals(Map.of(), roster.names(Set.of("nobody")));
        assertEquals(Map.of(), roster.names(List.of()));
    }

    @Test
    void noted_twice_is_noted_once_and_a_new_name_takes_the_place_of_the_old() {
        var roster = roster();
        roster.note(officer("gao", "高敏"));
        roster.note(officer("gao", "高敏"));
        assertEquals(Map.of("gao", "高敏"), roster.names(List.of("gao")));
        roster.note(officer("gao", "高敏（综合科）"));
        assertEquals(Map.of("gao", "高敏（综合科）"), roster.names(List.of("gao")));
    }

    @Test
    void two_of_one_name_are_two_officers() {
        var roster = roster();
        roster.note(officer("zhang-1", "张伟"));
        roster.note(officer("zhang-2", "张伟"));
        assertEquals(Map.of("zhang-1", "张伟", "zhang-2", "张伟"), roster.names(List.of("zhang-1", "zhang-2")));
    }

    @Test
    void no_question_is_answered_without_bound() {
        var roster = roster();
        var ids = IntStream.range(0, Roster.MOST + 20).mapToObj(i -> "officer-" + i).toList();
        ids.forEach(id -> roster.note(officer(id, "甲")));
        assertEquals(Set.copyOf(ids.subList(0, Roster.MOST)), roster.names(ids).keySet());
    }

    @Test
    void who_handles_cases_is_listed_where_they_do() {
        var roster = roster();
        roster.note(officer("gao", "高敏"));
        roster.note(handler("zhang-2", "张伟", QINGLAN));
        roster.note(handler("zhang-1", "张伟", QINGLAN));
        roster.note(handler("luo", "罗青", QINGLAN));
        roster.note(handler("shi", "石澜", BINLAN));
        assertEquals(
                List.of(new Colleague("zhang-1", "张伟"), new Colleague("zhang-2", "张伟"), new Colleague("luo", "罗青")),
                roster.handlers(QINGLAN));
        assertEquals(List.of(new Colleague("shi", "石澜")), roster.handlers(BINLAN));
        assertEquals(List.of(), roster.handlers(new RegionCode("990100")));
        assertEquals(Map.of("luo", "罗青"), roster.names(List.of("luo")));
    }

    @Test
    void who_moves_is_listed_where_they_are_now_and_who_handles_no_more_nowhere() {
        var roster = roster();
        roster.note(handler("luo", "罗青", QINGLAN));
        roster.note(handler("luo", "罗青", BINLAN));
        assertEquals(List.of(), roster.handlers(QINGLAN));
        assertEquals(List.of(new Colleague("luo", "罗青")), roster.handlers(BINLAN));
        roster.note(handler("luo", "罗小青", BINLAN));
        assertEquals(List.of(new Colleague("luo", "罗小青")), roster.handlers(BINLAN));
        roster.note(new Officer("luo", "罗小青", BINLAN, Set.of(Duty.AUDITOR)));
        assertEquals(List.of(), roster.handlers(BINLAN));
        assertEquals(Map.of("luo", "罗小青"), roster.names(List.of("luo")));
        roster.note(handler("luo", "罗小青", BINLAN));
        assertEquals(1, roster.handlers(BINLAN).size());
    }

    private static Officer officer(String id, String name) {
        return new Officer(id, name, new RegionCode("990100"), Set.of(Duty.REGISTRAR));
    }

    private static Officer handler(String id, String name, RegionCode unit) {
        return new Officer(id, name, unit, Set.of(Duty.HANDLER, Duty.SUPERVISOR));
    }
}
