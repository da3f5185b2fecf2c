package xingma.complain.window;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import xingma.attachment.UploadForm;
import xingma.complaint.Act;
import xingma.complaint.Actor;
import xingma.complaint.Acts;
import xingma.complaint.Complaint;
import xingma.complaint.clock.Clock;
import xingma.complaint.clock.Clocks;
import xingma.complaint.receipt.Receipt;
import xingma.complaint.window.ComplainantsSeat;
import xingma.territory.City;
import xingma.territory.RegionCode;

/** A case as data, for its complainant: the same as the pages say, in the same order. */
public final class CaseJson {
    private static final JsonFactory JSON = new JsonFactory();

    /** Acts of which a complainant reads nothing: the bureau's own work, and what concerns others. */
    private static final Set<String> HIDDEN =
            Set.of("Noted", "Summarised", "Countered", "Classified", "Followed", "Reminded", "Opened");

    /** Facts of an act that may be told; officers' ids are not among them. */
    private static final Set<String> TOLD = Set.of(
            "ground", "result", "ruling", "slot", "kind", "reason", "identity", "satisfaction", "solved", "clock",
            "from", "retention", "notified");

    private final City city;
    private final Clocks clocks;

    public CaseJson(City city, Clocks clocks) {
        this.city = city;
        this.clocks = clocks;
    }

    public interface Writing {
        void to(JsonGenerator json) throws IOException;
    }

    public static byte[] bytes(Writing writing) {
        var out = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(out)) {
            json.writeStartObject();
            writing.to(json);
            json.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** What a filing is answered. */
    public byte[] receipt(Receipt receipt, Complaint complaint, Optional<Clock> promise, List<UploadForm> uploads) {
        return bytes(json -> {
            json.writeStringField("number", receipt.number().value());
            json.writeStringField("secret", receipt.secret());
            unit(json, "unit", complaint.unit());
            json.writeFieldName("due");
            if (promise.isPresent()) {
                due(json, promise.get());
            } else {
                json.writeNull();
            }
            uploads(json, uploads);
        });
    }

    /** What somebody with the receipt is shown. */
    public byte[] status(
            Complaint complaint,
            Map<String, String> words,
            Set<ComplainantsSeat.Move> lawful,
            List<UploadForm> uploads,
            Optional<String> told,
            LocalDate today) {
        return bytes(json -> {
            var filing = complaint.filing();
            json.writeStringField("number", complaint.number().value());
            json.writeStringField("stage", word(complaint.stage()));
            json.writeStringField("kind", filing.kind().word());
            json.writeStringField("category", complaint.docket().category());
            json.writeStringField("identity", word(complaint.docket().identity()));
            json.writeBooleanField("notified", complaint.docket().isNotified());
            json.writeStringField("place", filing.subject().place());
            unit(json, "unit", complaint.unit());
            json.writeBooleanField("awaiting", complaint.docket().isAwaitingReply());
            json.writeBooleanField("joinOffered", complaint.docket().joinOffer().isPresent());
            json.writeStringField("outcome", told.orElse("shown"));
            json.writeArrayFieldStart("clocks");
            for (var clock : clocks.all(complaint)) {
                clock(json, clock, today);
            }
            json.writeEndArray();
            acts(json, complaint, words);
            opened(json, complaint);
            json.writeArrayFieldStart("lawful");
            for (var move : lawful.stream().map(CaseJson::word).sorted().toList()) {
                json.writeString(move);
            }
            json.writeEndArray();
            uploads(json, uploads);
        });
    }

    /** The promise of a filing. */
    public static void due(JsonGenerator json, Clock clock) throws IOException {
        json.writeStartObject();
        json.writeStringField("day", clock.due().day().toString());
        json.writeNumberField("days", clock.span().amount());
        json.writeStringField("counts", word(clock.span().unit()));
        json.writeBooleanField("provisional", clock.due().provisional());
        json.writeStringField("basis", clock.limit().basis());
        json.writeEndObject();
    }

    private void clock(JsonGenerator json, Clock clock, LocalDate today) throws IOException {
        json.writeStartObject();
        json.writeStringField("which", word(clock.which()));
        json.writeStringField("start", clock.start().toString());
        json.writeStringField("day", clock.due().day().toString());
        json.writeNumberField("days", clock.span().amount());
        json.writeStringField("counts", word(clock.span().unit()));
        json.writeNumberField("used", clocks.used(clock, today));
        json.writeBooleanField("provisional", clock.due().provisional());
        json.writeBooleanField("extended", clock.extended());
        json.writeBooleanField("paused", clock.paused());
        json.writeStringField("stopped", clock.stopped().map(LocalDate::toString).orElse(null));
        json.writeBooleanField("late", clock.isLate(today));
        json.writeStringField("basis", clock.limit().basis());
        json.writeEndObject();
    }

    private void acts(JsonGenerator json, Complaint complaint, Map<String, String> words) throws IOException {
        json.writeArrayFieldStart("acts");
        for (var act : complaint.docket().acts()) {
            var line = Acts.write(act);
            if (HIDDEN.contains(line.what())) {
                continue;
            }
            json.writeStartObject();
            json.writeStringField("what", line.what());
            json.writeStringField("at", act.at().toString());
            by(json, act.by());
            json.writeStringField("words", words.get(act.id()));
            json.writeObjectFieldStart("facts");
            for (var fact : line.facts().entrySet()) {
                if (TOLD.contains(fact.getKey()) || act instanceof Act.DueMoved) {
                    json.writeStringField(fact.getKey(), fact.getValue());
                }
            }
            if (act instanceof Act.Transferred t) {
                json.writeStringField("to", t.to().value());
            } else if (act instanceof Act.Designated d) {
                json.writeStringField("to", d.to().value());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void opened(JsonGenerator json, Complaint complaint) throws IOException {
        json.writeArrayFieldStart("opened");
        for (var act : complaint.docket().all(Act.Opened.class).toList()) {
            json.writeStartObject();
            json.writeStringField("at", act.at().toString());
            by(json, act.by());
            json.writeStringField("what", word(act.part()));
            json.writeStringField("why", act.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** By unit: it answers for its officers. */
    private void by(JsonGenerator json, Actor actor) throws IOException {
        switch (actor) {
            case Actor.Bureau(var officer, var territory) -> unit(json, "who", territory);
            case Actor.Complainant c -> json.writeStringField("who", "you");
            case Actor.Premises p -> json.writeStringField("who", "system");
            case Actor.Sweep s -> json.writeStringField("who", "system");
        }
    }

    private void unit(JsonGenerator json, String field, RegionCode code) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("code", code.value());
        var named = city.named(code);
        json.writeStringField("chinese", named.map(r -> r.chinese() + "卫生健康局").orElse(code.value()));
        json.writeStringField("english", named.map(r -> r.english() + " Health Bureau").orElse(code.value()));
        json.writeEndObject();
    }

    private static void uploads(JsonGenerator json, List<UploadForm> uploads) throws IOException {
        json.writeArrayFieldStart("uploads");
        for (var form : uploads) {
            json.writeStartObject();
            json.writeStringField("action", form.action());
            json.writeObjectFieldStart("fields");
            for (var field : form.fields().entrySet()) {
                json.writeStringField(field.getKey(), field.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String word(Enum<?> name) {
        return name.name().toLowerCase(Locale.ROOT);
    }
}
