package xingma.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static xingma.registry.Some.BINLAN;
import static xingma.registry.Some.CHECKER;
import static xingma.registry.Some.NOON;
import static xingma.registry.Some.QINGHE;
import static xingma.registry.Some.QINGLAN;
import static xingma.registry.Some.REGISTRAR;
import static xingma.registry.Some.changes;
import static xingma.registry.Some.correction;
import static xingma.registry.Some.proposal;
import static xingma.registry.Some.publishedQinghe;
import static xingma.registry.Some.qinghe;
import static xingma.registry.Some.sets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.institution.InstitutionId;

/** What every {@link Register} must do. Each store runs this whole class against itself. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class RegisterContract {
    private static final String KIND = "medical-institution";

    /** Stores that hold nothing yet. */
    protected abstract Stores stores();

    private static Dossier.Step firstProposal() {
        return Dossier.open(QINGHE, KIND, QINGLAN).propose(proposal("p1", REGISTRAR, qinghe()));
    }

    private static InstitutionId id(int number) {
        return InstitutionId.firstRegisteredAs("public-place", "number-" + number);
    }

    private static Dossier.Step firstProposal(int number) {
        return Dossier.open(id(number), "public-place", BINLAN)
                .propose(proposal(
                        "p" + number,
                        REGISTRAR,
                        List.of(
                                sets("premises//name", "云汀旅馆%04d".formatted(number)),
                                sets("premises//district", BINLAN.value()),
                                sets("premises//address", "滨澜路%d号".formatted(number)))));
    }

    @Test
    void an_institution_that_never_came_in_has_no_dossier() {
        var register = stores().register();

        assertEquals(Optional.empty(), register.find(QINGHE));
        assertEquals(Map.of(), register.findAll(List.of(QINGHE)));
        assertEquals(List.of(), register.history(QINGHE));
        assertEquals(List.of(), register.in(QINGLAN, Optional.empty()).items());
    }

    @Test
    void a_proposed_dossier_is_found_as_it_was_kept() {
        var register = stores().register();
        var step = firstProposal();

        assertTrue(register.keep(step));

        assertEquals(Optional.of(step.after()), register.find(QINGHE));
    }

    @Test
    void what_was_refused_before_it_was_ever_published_is_not_listed_and_belongs_to_no_district() {
        var register = stores().register();
        var proposed = firstProposal();
        register.keep(proposed);
        var refused = proposed.after().refuse(CHECKER.id(), "不在本区", NOON);

        assertTrue(register.keep(refused));
        assertEquals(List.of(), register.in(QINGLAN, Optional.empty()).items());

        var elsewhere = register.find(QINGHE).orElseThrow().propose(proposal(
                "p2", REGISTRAR, List.of(sets("premises//name", "云汀青禾医疗美容门诊部"), sets("premises//district", BINLAN.value()))));
        assertTrue(register.keep(elsewhere));
        assertEquals(1, register.in(BINLAN, Optional.empty()).items().size());
        assertEquals(1, register.history(QINGHE).size());
    }

    @Test
    void a_published_dossier_is_found_with_every_fact_and_its_origin() {
        var register = stores().register();

        var published = publishedQinghe(register);

        assertEquals(firstProposal().after().check(CHECKER.id(), NOON).after(), published);
        assertEquals("gao", published.published().orElseThrow().newest().proposedBy());
    }

    @Test
    void facts_of_any_script_and_sign_come_back_as_they_were() {
        var register = stores().register();
        var odd = "𠮷田“クリニック” <b>&amp;</b> \\ / \" ' 한국 é";
        var step = Dossier.open(QINGHE, KIND, QINGLAN)
                .propose(proposal(
                        "p1",
                        REGISTRAR,
                        List.of(
                                sets("premises//name", odd),
                                sets("premises//district", QINGLAN.value()),
                                sets("credential/备/案 2026 号/number", "备/案 2026 号"))));

        register.keep(step);

        assertEquals(Optional.of(step.after()), register.find(QINGHE));
    }

    @Test
    void keeping_the_same_step_again_is_keeping_it_once() {
        var register = stores().register();
        var proposed = firstProposal();
        var checked = proposed.after().check(CHECKER.id(), NOON);

        assertTrue(register.keep(proposed));
        assertTrue(register.keep(proposed));
        assertTrue(register.keep(checked));
        assertTrue(register.keep(checked));

        assertEquals(Optional.of(checked.after()), register.find(QINGHE));
        assertEquals(1, register.history(QINGHE).size());
    }

    @Test
    void the_second_of_two_first_proposals_is_not_kept() {
        var register = stores().register();
        var first = firstProposal();
        var second = Dossier.open(QINGHE, KIND, QINGLAN).propose(proposal("p2", REGISTRAR, qinghe()));

        assertTrue(register.keep(first));
        assertFalse(register.keep(second));

        assertEquals(Optional.of(first.after()), register.find(QINGHE));
    }

    @Test
    void a_step_from_a_dossier_that_moved_on_is_not_kept() {
        var register = stores().register();
        var published = publishedQinghe(register);
        var mine = published.propose(correction("c1", REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路20号")));
        var theirs = published.propose(correction("c2", REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路22号")));

        assertTrue(register.keep(theirs));
        assertFalse(register.keep(mine));

        assertEquals(Optional.of(theirs.after()), register.find(QINGHE));
    }

    @Test
    void a_step_on_a_dossier_that_never_came_in_is_not_kept() {
        var register = stores().register();

        assertFalse(register.keep(firstProposal().after().check(CHECKER.id(), NOON)));

        assertEquals(Optional.empty(), register.find(QINGHE));
        assertEquals(List.of(), register.history(QINGHE));
    }

    @Test
    void of_many_who_take_a_step_at_once_one_succeeds() throws Exception {
        var register = stores().register();
        var published = publishedQinghe(register);
        var tries = IntStream.range(0, 8)
                .<Callable<Boolean>>mapToObj(i -> () -> register.keep(published.propose(
                        correction("c" + i, REGISTRAR, changes("premises//address", "听雨路18号2层", "听雨路" + i + "号")))))
                .toList();

        var kept = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var attempt : threads.invokeAll(tries)) {
                kept += attempt.get() ? 1 : 0;
            }
        }

        assertEquals(1, kept);
        assertEquals(published.revision() + 1, register.find(QINGHE).orElseThrow().revision());
    }

    @Test
    void history_tells_each_decided_change_newest_first() {
        var register = stores().register();
        var dossier = publishedQinghe(register);
        for (var step : List.of("refuse", "supersede")) {
            var proposed = dossier.propose(correction(step, REGISTRAR, sets("premises//phone", "010-00000001")));
            register.keep(proposed);
            var decided = step.equals("refuse")
                    ? proposed.after().refuse(CHECKER.id(), "号码核对不符", NOON)
                    : proposed.after().propose(correction("again", REGISTRAR, sets("premises//phone", "010-00000002")));
            register.keep(decided);
            dossier = decided.after();
        }

        var history = register.history(QINGHE);

        assertEquals(List.of("supersede", "refuse", "p1"), history.stream().map(c -> c.proposal().id()).toList());
        assertEquals("号码核对不符", ((Change.Refused) history.get(1)).reason());
        assertEquals(1, ((Change.Checked) history.get(2)).version());
    }

    @Test
    void a_district_lists_its_own_by_name_with_what_waits() {
        var register = stores().register();
        register.keep(firstProposal(2));
        register.keep(firstProposal(1));
        publishedQinghe(register);

        var listed = register.in(BINLAN, Optional.empty());

        assertEquals(List.of("云汀旅馆0001", "云汀旅馆0002"), listed.items().stream().map(Summary::name).toList());
        assertEquals(Optional.of("import-1"), listed.items().getFirst().occasion());
        assertEquals(0, listed.items().getFirst().version());
        assertEquals(Optional.empty(), listed.next());
        var qinghe = register.in(QINGLAN, Optional.empty()).items().getFirst();
        assertEquals(List.of(Some.NUMBER), qinghe.numbers());
        assertFalse(qinghe.isPending());
        assertEquals(1, qinghe.version());
    }

    @Test
    void a_list_goes_on_where_its_page_ended() {
        var register = stores().register();
        register.keepAll(IntStream.range(0, 230).mapToObj(RegisterContract::firstProposal).toList());

        var names = new ArrayList<String>();
        var pages = 0;
        Optional<String> after = Optional.empty();
        do {
            var page = register.in(BINLAN, after);
            page.items().forEach(s -> names.add(s.name()));
            after = page.next();
            pages++;
        } while (after.isPresent() && pages < 20);

        assertEquals(IntStream.range(0, 230).mapToObj("云汀旅馆%04d"::formatted).toList(), names);
        assertTrue(pages > 1);
    }

    @Test
    void a_place_in_a_list_that_never_was_is_only_a_place() {
        var register = stores().register();
        register.keep(firstProposal(1));

        assertEquals(1, register.in(BINLAN, Optional.of(" ")).items().size());
        assertEquals(0, register.in(BINLAN, Optional.of("龥".repeat(2_000))).items().size());
    }

    @Test
    void an_institution_that_moves_is_listed_in_its_new_district() {
        var register = stores().register();
        var moved = publishedQinghe(register)
                .propose(correction("c1", REGISTRAR, changes("premises//district", QINGLAN.value(), BINLAN.value())));
        register.keep(moved);
        register.keep(moved.after().check(CHECKER.id(), NOON));

        assertEquals(List.of(), register.in(QINGLAN, Optional.empty()).items());
        assertEquals(1, register.in(BINLAN, Optional.empty()).items().size());
    }

    @Test
    void many_steps_are_kept_each_for_itself() {
        var register = stores().register();
        var proposed = IntStream.range(0, 130).mapToObj(RegisterContract::firstProposal).toList();
        var overtaken = proposed.get(77);
        register.keep(Dossier.open(overtaken.before().id(), "public-place", BINLAN)
                .propose(proposal("other", REGISTRAR, List.of(sets("premises//name", "别家")))));
        register.keep(proposed.get(3));

        assertEquals(Set.of(overtaken.before().id()), register.keepAll(proposed));

        var found = register.findAll(proposed.stream().map(s -> s.before().id()).toList());
        assertEquals(130, found.size());
        assertEquals(proposed.get(129).after(), found.get(id(129)));
        assertEquals("other", found.get(id(77)).pending().orElseThrow().proposal().id());
    }

    @Test
    void many_steps_kept_again_are_kept_once() {
        var register = stores().register();
        var proposed = IntStream.range(0, 60).mapToObj(RegisterContract::firstProposal).toList();
        var checked = proposed.stream().map(s -> s.after().check(CHECKER.id(), NOON)).toList();
        register.keepAll(proposed);

        assertEquals(Set.of(), register.keepAll(proposed));
        assertEquals(Set.of(), register.keepAll(checked));
        assertEquals(Set.of(), register.keepAll(checked));

        assertEquals(Optional.of(checked.get(59).after()), register.find(id(59)));
        assertEquals(1, register.history(id(0)).size());
    }

    @Test
    void two_steps_of_one_institution_are_kept_in_their_order() {
        var register = stores().register();
        var proposed = firstProposal();
        var checked = proposed.after().check(CHECKER.id(), NOON);

        assertEquals(Set.of(), register.keepAll(List.of(proposed, checked)));

        assertEquals(Optional.of(checked.after()), register.find(QINGHE));
    }

    @Test
    void nothing_to_keep_is_kept() {
        assertEquals(Set.of(), stores().register().keepAll(List.of()));
    }
}
