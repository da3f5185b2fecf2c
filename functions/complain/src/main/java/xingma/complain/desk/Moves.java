package xingma.complain.desk;

import java.util.Locale;
import java.util.Optional;
import xingma.aws.http.Request;
import xingma.aws.json.StrictJson;
import xingma.complaint.Act.Result;
import xingma.complaint.Act.Ruling;
import xingma.complaint.desk.Bar;
import xingma.complaint.desk.Move;
import xingma.complaint.desk.Move.What;
import xingma.complaint.number.CaseNumber;
import xingma.territory.RegionCode;

/** Moves as they come in: each with its own fields, and no others. */
public final class Moves {
    private Moves() {}

    record Plain(String id, String words) {}

    record Accept(String id, Optional<String> words) {}

    record Assign(String id, String to) {}

    record Classify(String id, String category) {}

    record Refuse(String id, String ground, String words) {}

    record Elsewhere(String id, RegionCode to, String words) {}

    record Join(String id, String lead) {}

    record Answer(String id, String result, String words) {}

    record Review(String id, String ruling, String words) {}

    public static Move read(What what, Request request) {
        return switch (what) {
            case ASSIGN -> {
                var asked = read(request, Assign.class);
                yield new Move.Assign(Telling.id(asked.id()), asked.to());
            }
            case CLASSIFY -> {
                var asked = read(request, Classify.class);
                yield new Move.Classify(Telling.id(asked.id()), asked.category());
            }
            case ACCEPT -> {
                var asked = read(request, Accept.class);
                yield new Move.Accept(Telling.id(asked.id()), asked.words().map(Moves::words));
            }
            case REFUSE -> {
                var asked = read(request, Refuse.class);
                yield new Move.Refuse(Telling.id(asked.id()), asked.ground(), words(asked.words()));
            }
            case TRANSFER -> {
                var asked = read(request, Elsewhere.class);
                yield new Move.Transfer(Telling.id(asked.id()), asked.to(), words(asked.words()));
            }
            case DESIGNATE -> {
                var asked = read(request, Elsewhere.class);
                yield new Move.Designate(Telling.id(asked.id()), asked.to(), words(asked.words()));
            }
            case OFFER_JOIN -> {
                var asked = read(request, Join.class);
                var lead = CaseNumber.read(asked.lead())
                        .orElseThrow(() -> Telling.refused(Bar.NO_SUCH_LEAD));
                yield new Move.OfferJoin(Telling.id(asked.id()), lead);
            }
            case ANSWER -> {
                var asked = read(request, Answer.class);
                var result = word(Result.class, "result", asked.result());
                yield new Move.Answer(Telling.id(asked.id()), result, words(asked.words()));
            }
            case REVIEW -> {
                var asked = read(request, Review.class);
                var ruling = word(Ruling.class, "ruling", asked.ruling());
                yield new Move.Review(Telling.id(asked.id()), ruling, words(asked.words()));
            }
            case ASK, TELL, NOTE, DISPUTE, EXTEND, PAUSE, RESUME, REOPEN, SUMMARISE -> {
                var asked = read(request, Plain.class);
                yield plain(what, Telling.id(asked.id()), words(asked.words()));
            }
        };
    }

    private static Move plain(What what, String id, String words) {
        return switch (what) {
            case ASK -> new Move.Ask(id, words);
            case TELL -> new Move.Tell(id, words);
            case NOTE -> new Move.Note(id, words);
            case DISPUTE -> new Move.Dispute(id, words);
            case EXTEND -> new Move.Extend(id, words);
            case PAUSE -> new Move.Pause(id, words);
            case RESUME -> new Move.Resume(id, words);
            case REOPEN -> new Move.Reopen(id, words);
            case SUMMARISE -> new Move.Summarise(id, words);
            case ASSIGN, CLASSIFY, ACCEPT, REFUSE, TRANSFER, DESIGNATE, OFFER_JOIN, ANSWER, REVIEW ->
                throw new IllegalArgumentException(what + " says more than words");
        };
    }

    private static <T> T read(Request request, Class<T> type) {
        return StrictJson.FORMS.read(request, type);
    }

    private static String words(String words) {
        return Telling.words("words", words, Move.LONGEST_WORDS);
    }

    /** One of an enum's names in lower case. */
    public static <E extends Enum<E>> E word(Class<E> type, String field, String word) {
        for (var each : type.getEnumConstants()) {
            if (each.name().toLowerCase(Locale.ROOT).equals(word)) {
                return each;
            }
        }
        throw Telling.malformed(
                field, field + ".unknown", "没有这个选项。请从列表里选。", "There is no such choice. Choose from the list.");
    }
}
