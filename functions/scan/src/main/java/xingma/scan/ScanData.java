package xingma.scan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import xingma.evaluation.star.StarCard;
import xingma.fact.Facts;
import xingma.fact.FieldType;
import xingma.fact.Section;
import xingma.institution.Credential;
import xingma.institution.Institution;
import xingma.institution.PremisesKind;
import xingma.institution.Verdict;
import xingma.pages.Language;
import xingma.pages.Publisher;
import xingma.placard.Posting;
import xingma.placard.Scan;
import xingma.practitioner.Practitioner;
import xingma.warning.Warning;

/** The scan page's facts for machines (开放数据): only what the page shows too, and as a linkset (RFC 9264). */
final class ScanData {
    private static final JsonFactory JSON = new JsonFactory();
    /** Said in a form of their own, or nobody's business. */
    private static final Set<String> NOT_AS_IS = Set.of(
            "code", "photo", "qualification", "leadFiling", "training", "leftOn", "photoConsentOn");

    private final Publisher publisher;
    private final Function<String, Optional<PremisesKind>> kinds;

    ScanData(Publisher publisher, Function<String, Optional<PremisesKind>> kinds) {
        this.publisher = publisher;
        this.kinds = kinds;
    }

    byte[] json(Scan.Standing scan, LocalDate day) {
        var kind = kinds.apply(scan.entry().kind()).orElseThrow();
        var institution = scan.entry().institution();
        return written(json -> {
            json.writeStartObject();
            placard(json, scan);
            verdict(json, Verdict.of(institution, kind.conditions(), day));
            institution(json, institution, kind);
            json.writeArrayFieldStart("credentials");
            for (var credential : institution.credentials()) {
                credential(json, credential, kind, day);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("people");
            for (var person : scan.entry().people()) {
                if (person.worksHereOn(day)) {
                    person(json, person, kind, day);
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("practice");
            for (var decision : institution.decisions()) {
                if (!decision.since().isAfter(day)) {
                    json.writeStartObject();
                    facts(json, kind, Section.PRACTICE, decision.facts());
                    json.writeEndObject();
                }
            }
            json.writeEndArray();
            json.writeArrayFieldStart("warnings");
            for (var warning : scan.warnings()) {
                if (warning.holdsOn(day)) {
                    warning(json, warning);
                }
            }
            json.writeEndArray();
            if (scan.star().isPresent()) {
                star(json, scan.star().get());
            }
            source(json, scan);
            json.writeEndObject();
        });
    }

    /** Where the page and its data are, in each language. */
    byte[] links(Scan.Standing scan) {
        var address = publisher.publicBaseUrl() + "/q/" + scan.placard().code();
        return written(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("linkset");
            json.writeStartObject();
            json.writeStringField("anchor", address);
            json.writeArrayFieldStart("alternate");
            for (var language : Arrays.asList(Language.values())) {
                link(json, address + "?l=" + language.tag(), "text/html", Optional.of(language.tag()));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("describedby");
            link(json, address, "application/json", Optional.empty());
            json.writeEndArray();
            json.writeArrayFieldStart("service-desc");
            link(json, publisher.publicBaseUrl() + "/openapi.yaml", "application/yaml", Optional.empty());
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
            json.writeEndObject();
        });
    }

    private void placard(JsonGenerator json, Scan.Standing scan) throws IOException {
        var issue = scan.placard().issue();
        json.writeStringField("code", issue.code().value());
        json.writeStringField("url", publisher.publicBaseUrl() + "/q/" + issue.code());
        json.writeObjectFieldStart("placard");
        json.writeNumberField("edition", issue.edition());
        json.writeStringField("issuedOn", issue.on().toString());
        var checked = scan.placard().steps().reversed().stream()
                .filter(p -> p.step() == Posting.Step.CHECKED)
                .findFirst();
        if (checked.isPresent()) {
            json.writeStringField("checkedOnSiteOn", on(checked.get().at()));
        }
        json.writeEndObject();
    }

    private static void verdict(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeObjectFieldStart("verdict");
        json.writeStringField("day", verdict.day().toString());
        json.writeBooleanField("yes", verdict.yes());
        json.writeArrayFieldStart("reasons");
        for (var reason : verdict.reasons()) {
            json.writeStartObject();
            json.writeStringField("what", reason.word());
            json.writeBooleanField("met", reason.met());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void institution(JsonGenerator json, Institution institution, PremisesKind kind) throws IOException {
        json.writeObjectFieldStart("institution");
        json.writeStringField("kind", kind.id());
        facts(json, kind, Section.PREMISES, institution.facts());
        json.writeEndObject();
    }

    private static void credential(JsonGenerator json, Credential credential, PremisesKind kind, LocalDate day)
            throws IOException {
        json.writeStartObject();
        if (credential.facts().text("number").isEmpty()) {
            json.writeStringField("number", credential.number());
        }
        facts(json, kind, Section.CREDENTIAL, credential.facts());
        json.writeStringField("standing", switch (credential.on(day)) {
            case Credential.Standing.NotYet notYet -> "notYet";
            case Credential.Standing.InForce inForce -> "inForce";
            case Credential.Standing.Lapsed lapsed -> "lapsed";
        });
        json.writeEndObject();
    }

    private static void person(
            JsonGenerator json, Practitioner person, PremisesKind kind, LocalDate day) throws IOException {
        var conditions = person.conditionsOn(day);
        json.writeStartObject();
        facts(json, kind, Section.PERSON, person.facts());
        json.writeStringField("codeEndsIn", person.tail());
        json.writeObjectFieldStart("conditions");
        json.writeBooleanField("qualified", conditions.qualified());
        json.writeBooleanField("registeredHere", conditions.registeredHere());
        json.writeBooleanField(person.isNurse() ? "trained" : "lead", conditions.leads());
        json.writeEndObject();
        json.writeEndObject();
    }

    private static void warning(JsonGenerator json, Warning warning) throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", warning.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("headline", warning.headline());
        json.writeStringField("advice", warning.advice());
        json.writeStringField("issuer", warning.issuer());
        json.writeStringField("from", warning.from().toString());
        if (warning.until().isPresent()) {
            json.writeStringField("until", warning.until().get().toString());
        }
        json.writeEndObject();
    }

    private static void star(JsonGenerator json, StarCard.Brief star) throws IOException {
        json.writeObjectFieldStart("star");
        json.writeStringField("state", star.state().name().toLowerCase(Locale.ROOT));
        if (star.stars().isPresent()) {
            json.writeNumberField("stars", star.stars().get());
        }
        json.writeStringField("standard", star.standard());
        if (star.draft().isPresent()) {
            json.writeStringField("draft", star.draft().get().chinese());
        }
        json.writeStringField("day", star.day().toString());
        if (star.until().isPresent()) {
            json.writeStringField("until", star.until().get().toString());
        }
        json.writeEndObject();
    }

    private void source(JsonGenerator json, Scan.Standing scan) throws IOException {
        json.writeObjectFieldStart("source");
        json.writeStringField("bureau", publisher.bureau());
        json.writeStringField("checkedOn", on(scan.newest().checkedAt()));
        json.writeNumberField("version", scan.version());
        json.writeEndObject();
        json.writeArrayFieldStart("hotlines");
        for (var hotline : publisher.hotlines()) {
            json.writeString(hotline);
        }
        json.writeEndArray();
    }

    private static void facts(JsonGenerator json, PremisesKind kind, Section section, Facts facts) throws IOException {
        for (var field : kind.fields(section)) {
            var value = facts.text(field.id());
            if (value.isEmpty() || !field.shown() || section == Section.PERSON && NOT_AS_IS.contains(field.id())) {
                continue;
            }
            if (field.type() == FieldType.ITEMS) {
                json.writeArrayFieldStart(field.id());
                for (var item : facts.items(field.id())) {
                    json.writeString(item);
                }
                json.writeEndArray();
            } else {
                json.writeStringField(field.id(), value.get());
            }
        }
    }

    private static void link(
            JsonGenerator json, String href, String type, Optional<String> language) throws IOException {
        json.writeStartObject();
        json.writeStringField("href", href);
        json.writeStringField("type", type);
        if (language.isPresent()) {
            json.writeArrayFieldStart("hreflang");
            json.writeString(language.get());
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private String on(Instant at) {
        return LocalDate.ofInstant(at, publisher.city().zone()).toString();
    }

    private static byte[] written(Writing writing) {
        var out = new ByteArrayOutputStream();
        try (var json = JSON.createGenerator(out)) {
            writing.to(json);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    @FunctionalInterface
    private interface Writing {
        void to(JsonGenerator json) throws IOException;
    }
}
