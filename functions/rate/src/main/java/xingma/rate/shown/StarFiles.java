package xingma.rate.shown;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import xingma.evaluation.report.StarBoard;
import xingma.evaluation.rules.Exemption;
import xingma.evaluation.star.StarCard;
import xingma.rate.told.ExemptionView;
import xingma.rate.told.Views;
import xingma.rating.ReckoningWords;

/** Stars as data: a card as JSON with all that it follows from, and lists as CSV. */
public final class StarFiles {
    private static final String HEADINGS =
            "institution,name,district,state,stars,total,parts,published_or_since,valid_until,standard,reason,entry";

    /** Spreadsheets read Chinese rightly only behind this mark. */
    static final char MARK = '\uFEFF';

    private StarFiles() {}

    public static Map<String, Object> told(
            StarCard card, Optional<StarBoard.Published> why, Optional<Exemption> exemption) {
        var told = new LinkedHashMap<String, Object>();
        told.put("institution", card.institution().value());
        told.put("evaluation", card.evaluation().toString());
        told.put("name", card.name());
        told.put("district", card.district().value());
        told.put("state", card.state().name().toLowerCase(Locale.ROOT));
        told.put("stars", card.stars());
        told.put("day", card.day());
        told.put("until", card.until());
        told.put("reason", card.reason());
        told.put("standard", card.standard());
        told.put("draft", card.draft());
        told.put("reply", card.reply());
        told.put("entry", card.entry());
        told.put("earlier", card.earlier().stream().map(StarFiles::said).toList());
        told.put("why", why.map(StarFiles::why));
        told.put("exemption", exemption.map(ExemptionView::of));
        return told;
    }

    private static Map<String, Object> said(StarCard.Said said) {
        var told = new LinkedHashMap<String, Object>();
        told.put("day", said.day());
        told.put("state", said.state().name().toLowerCase(Locale.ROOT));
        told.put("stars", said.stars());
        told.put("entry", said.entry());
        return told;
    }

    /** With the standard, this is all that is needed to reckon the same star again. */
    private static Map<String, Object> why(StarBoard.Published why) {
        var marks = new LinkedHashMap<String, Object>();
        why.sheet().marks().forEach((clause, mark) -> marks.put(clause, Views.mark(mark)));
        var events = why.standing().track().events().stream()
                .map(e -> Map.of("kind", e.kind().name(), "on", e.on(), "record", e.record()))
                .toList();
        var told = new LinkedHashMap<String, Object>();
        told.put("type", why.type());
        told.put("day", why.standing().day());
        told.put("sheet", marks);
        told.put("warnings", why.standing().track().openWarnings().stream().map(Enum::name).toList());
        told.put("events", events);
        told.put("reckoning", new ReckoningWords(why.standard()).all(why.stars().reckoning()));
        told.put("enforcementExperts", why.enforcement());
        told.put("associationExperts", why.association());
        return told;
    }

    /** A line for each card, after a line of headings (RFC 4180). */
    public static String csv(List<StarCard> cards) {
        return MARK + HEADINGS + "\r\n" + cards.stream().map(c -> line(c) + "\r\n").collect(Collectors.joining());
    }

    private static String line(StarCard card) {
        return String.join(
                ",",
                card.institution().value(),
                quoted(card.name()),
                card.district().value(),
                card.state().name(),
                card.stars().map(Object::toString).orElse(""),
                card.scores().map(s -> tenths(s.total())).orElse(""),
                quoted(card.scores()
                        .map(s -> s.parts().stream()
                                .map(p -> p.chinese() + " " + tenths(p.tenths()))
                                .collect(Collectors.joining("; ")))
                        .orElse("")),
                card.day().toString(),
                card.until().map(Object::toString).orElse(""),
                quoted(card.standard()),
                card.reason().orElse(""),
                card.entry());
    }

    private static String tenths(int tenths) {
        return tenths / 10 + "." + tenths % 10;
    }

    /** A name never begins what a spreadsheet would reckon. */
    static String quoted(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
