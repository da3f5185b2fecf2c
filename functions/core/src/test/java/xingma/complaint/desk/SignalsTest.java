package xingma.complaint.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.complaint.Some;
import xingma.complaint.Stage;
import xingma.complaint.caseload.Row;
import xingma.complaint.desk.Signals.Kin;
import xingma.complaint.desk.Signals.Signal;
import xingma.complaint.filing.Kind;
import xingma.complaint.filing.Likeness;
import xingma.complaint.number.CaseNumber;
import xingma.complaint.rules.Retention;
import xingma.complaint.rules.SignalRules;
import xingma.complaint.seal.KnownSecrets;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignalsTest {
    private static final SignalRules RULES =
            new SignalRules(50, 3, 30, 5, Duration.ofMinutes(60), "example", LocalDate.of(2026, 11, 22));
    private static final String WORDS = "十一月十日在这家门诊部做水光针，说好是周医生，进来的人没有戴胸牌，打完就走了，收据上没有名字。";

    private final Signals signals = new Signals(RULES);
    private final Row self = row(1, Some.NOON, "1.a", "refund", Optional.of("周砚宁"), WORDS);

    private static Row row(
            int i, Instant received, String phone, String category, Optional<String> person, String words) {
        return new Row(
                Some.number(i), Some.QINGLAN, Kind.COMPLAINT, category, Stage.RECEIVED, Optional.of(Some.QINGHE), "青禾",
                person, received, Optional.empty(), Optional.empty(), Optional.empty(), false, false, Optional.empty(),
                Optional.empty(), false, Optional.of(phone), Likeness.of(words, new KnownSecrets()),
                false);
    }

    private static List<CaseNumber> numbers(List<Kin> kin) {
        return kin.stream().map(Kin::number).toList();
    }

    @Test
    void a_case_alone_gives_no_signal() {
        assertEquals(List.of(), signals.of(self, List.of(self)));
    }

    @Test
    void the_same_telephone_number_or_nearly_the_same_text_may_be_a_duplicate() {
        var samePhone = row(2, Some.days(-1), "1.a", "price", Optional.empty(), "退款到现在没有收到，请帮助查一下进度。");
        var sameText = row(3, Some.days(-2), "1.b", "coercion", Optional.empty(), WORDS.replace("十日", "九日"));
        var neither = row(4, Some.days(-3), "1.c", "infection", Optional.empty(), "排队两个小时没有人理，态度很差。");
        var found = signals.of(self, List.of(samePhone, sameText, neither));
        var duplicate = (Signal.Duplicate) found.getFirst();
        assertEquals(1, found.size());
        assertEquals(List.of(samePhone.number(), sameText.number()), numbers(duplicate.cases()));
        assertTrue(duplicate.cases().getFirst().samePhone());
        assertTrue(duplicate.cases().getLast().alike() >= 50, duplicate::toString);
    }

    @Test
    void cases_about_one_person_or_one_matter_make_a_series_within_its_days() {
        var one = row(2, Some.days(-10), "1.b", "refund", Optional.of("周砚宁"), "钱没有退。");
        var two = row(3, Some.days(-29), "1.c", "refund", Optional.of("周砚宁"), "收费没有票据。");
        var tooOld = row(4, Some.days(-31), "1.d", "refund", Optional.of("周砚宁"), "态度很差。");
        var found = signals.of(self, List.of(one, two, tooOld));
        assertEquals(
                List.of(Signal.SamePerson.class, Signal.SameCategory.class), found.stream().map(Object::getClass).toList());
        found.forEach(s -> assertEquals(List.of(one.number(), two.number()), numbers(s.cases())));
    }

    @Test
    void many_within_an_hour_are_a_flood_and_it_says_how_many_are_alike() {
        var others = new ArrayList<Row>();
        for (var i = 2; i <= 5; i++) {
            var at = Some.NOON.minus(Duration.ofMinutes(10L * i));
            others.add(row(i, at, "1." + i, "c" + i, Optional.empty(), i <= 3 ? WORDS : "第" + i + "种完全不同的说法，别的事情。"));
        }
        others.add(row(6, Some.NOON.minus(Duration.ofMinutes(61)), "1.6", "c6", Optional.empty(), "早得多的一件。"));
        var flood = (Signal.Flood) signals.of(self, others).getLast();
        assertEquals(4, flood.cases().size());
        assertEquals(2, flood.alike());
    }

    @Test
    void a_contact_that_was_erased_is_the_same_as_nobodys() {
        var erased = self.without(Set.of(Retention.What.CONTACT, Retention.What.WORDS));
        assertEquals(List.of(), signals.of(erased, List.of(row(2, Some.NOON, "1.a", "x", Optional.empty(), WORDS))));
    }
}
