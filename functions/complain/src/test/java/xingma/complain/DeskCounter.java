package xingma.complain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import xingma.aws.http.Asked;
import xingma.aws.http.Names;
import xingma.aws.http.Reply;
import xingma.aws.log.Log;
import xingma.complain.desk.Office;
import xingma.complaint.Complaint;
import xingma.complaint.desk.DeskRoom;
import xingma.complaint.evidence.InMemoryEvidenceStore;
import xingma.complaint.rules.SignalRules;
import xingma.complaint.sweep.InMemoryOnTimeRates;
import xingma.complaint.window.InstitutionsSeat;
import xingma.registry.InMemoryBureau;
import xingma.territory.Duty;
import xingma.territory.Officer;

/** The officers' functions over a desk in memory, and how its officers ask. */
final class DeskCounter {
    static final ObjectMapper JSON = new ObjectMapper();

    final DeskRoom room = new DeskRoom();
    final InMemoryBureau register = new InMemoryBureau();
    final InMemoryEvidenceStore evidence = new InMemoryEvidenceStore();
    final InMemoryOnTimeRates rates = new InMemoryOnTimeRates();
    final Names names = new Names(room.roster, Log.toStandardOut());
    final Office office = new Office(
            DeskRoom.CITY,
            room.complaints,
            room.desk,
            room.window,
            register,
            room.seals,
            room.secrets,
            evidence,
            rates,
            names,
            DeskRoom::clocks,
            room.clock,
            "https://xm.yunting.example");
    final HandleComplaints handling = new HandleComplaints(
            office, new SignalRules(50, 3, 30, 10, Duration.ofMinutes(60), "example", LocalDate.of(2026, 11, 22)),
            List.of("medical-institution"));
    final OpenContact opening = new OpenContact(room.desk, names);
    final AnswerInstitution answering = new AnswerInstitution(
            new InstitutionsSeat(
                    room.complaints, room.seals, room.secrets, DeskRoom::clocks, room.clock, attempt -> {}),
            register,
            DeskRoom.CITY);

    Reply ask(Asked asked) {
        var route = asked.route();
        var http = route.endsWith("/contact") ? opening.http() : route.contains("/own/") ? answering.http() : handling.http();
        return http.answer(asked);
    }

    static Asked by(Officer officer, String route) {
        var duties = officer.duties().stream().map(Duty::word).reduce((a, b) -> a + " " + b).orElse("");
        return Asked.by(officer.id(), officer.territory().value(), duties, route);
    }

    Reply show(Officer officer, Complaint complaint) {
        return ask(by(officer, "GET /api/complaints/{number}").parameter("number", complaint.number().value()));
    }

    Reply move(Officer officer, Complaint complaint, String move, Map<String, ?> body) {
        return ask(by(officer, "POST /api/complaints/{number}/{move}")
                .parameter("number", complaint.number().value())
                .parameter("move", move)
                .body(text(body)));
    }

    static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    static JsonNode json(Reply reply) {
        try {
            return JSON.readTree(reply.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
