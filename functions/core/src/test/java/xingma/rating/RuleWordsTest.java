package xingma.rating;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import xingma.fact.Wording;
import xingma.warning.Warning.Severity;

@DisplayNameGeneration(ReplaceUnderscores.class)
final class RuleWordsTest {
    private static final Standard.Rules RULES = new Standard.Rules(
            30, 3, 30, 24,
            List.of(new Standard.WarningCap(Severity.SEVERE, 0), new Standard.WarningCap(Severity.ADVICE, 4)),
            Arrays.stream(Track.Kind.values()).map(kind -> new Standard.Demerit(kind, kind.ordinal() + 1)).toList(),
            List.of(new Standard.Fading(12, 100), new Standard.Fading(24, 50)),
            List.of(new Standard.DemeritCap(3, 4), new Standard.DemeritCap(6, 3)));

    @Test
    void each_rule_beside_the_scores_is_a_sentence() {
        assertEquals(
                new Wording(
                        "有没解除的警示，不得星；有没解除的提醒，最多四星",
                        "with a severe warning open no star; with a notice open four stars at most"),
                RuleWords.warnings(RULES).orElseThrow());
        assertEquals(
                new Wording(
                        "查实的投诉举报计1分；行政处罚计2分；红线被触碰计3分；负主要责任的医疗事故计4分",
                        "a complaint upheld weighs 1; a penalty weighs 2; a red line crossed weighs 3; "
                                + "an accident with main responsibility weighs 4"),
                RuleWords.demerits(RULES).orElseThrow());
        assertEquals(
                new Wording("12个月内按100%计；24个月内按50%计，以后不计", "100% for 12 months; 50% for 24 months, then nothing"),
                RuleWords.fading(RULES).orElseThrow());
        assertEquals(
                new Wording("累计满3分，最多四星；累计满6分，最多三星", "from 3 on four stars at most; from 6 on three stars at most"),
                RuleWords.demeritCaps(RULES).orElseThrow());
    }

    @Test
    void what_a_standard_has_no_rule_for_is_not_said() {
        var none = new Standard.Rules(30, 3, 30, 24, List.of(), List.of(), List.of(), List.of());
        assertEquals(
                List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(
                        RuleWords.warnings(none), RuleWords.demerits(none), RuleWords.fading(none), RuleWords.demeritCaps(none)));
    }
}
