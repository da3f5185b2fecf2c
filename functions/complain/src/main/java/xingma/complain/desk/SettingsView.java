package xingma.complain.desk;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import xingma.aws.http.Request;
import xingma.complaint.Act;
import xingma.complaint.Stage;
import xingma.complaint.desk.Move;
import xingma.complaint.filing.Kind;
import xingma.complaint.rules.AnswerTemplate;
import xingma.complaint.rules.Category;
import xingma.complaint.rules.ClockRules.Which;
import xingma.complaint.rules.SignalRules;
import xingma.territory.Officer;
import xingma.territory.Span;

/** The rules by which cases are handled, for the screen to offer (办理规则). */
public final class SettingsView {
    private SettingsView() {}

    public static Map<String, Object> of(Request request, Officer officer, Office office, SignalRules signals) {
        var rules = office.clocks().get().rules();
        var told = new LinkedHashMap<String, Object>();
        told.put("kinds", Arrays.stream(Kind.values()).map(k -> named(k.word(), k.chinese(), k.english())).toList());
        told.put(
                "stages",
                Arrays.stream(Stage.values())
                        .map(s -> named(ClockView.word(s), s.chinese(), s.english()))
                        .toList());
        told.put(
                "results",
                Arrays.stream(Act.Result.values())
                        .map(r -> named(ClockView.word(r), r.chinese(), r.english()))
                        .toList());
        told.put(
                "moves",
                Arrays.stream(Move.What.values())
                        .map(m -> Map.of("id", m.word(), "chinese", m.chinese()))
                        .toList());
        told.put("categories", rules.categories().stream().map(SettingsView::category).toList());
        told.put(
                "grounds",
                rules.grounds().stream()
                        .map(g -> {
                            var ground = named(g.id(), g.chinese(), g.english());
                            ground.put("kinds", g.kinds().stream().sorted().map(Kind::word).toList());
                            ground.put("basis", g.basis());
                            return ground;
                        })
                        .toList());
        told.put(
                "templates",
                rules.templates().stream()
                        .map(t -> {
                            var template = named(t.id(), t.chinese(), t.english());
                            template.put("use", use(t.use()).word());
                            return template;
                        })
                        .toList());
        told.put(
                "units",
                Stream.concat(Stream.of(office.city().region()), office.city().districts().stream())
                        .toList());
        told.put(
                "handlers",
                office.desk().units(officer).stream()
                        .flatMap(u -> office.names().handlers(request, u).stream()
                                .map(h -> Map.of("unit", u.value(), "id", h.id(), "name", h.name())))
                        .toList());
        told.put("clocks", clocks(office));
        told.put(
                "signals",
                Map.of(
                        "alike", signals.alike(),
                        "seriesCases", signals.seriesCases(),
                        "seriesDays", signals.seriesDays(),
                        "floodCases", signals.floodCases(),
                        "floodMinutes", signals.floodWithin().toMinutes(),
                        "source", signals.source(),
                        "date", signals.date()));
        told.put("longestWords", Move.LONGEST_WORDS);
        told.put("longestReason", Act.Opened.LONGEST_REASON);
        return told;
    }

    /** The move for which a template is offered. */
    private static Move.What use(AnswerTemplate.Use use) {
        return switch (use) {
            case ACCEPT -> Move.What.ACCEPT;
            case REFUSE -> Move.What.REFUSE;
            case ASK -> Move.What.ASK;
            case EXTEND -> Move.What.EXTEND;
            case PAUSE -> Move.What.PAUSE;
            case TRANSFER -> Move.What.TRANSFER;
            case ANSWER -> Move.What.ANSWER;
            case REVIEW -> Move.What.REVIEW;
            case SUMMARY -> Move.What.SUMMARISE;
        };
    }

    private static Map<String, Object> category(Category category) {
        var told = named(category.id(), category.chinese(), category.english());
        told.put("kinds", category.kinds().stream().map(Kind::word).toList());
        told.put("premises", category.premises().stream().sorted().toList());
        told.put("about", ClockView.word(category.about()));
        told.put("urgent", category.urgent());
        return told;
    }

    private static List<Map<String, Object>> clocks(Office office) {
        var rules = office.clocks().get().rules();
        var clocks = new ArrayList<Map<String, Object>>();
        for (var kind : Kind.values()) {
            for (var which : Which.values()) {
                rules.limit(kind, which, office.today()).ifPresent(limit -> {
                    var told = new LinkedHashMap<String, Object>();
                    told.put("kind", kind.word());
                    told.put("which", ClockView.word(which));
                    told.put("limit", ClockView.limit(limit));
                    told.put("days", limit.span().map(Span::amount));
                    told.put("unit", limit.span().map(s -> ClockView.word(s.unit())));
                    told.put("extension", limit.extension().map(Span::amount));
                    clocks.add(told);
                });
            }
        }
        return clocks;
    }

    private static Map<String, Object> named(String id, String chinese, String english) {
        var told = new LinkedHashMap<String, Object>();
        told.put("id", id);
        told.put("chinese", chinese);
        told.put("english", english);
        return told;
    }
}
